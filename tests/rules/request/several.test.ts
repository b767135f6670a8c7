import { expect, test } from "vitest";
import { confirmPeople, confirmTyped } from "../../../lib/request/confirmed.ts";
import { asOne, CreateAsked, severalAsked } from "../../../lib/request/several.ts";
import { termsFor, termsNamed } from "../../../lib/request/terms.ts";

const asked = (what: object) => severalAsked(CreateAsked.parse({ kind: "sample", ...what }));

test("one kind over one corridor is nothing to divide; the same city twice is one", () => {
  expect([asked({}), asked({ facts: { "from.city": "shenzhen", "to.city": "hongkong" } }), asked({ facts: { "from.city": ["shenzhen", "shenzhen"] } }), asked({ facts: { "from.city": ["shenzhen", "atlantis"] } })]).toEqual([null, null, null, null]);
  expect(asOne(CreateAsked.parse({ kind: "sample", title: "Serum" }))).toEqual({ kind: "sample", title: "Serum" });
});

test("several kinds and cities are told, and come to one request for each kind and corridor", () => {
  expect(asked({ kind: ["sample", "data"], facts: { "from.city": ["shenzhen", "guangzhou"], "to.city": "hongkong" } })).toEqual({
    refusals: [
      { code: "severalKinds", path: "kind", params: { kinds: "sample, data" } },
      { code: "severalPlaces", path: "facts.from.city", params: { places: "shenzhen, guangzhou" } },
    ],
    split: ["sample", "data"].flatMap((kind) => ["shenzhen", "guangzhou"].map((from) => ({ kind, facts: { "from.city": from, "to.city": "hongkong" } }))),
  });
  expect(asked({ facts: { "to.city": ["macao", "hongkong"] } })).toEqual({
    refusals: [{ code: "severalPlaces", path: "facts.to.city", params: { places: "macao, hongkong" } }],
    split: [{ kind: "sample", facts: { "to.city": "macao" } }, { kind: "sample", facts: { "to.city": "hongkong" } }],
  });
  expect(asked({ kind: ["sample", "data"] })?.split).toStrictEqual([{ kind: "sample", facts: {} }, { kind: "data", facts: {} }]);
});

test("a kind that is named twice, and one alone in a list, cannot be read", () => {
  for (const kind of [["sample", "sample"], ["sample"], [], "stone"]) expect(CreateAsked.safeParse({ kind }).success).toBe(false);
  expect(() => asOne({ kind: ["sample", "data"] } as CreateAsked)).toThrow("several kinds");
});

test("whom the host is, and which days these are, is said beside what was typed; nothing of what is wrong", () => {
  const words = { ror: "ROR of {name}", here: "here: {name}", away: "away: {ror}", days: "{from}–{to}: {count}", settles: "" };
  const names = { en: "The University of Hong Kong", "zh-Hant": "香港大學", "zh-Hans": "香港大学", pt: "Universidade de Hong Kong" };
  const said = (values: Record<string, string>) => confirmPeople(values, { known: [{ id: "hku", ror: "02zhqgq86", names }] as never, places: ["CN", "HK"], words, language: "en" });
  expect(said({ host: " hku " }).host).toBe("here: The University of Hong Kong");
  expect(said({ host: "https://ror.org/02zhqgq86" }).host).toBe("ROR of The University of Hong Kong");
  expect(said({ host: "https://ror.org/00t33hh48" }).host).toBe("away: 00t33hh48");
  for (const host of ["", "  ", "nowhere"]) expect(said({ host })).toEqual({});
  // From Monday to the Monday after: six days on which both work.
  expect(said({ "window.from": "2026-11-23", "window.to": "2026-11-30" })["window.to"]).toMatch(/: 6$/);
  expect(said({ "window.from": "2026-11-23", "window.to": "2026-11-23" })["window.to"]).toMatch(/: 1$/);
  expect(said({ "window.from": "2026-11-30", "window.to": "2026-11-23" })["window.to"]).not.toContain(":");
  expect(said({ "window.from": "someday" })).toEqual({});
  expect(said({ "window.from": " 2026-11-23 " })).toEqual({ "window.from": "Mon 23 Nov 2026" });
  expect(said({ "window.to": "2026-11-23" })).toEqual({ "window.to": "Mon 23 Nov 2026" });
});

test("terms are named by id, or by id and version, and hold for their kinds", () => {
  expect([termsNamed("true-answers")?.version, termsNamed("true-answers@1")?.version, termsNamed("true-answers@2"), termsNamed("none")]).toEqual([1, 1, undefined, undefined]);
  expect([termsFor("sample"), termsFor("reagent"), termsFor("data")].map((terms) => terms.map(({ id }) => id))).toEqual([["true-answers", "material-use"], ["true-answers", "material-use"], ["true-answers"]]);
});

test("a number that is typed says which answers it stands for; a word, or a number that settles nothing, says nothing", () => {
  const words = { settles: "That is: {answers}." };
  const say = (key: string) => ({ "sample.un.short": "UN number" })[key] ?? key;
  const settled = (fact: string, typed: string) => confirmTyped(fact, typed, say, { words, language: "en" });
  expect(settled("sample.un", "3373")).toMatch(/^That is: UN number: .*UN3373.*\.$/);
  expect([settled("sample.un", "blood"), settled("sample.class", "3373"), settled("no.such", "3373")]).toEqual([undefined, undefined, undefined]);
});
