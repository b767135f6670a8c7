import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressOf, queryIn, readAnswers } from "../../../lib/finder/answers.ts";
import { fieldsOf, withoutHidden } from "../../../lib/kind/questions.ts";
import { formKinds } from "../../../lib/kind/registry.ts";
import { optionsOf } from "../../../lib/kind/parse-fact.ts";
import type { FactValue } from "../../../lib/policy/condition.ts";

const route = { kind: "sample", "from.city": "guangzhou", "to.city": "hongkong", mode: "courier", date: "2026-12-14" };

function fromQuery(text: string) {
  return readAnswers(queryIn(new URLSearchParams(text)), "en").answers;
}

describe("the address of the finder", () => {
  it("takes any name for a name", () => {
    for (const odd of ["__proto__", "constructor", "toString", "hasOwnProperty", "a.__proto__", "v.__proto__"]) {
      expect(fromQuery(`kind=sample&mode=courier&${odd}=x&${odd}=y`)).toMatchObject({ kind: "sample", facts: { mode: "courier" } });
    }
  });
  it("holds answers as any language reads them", () => {
    const { answers } = readAnswers({ ...route, "sample.volume_ml": "1.5", "sample.human_origin_cn": "yes" }, "pt");
    expect(answers.facts).toMatchObject({ "sample.volume_ml": 1.5, "sample.human_origin_cn": true });
  });
  it("takes what was typed in the reader's language", () => {
    const { answers, typed } = readAnswers({ ...route, "a.sample.volume_ml": "1,5" }, "pt");
    expect([answers.facts["sample.volume_ml"], typed]).toEqual([1.5, true]);
  });
  it("keeps what was typed beside what is wrong with it", () => {
    const { answers, untaken } = readAnswers({ ...route, "a.sample.volume_ml": "plenty" }, "en");
    expect(answers.facts["sample.volume_ml"]).toBeUndefined();
    expect(untaken).toEqual([expect.objectContaining({ fact: "sample.volume_ml", code: "notANumber", typed: "plenty" })]);
  });
  it("takes a question that was sent without an answer as one to come back to", () => {
    const { answers } = readAnswers({ ...route, asked: ["sample.cites", "sample.gmo"], "a.sample.gmo": "none" }, "en");
    expect(answers.declined).toEqual(["sample.cites"]);
    expect(answers.facts["sample.gmo"]).toBe("none");
  });
  it("drops an answer whose question is not asked any more", () => {
    const { answers } = readAnswers({ ...route, "sample.human_origin_cn": "yes", "sample.hgr_material": "none", "a.sample.human_origin_cn": "no" }, "en");
    expect(answers.facts["sample.hgr_material"]).toBeUndefined();
  });
  it("drops a zone that another city left behind, and explains one that was chosen just now", () => {
    const there = { ...route, "from.city": "shenzhen", "from.zone": "hetao_sz" };
    expect(readAnswers({ ...there, "a.from.city": "guangzhou" }, "en")).toMatchObject({ untaken: [] });
    expect(readAnswers({ ...route, "a.from.zone": "hetao_sz" }, "en").untaken).toEqual([expect.objectContaining({ fact: "from.zone", code: "zoneElsewhere" })]);
  });
  it.each([
    ["nothing", {}],
    ["an unknown kind", { kind: "wish" }],
    ["a prototype", { ...route, __proto__x: "1", constructor: "x" }],
    ["lists a thousand long", { ...route, skip: Array.from({ length: 1000 }, (_, at) => `x${at}`), claim: Array.from({ length: 1000 }, () => "y") }],
  ])("leaves out %s", (_, query) => {
    const { untaken, answers } = readAnswers(query, "en");
    expect([untaken, Object.keys(answers.facts).filter((fact) => !(fact in route))]).toEqual([[], []]);
  });

  const bad: readonly (readonly [what: string, fact: string, value: string | string[], code: string, expected: RegExp])[] = [
    ["an amount of forty digits", "sample.quantity", "9".repeat(40), "outOfRange", /^1 – 1000000$/],
    ["a negative count", "sample.quantity", "-3", "outOfRange", /^1 – 1000000$/],
    ["half a container", "sample.quantity", "2.5", "notWhole", /whole number/],
    ["a number with a letter", "sample.volume_ml", "1e3", "wrongType|notANumber", /number|–/],
    ["a place in no jurisdiction", "from.city", "atlantis", "unknownPlace", /guangzhou/],
    ["a jurisdiction that is none", "transit.jurs", "ZZ", "unknownPlace", /^CN \| HK \| MO \| XX$/],
    ["a transit through the origin", "transit.jurs", "CN", "transitIsEnd", /^MO \| XX$/],
    ["a transit through the destination", "transit.jurs", ["MO", "HK"], "transitIsEnd", /^MO \| XX$/],
    ["a date in 1900", "date", "1900-01-01", "outOfRange", /^1990-01-01 – 2199-12-31$/],
    ["a date in 9999", "date", "9999-12-31", "outOfRange", /^1990-01-01 – 2199-12-31$/],
    ["a day that is none", "date", "2027-02-30", "impossibleDate", /yyyy-mm-dd/],
    ["an answer that is none of those offered", "mode", "teleport", "unknownValue", /courier/],
    ["yes and no in other words", "sample.human_origin_cn", "maybe", "unknownValue|wrongType", /yes|boolean/],
    ["a control point nowhere", "checkpoint", "moon-gate", "unknownControlPoint", /control point/],
    ["a text of ten thousand letters", "mode", "x".repeat(10_000), "tooLong", /^200$/],
    ["an invisible character", "mode", "cour\u200bier", "hiddenCharacters", /visible/],
  ];
  describe.each(["", "a.", "v."])("names what no answer can be, with what was expected and what was typed, from a name that begins with %j:", (from) => {
    it.each(bad.filter(([, fact]) => from !== "v." || fact !== "transit.jurs"))("%s", (_what, fact, value, code, expected) => {
      const read = readAnswers({ ...route, [`${from}${fact}`]: value }, "en");
      const [problem, ...more] = from === "v." ? read.untakenVariant : read.untaken;
      expect(more).toEqual([]);
      expect(problem).toMatchObject({ fact, typed: value });
      expect(code.split("|")).toContain(problem?.code);
      expect(problem?.expected).toMatch(expected);
      expect((from === "v." ? read.answers.variant : read.answers.facts)?.[fact]).toBeUndefined();
    });
  });
  it("takes a day of the variant as people write it", () => {
    expect(readAnswers({ ...route, "v.date": "4 Jan 2027" }, "en")).toMatchObject({ answers: { variant: { date: "2027-01-04" } }, untakenVariant: [] });
  });

  it.each(formKinds)("gives %s answers back as they were, from the address they make", (kind) => {
    const entries = fieldsOf(kind).filter(({ fact }) => !/zone|whitelist|transit/.test(fact)).filter(({ type }) => optionsOf({ fact: "", required: false, type }).length > 0 || type.is === "yesno").map((field) => [field.fact, fc.option(valueOf(field))] as const);
    fc.assert(
      fc.property(fc.record(Object.fromEntries(entries)), (record) => {
        const given = Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null)) as Record<string, FactValue>;
        const facts = Object.fromEntries(Object.entries(withoutHidden(kind, given)).filter(([fact]) => given[fact] !== undefined));
        const answers = { kind, facts, declined: [], claims: ["cn-hetao-duty-free"], variant: null };
        const again = fromQuery(addressOf(answers));
        expect(again).toEqual(answers);
        expect(addressOf(again)).toBe(addressOf(answers));
      }),
      { numRuns: 100, seed: 20261125 },
    );
  });
});

function valueOf(field: ReturnType<typeof fieldsOf>[number]): fc.Arbitrary<FactValue> {
  if (field.type.is === "yesno") return fc.boolean();
  const options = optionsOf(field);
  return field.type.is === "choices" || field.type.is === "places" ? fc.subarray([...options]) : fc.constantFrom(...options);
}
