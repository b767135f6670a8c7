import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { draw } from "../../lib/audit/sampling/draw.ts";
import { mustBeNone, questions } from "../../lib/insight/question.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { causeway, type Ran } from "../support/causeway.ts";
import { scratchFolder } from "../support/scratch.ts";

/* What auditors and operators ask from a shell, each run as a shell runs it: samples, questions and the keys of seals. */

const auditor = "auditor@causeway.example";
let world: World;
let data: string;
beforeAll(async () => {
  world = await demoWorld();
  data = scratchFolder();
});
afterAll(() => world.stop());

function run(...args: readonly string[]): Promise<Ran> {
  return causeway(args, { DATABASE_URL: world.url, AUTH_SECRET: process.env.AUTH_SECRET, CAUSEWAY_DATA: data });
}
const linesOf = ({ out }: Ran) => out.split("\n").filter((line) => line !== "");
const parsed = (ran: Ran) => linesOf(ran).map((line) => JSON.parse(line) as Record<string, unknown>);

describe("sample --question", () => {
  const drawn = ["sample", "--size", "5", "--seed", "harbour", "--question", "type=request.submitted", "--user", auditor];

  test("draws from the requests that match what is asked, the same for the same seed, as anybody can draw again", async () => {
    const [told, again, plain] = await Promise.all([run(...drawn, "--json"), run(...drawn, "--json"), run(...drawn)]);
    expect([told.code, told.err]).toEqual([0, ""]);
    expect(told.out).toBe(again.out);
    const ids = await world.owner<{ id: string }[]>`select distinct request_id::text as id from events where type = 'request.submitted'`;
    const own = draw(ids.map(({ id }) => ({ item: id })), { size: 5, seed: "harbour" });
    if ("refusals" in own) throw new Error("not drawn");
    const [{ population, items, ...head } = {}] = parsed(told);
    expect(population).toEqual(own.population);
    expect(head).toEqual({ seed: "harbour", size: 5, atLeastOne: false, strata: own.strata });
    expect((items as { item: string }[]).map(({ item }) => item)).toEqual(own.sample.map(({ item }) => item));
    expect([plain.code, plain.err.trim()]).toEqual([0, `seed harbour, 5 of ${own.population.size}, population ${own.population.digest}`]);
    expect(linesOf(plain).map((line) => line.split("\t")[0])).toEqual(own.sample.map(({ item }) => item));
  });

  test("a question that cannot be read, and one that finds too few, is told in words: nothing is drawn from everything instead", async () => {
    const asked = (question: string) => run("sample", "--size", "5", "--question", question, "--user", auditor);
    const taken = run("take-away", "--out", `${data}/none.csv`, "--format", "csv", "--question", 'q="harbour', "--user", auditor);
    const rans = await Promise.all([asked("harbour"), asked('q="harbour'), asked("from=2026-02-31"), asked("q=nothinglikethis"), taken]);
    expect(rans.map(({ code, out, err }) => [code, out, err.trim().replace(/^causeway: /, "")])).toEqual([
      [2, "", expect.stringMatching(/^--question knows no "harbour"; it is written as q=/)],
      [1, "", "--question: Words: a quotation mark is missing its partner."],
      [1, "", "--question: From: “2026-02-31” is no day, month or year. Write 2026-11-30, 2026-11 or 2026."],
      [1, "", "No request matches this question, so nothing can be drawn. Ask for more."],
      [1, "", "--question: Words: a quotation mark is missing its partner."],
    ]);
  });

  test("takes strata from what is asked of, and says of each case which it is of", async () => {
    const told = await run(...drawn, "--by", "kind", "--at-least-one", "--json");
    expect([told.code, told.err]).toEqual([0, ""]);
    const [{ strata = [], items = [] } = {}] = parsed(told) as [{ strata: { stratum: string; drawn: number }[]; items: { stratum: string }[] }];
    expect(strata.length).toBeGreaterThan(1);
    expect(strata.map(({ stratum, drawn: many }) => [stratum, many])).toEqual(strata.map(({ stratum }) => [stratum, items.filter((one) => one.stratum === stratum).length]));
  });

  test.each([
    ["nobody asks", ["sample", "--size", "5", "--question", "type=request.submitted"], 2, "--user EMAIL"],
    ["somebody asks who audits nothing", [...drawn.slice(0, -1), "researcher@hku.example"], 1, "researcher@hku.example audits nothing here"],
    ["somebody asks who is not here", [...drawn.slice(0, -1), "nobody@nowhere.example"], 1, "audits nothing here"],
    ["nothing matches", [...drawn.slice(0, 5), "--question", "q=nobody-of-this-name", "--user", auditor], 1, "No request matches this question"],
    ["more are asked for than there are", ["sample", "--size", "500", "--question", "type=request.submitted", "--user", auditor], 1, "500 cannot be drawn: only"],
    ["the size is no number", ["sample", "--size", "many", "--user", auditor], 2, "--size"],
    ["a stratum is unknown", [...drawn, "--by", "colour"], 2, "--by names kind"],
  ])("says so where %s", async (_, args, code, said) => {
    expect(await run(...args)).toMatchObject({ code, out: "", err: expect.stringContaining(said) });
  });
});

describe("ask", () => {
  test("answers every question, with what was looked at and a line for each row; what must be none and is found ends with 1", async () => {
    for (const question of questions) {
      const told = await run("ask", question, "--json");
      const [head, ...rows] = parsed(told);
      expect([question, told.err, head?.question ?? question, rows.length >= Math.min(1, Number(head?.count))]).toEqual([question, "", question, true]);
      expect([question, told.code]).toEqual([question, mustBeNone.includes(question) && rows.length > 0 ? 1 : 0]);
      for (const { says, entries } of rows) expect([typeof says, Array.isArray(entries)]).toEqual(["string", true]);
    }
  });

  test("tells it to people as to programs", async () => {
    const [told, plain] = await Promise.all([run("ask", "set-up-changes", "--organisation", "hku", "--json"), run("ask", "set-up-changes", "--organisation", "hku")]);
    const [head, ...rows] = parsed(told);
    expect(rows.length).toBeGreaterThan(0);
    expect(linesOf(plain)[0]).toBe(head?.says);
    for (const { says } of rows) expect(plain.out).toContain(`\t${String(says)}\t`);
  });

  test("narrows by days: before anything happened there is nothing", async () => {
    const [head, ...rows] = parsed(await run("ask", "set-up-changes", "--from", "2001-01-01", "--to", "2001-12-31", "--json"));
    expect([head?.count, rows]).toEqual([0, []]);
  });

  test.each([
    ["no question", ["ask"], "is no question; ask one of own-approvals"],
    ["an unknown one", ["ask", "who-is-best"], '"who-is-best" is no question'],
    ["two at once", ["ask", "break-glass", "skipped-steps"], "is no question"],
    ["an impossible day", ["ask", "break-glass", "--from", "2026-02-30"], "--from"],
    ["an organisation that could be none", ["ask", "break-glass", "--organisation", "A B"], "--organisation"],
    ["an option that there is none of", ["ask", "break-glass", "--loud"], "loud"],
  ])("refuses %s", async (_, args, said) => {
    expect(await run(...args)).toMatchObject({ code: 2, out: "", err: expect.stringContaining(said) });
  });
});

describe("log-keys", () => {
  test("after a rotation the new key signs and stands first, and the older ones stay; of one in wrong hands only what it has sealed so far counts", async () => {
    const listed = async () => parsed(await run("log-keys", "list", "--json")) as { id: string; until: number | null }[];
    const first = parsed(await run("log-keys", "rotate", "--json"))[0]?.id;
    const before = await listed();
    expect(before[0]).toMatchObject({ id: first, until: null });
    const turned = await run("log-keys", "rotate", "--compromised");
    expect(turned).toMatchObject({ code: 0, err: "", out: expect.stringContaining("count only for what they have sealed so far") });
    const [newest, ...older] = await listed();
    expect(turned.out).toContain(newest?.id);
    expect(older.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(older.map(({ until }) => typeof until)).toEqual(older.map(() => "number"));
    // A signature begins with the four bytes of its key's id.
    const [{ note = "" } = {}] = await world.owner<{ note: string }[]>`select note from seals order by size desc limit 1`;
    expect(Buffer.from(note.trimEnd().split(" ").at(-1) ?? "", "base64").subarray(0, 4).toString("hex")).toBe(newest?.id);
    const plain = await run("log-keys", "list");
    expect(linesOf(plain).map((line) => line.split("\t")[0])).toEqual([newest?.id, ...older.map(({ id }) => id)]);
    expect(await run("verify", "--json")).toMatchObject({ code: 0 });
  });

  test.each([
    ["nothing", ["log-keys"]],
    ["an unknown act", ["log-keys", "burn"]],
    ["two acts", ["log-keys", "list", "rotate"]],
    ["a list of what is in wrong hands", ["log-keys", "list", "--compromised"]],
  ])("refuses %s", async (_, args) => {
    expect(await run(...args)).toMatchObject({ code: 2, out: "", err: expect.stringContaining("log-keys list|rotate") });
  });
});
