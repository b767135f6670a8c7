import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressOf, readAnswers } from "../../../lib/finder/answers.ts";
import { fieldsOf, withoutHidden } from "../../../lib/kind/questions.ts";
import { formKinds } from "../../../lib/kind/registry.ts";
import { optionsOf } from "../../../lib/kind/parse-fact.ts";
import type { FactValue } from "../../../lib/policy/condition.ts";

const route = { kind: "sample", "from.city": "guangzhou", "to.city": "hongkong", mode: "courier", date: "2026-12-14" };

function fromQuery(text: string) {
  const query: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(text)) (query[name] ??= []).push(value);
  return readAnswers(query, "en").answers;
}

describe("the address of the finder", () => {
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
    ["a place in no jurisdiction", { ...route, "from.city": "atlantis" }],
    ["a prototype", { ...route, __proto__x: "1", constructor: "x" }],
    ["text where a list stands", { ...route, "transit.jurs": "XYZ" }],
    ["a date in 9999", { ...route, date: "9999-12-31" }],
    ["forty digits", { ...route, "sample.quantity": "9".repeat(40) }],
    ["a negative count", { ...route, "sample.quantity": "-3" }],
  ])("leaves out %s", (_, query) => {
    expect(() => readAnswers(query, "en")).not.toThrow();
    expect(Object.values(readAnswers(query, "en").answers.facts)).not.toContain("atlantis");
  });

  it.each(formKinds)("gives %s answers back as they were, from the address they make", (kind) => {
    const entries = fieldsOf(kind).filter(({ fact }) => !/zone|whitelist/.test(fact)).filter(({ type }) => optionsOf({ fact: "", required: false, type }).length > 0 || type.is === "yesno").map((field) => [field.fact, fc.option(valueOf(field))] as const);
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
