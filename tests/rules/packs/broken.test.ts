import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { shippedProblems } from "../../../lib/server/check-shipped.ts";
import { packs } from "../../../lib/policy/registry.ts";
import type { Pack } from "../../../lib/policy/pack.ts";
import { scratchFolder } from "../../support/scratch.ts";

/** What somebody types wrongly in a file of a pack: in place of the first text the second, and what is said about it, beside the text on its line. */
const slips: readonly (readonly [what: string, file: string, instead: string | RegExp, typed: string, line: string, says: RegExp])[] = [
  ["an unknown fact", "cn-hgr-exit", 'is("sample.hgr_material", "cell_free_fluid")', 'is("sample.hgr_stuff", "cell_free_fluid")', "sample.hgr_stuff", /there is no fact sample\.hgr_stuff$/],
  ["a fact of another kind", "cn-hgr-exit", 'is("sample.hgr_material", "cell_containing")', 'is("data.personal", true)', "data.personal", /data\.personal belongs to no kind that this rule speaks of \(sample\)$/],
  ["an unknown option of a fact", "cn-species", '"sample.cites", "I"', '"sample.cites", "I0"', "I0", /I0 is none of the answers to sample\.cites: .*III/],
  ["a value of the wrong type", "cn-hgr-exit", 'is("org.hgr_pilot_branch", true)', 'is("org.hgr_pilot_branch", "yes")', "org.hgr_pilot_branch", /yes cannot be compared; expected org\.hgr_pilot_branch: boolean$/],
  ["an eased regime that does not exist", "cn-hgr-exit", 'facilitates: ["cn-hgr-export-approval"]', 'facilitates: ["cn-hgr-export-approvals"]', "cn-hgr-export-approvals", /there is no rule cn-hgr-export-approvals to replace or to ease$/],
  ["an unknown paper", "cn-hgr-exit", '"mta"]', '"mta-form"]', "mta-form", /there is no paper mta-form$/],
  ["an unknown authority", "cn-hgr-exit", 'authority: "national-health-commission"', 'authority: "health-commission"', '"health-commission"', /there is no authority health-commission$/],
  ["a condition that several packs share, once, where it stands", "corridors", 'includes("transit.jurs", "HK")', 'includes("transit.jurs", "HKG")', "HKG", /HKG is none of the answers to transit\.jurs: CN \| HK \| MO \| XX$/],
  ["a missing translation", "mo-data", /\n +pt: .*/, "", "title: {", /the words in pt are missing$/],
  ["a day that is none", "mo-data", 'from: "2024-02-01"', 'from: "2024-02-30"', "2024-02-30", /2024-02-30 is not a day; expected yyyy-mm-dd$/],
];

describe("a rule pack with a slip of the pen is refused with its file and line, all at once:", () => {
  let problems: readonly { readonly file: string; readonly near: string; readonly said: string }[] = [];
  beforeAll(async () => {
    const root = scratchFolder();
    cpSync("lib", join(root, "lib"), { recursive: true });
    cpSync("package.json", join(root, "package.json"));
    for (const [, file, instead, typed] of slips) {
      const path = pathIn(root, file);
      const text = readFileSync(path, "utf8");
      const slipped = text.replace(instead, typed);
      if (slipped === text) throw new Error(`${file} does not hold ${instead}`);
      writeFileSync(path, slipped);
    }
    const { packs: read } = (await import(/* @vite-ignore */ pathToFileURL(join(root, "lib/policy/registry.ts")).href)) as { packs: readonly Pack[] };
    problems = shippedProblems(read, root).map((line) => {
      const [, file = "", number, said = ""] = /^(.+?):(\d+): (.+)$/.exec(line) ?? [];
      return { file, said, near: readFileSync(join(root, file), "utf8").split("\n")[Number(number) - 1] ?? "" };
    });
  }, 60_000);

  test.each(slips)("%s", (_what, file, _instead, _typed, line, says) => {
    expect(problems).toContainEqual({ file: `lib/policy/packs/${file}.ts`, said: expect.stringMatching(says), near: expect.stringContaining(line) });
  });

  test("and nothing else", () => {
    expect(problems).toHaveLength(slips.length);
  });
});

describe("what the days and the programmes of packs may not be", () => {
  const programme = packs.find(({ id }) => id === "cn-hetao") as Pack;

  test("programmes that replace one another in a circle are told once, with the way round", () => {
    const [one, two] = programme.regimes.map(({ id }) => id) as [string, string];
    const round = { ...programme, regimes: programme.regimes.map((regime) => ({ ...regime, substitutes: regime.id === one ? [two] : regime.id === two ? [one] : regime.substitutes })) };
    const problems = shippedProblems(packs.map((pack) => (pack === programme ? round : pack)));
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^lib/policy/packs/cn-hetao\\.ts:\\d+: these programmes replace one another in a circle: ${one} → ${two} → ${one}$`))]);
  });

  test.each([
    ["a gap", "2030-01-02", /a gap between versions: this one begins or ends on 2030-01-02, expected 2030-01-01$/],
    ["an overlap", "2029-12-31", /two versions overlap: this one begins on 2029-12-31, expected 2030-01-01$/],
  ])("versions of one regime with %s", (_what, from, says) => {
    const [first] = programme.regimes;
    if (!first) throw new Error("an empty pack");
    const versions = [{ id: "a", from: first.from, to: "2029-12-31", note: null }, { id: "b", from, to: first.to, note: null }];
    const changed = { ...programme, regimes: [{ ...first, versions }, ...programme.regimes.slice(1)] };
    expect(shippedProblems(packs.map((pack) => (pack === programme ? changed : pack)))).toEqual([expect.stringMatching(says)]);
  });

  test.each([
    ["a gap", "2030-01-02", /a gap between versions/],
    ["an overlap", "2029-12-31", /two versions overlap/],
  ])("versions of one pack with %s", (_what, from, says) => {
    const two = [{ ...programme, to: "2029-12-31" }, { ...programme, version: "2030.01", from }];
    const problems = shippedProblems(packs.flatMap((pack) => (pack === programme ? two : [pack])));
    expect(problems).toEqual([expect.stringMatching(says)]);
    expect(shippedProblems(packs.flatMap((pack) => (pack === programme ? [two[0] as Pack, { ...two[1], from: "2030-01-01" } as Pack] : [pack])))).toEqual([]);
  });

  test("one id for two regimes", () => {
    const [first] = programme.regimes;
    const changed = { ...programme, regimes: [...programme.regimes, first] } as Pack;
    expect(shippedProblems(packs.map((pack) => (pack === programme ? changed : pack)))).toEqual([expect.stringMatching(new RegExp(`${first?.id} stands here a second time$`))]);
  });

  test("a regime that ends before it begins", () => {
    const [first] = programme.regimes;
    const changed = { ...programme, regimes: [{ ...first, from: "2026-01-02", to: "2026-01-01", versions: [] }, ...programme.regimes.slice(1)] } as Pack;
    expect(shippedProblems(packs.map((pack) => (pack === programme ? changed : pack)))).toEqual([expect.stringMatching(/it ends on 2026-01-01, before it begins on 2026-01-02$/)]);
  });
});

test("nothing is wrong with the packs that are shipped", () => {
  expect(shippedProblems(packs)).toEqual([]);
});

function pathIn(root: string, file: string): string {
  return join(root, "lib/policy/packs", `${file}.ts`);
}
