import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { propose, sharedFacts } from "../../../lib/dossier/propose.ts";
import { proposalRules } from "../../../lib/dossier/proposal-rules.ts";
import { fitsKind } from "../../../lib/dossier/role.ts";
import { checkFacts } from "../../../lib/kind/check-facts.ts";
import { optionsOf } from "../../../lib/kind/parse-fact.ts";
import { fieldsOf, readBy, withoutHidden } from "../../../lib/kind/questions.ts";
import { languages } from "../../../lib/language.ts";
import type { FactValue, Facts } from "../../../lib/policy/condition.ts";
import { evaluate } from "../../../lib/policy/evaluate.ts";
import { kinds } from "../../../lib/policy/pack.ts";
import { packs } from "../../../lib/policy/registry.ts";
import { translator } from "../../../lib/server/translate.ts";

const serum: Facts = { "from.city": "guangzhou", "to.city": "hongkong", mode: "hand_carried", checkpoint: "futian-lmcsl", date: "2026-12-10", "org.from.type": "hospital", "org.to.type": "university", "org.foreign_party": true, "sample.class": "human", "sample.human_origin_cn": true, "sample.accompanying_data": true, "sample.quantity": 30 };
const proposed = (kind: (typeof kinds)[number], facts: Facts, claims: readonly string[] = []) => propose(packs, { kind, facts, claims });

describe("what a movement needs besides", () => {
  test("a sample carried by hand, with data on people in the Mainland, needs its carrier and a data request that waits", () => {
    const both = proposed("sample", serum);
    expect(both.map(({ id, kind, role, dependency }) => ({ id, kind, role, dependency }))).toEqual([
      { id: "sample-carrier", kind: "person", role: "carrier", dependency: { waits: "first", until: "permit" } },
      { id: "sample-genetic-data", kind: "data", role: "data", dependency: { waits: "new", until: "approved" } },
    ]);
    expect(both.map(({ because }) => because)).toEqual([["mode"], ["sample.accompanying_data", "sample.human_origin_cn"]]);
    expect(proposed("sample", { ...serum, mode: "courier", "sample.accompanying_data": false })).toEqual([]);
    expect(proposed("sample", { ...serum, "sample.human_origin_cn": false }).map(({ id }) => id)).toEqual(["sample-carrier", "sample-data"]);
  });

  test("equipment, pay and purchases bring people and funds, and the other way round", () => {
    const from = { "from.city": "hongkong", "to.city": "shenzhen", date: "2026-12-10" };
    expect(proposed("reagent", { ...from, "reagent.type": "equipment", "reagent.value_cny": 800_000 }).map(({ id, perhaps }) => [id, perhaps])).toEqual([["equipment-engineer", true], ["goods-bought", true]]);
    expect(proposed("reagent", { ...from, "reagent.type": "equipment", "reagent.value_cny": 800_000, "reagent.temporary": true }).map(({ id }) => id)).toEqual(["equipment-engineer"]);
    expect(proposed("person", { ...from, "person.remunerated_by_host": true }).map(({ id }) => id)).toEqual(["person-paid"]);
    expect(proposed("funds", { ...from, mode: "bank", "funds.purpose": "equipment_purchase" }).map(({ id }) => id)).toEqual(["purchase-goods"]);
    expect(proposed("funds", { ...from, mode: "cash" }).map(({ id }) => id)).toEqual(["cash-carrier"]);
    for (const kind of kinds) expect(proposed(kind, from)).toEqual([]);
  });
});

describe("what carries over", () => {
  test("corridor, day and institutions do; what the other kind does not ask, or asks otherwise, does not", () => {
    const [carrier, data] = proposed("sample", serum);
    expect(carrier?.facts).toEqual({ "from.city": "guangzhou", "to.city": "hongkong", checkpoint: "futian-lmcsl", date: "2026-12-10", "org.from.type": "hospital", "org.to.type": "university" });
    // The tubes cross by hand; how the data goes is a question of its own.
    expect(data?.facts).toEqual({ "from.city": "guangzhou", "to.city": "hongkong", date: "2026-12-10", "org.from.type": "hospital", "org.to.type": "university" });
  });

  test("a payment for what comes in goes the other way", () => {
    const [funds] = proposed("person", { "from.city": "guangzhou", "to.city": "hongkong", date: "2026-12-10", "org.from.type": "hospital", "org.to.type": "university", "person.remunerated_by_host": true });
    expect(funds?.facts).toEqual({ "from.city": "hongkong", "to.city": "guangzhou", date: "2026-12-10", "org.from.type": "university", "org.to.type": "hospital", "funds.purpose": "salary_fee" });
  });

  test("a claimed programme does where it is offered too, and nowhere else", () => {
    const hetao = { "from.city": "hongkong", "to.city": "shenzhen", "to.zone": "hetao_sz", "from.zone": "none", mode: "hand_carried", date: "2026-12-10", "org.to.hetao_whitelist": true, "reagent.type": "reagent_kit", "reagent.hetao_list_item": true };
    const offered = evaluate(packs, { ...withoutHidden("reagent", hetao), kind: "reagent" });
    const claims = [...offered.facilitations, ...offered.regimes];
    const [carrier] = proposed("reagent", hetao, claims);
    const own = carrier && evaluate(packs, { ...withoutHidden("person", carrier.facts), kind: "person" }, claims);
    expect(carrier?.claims).toEqual(claims.filter((claim) => !own?.refusedClaims.includes(claim)));
  });

  test("whatever was answered, a proposal holds only answers that its kind asks, visible and in range, and nothing that follows by itself", () => {
    const names = [...new Set(kinds.flatMap((kind) => fieldsOf(kind)))];
    const answer = fc.constantFrom(...names).chain((field): fc.Arbitrary<[string, FactValue]> => {
      const options = optionsOf(field);
      const value: fc.Arbitrary<FactValue> = field.type.is === "yesno" ? fc.boolean() : field.type.is === "whole" || field.type.is === "number" ? fc.integer({ min: 1, max: 300 }) : field.type.is === "date" ? fc.constant("2026-12-10") : field.type.is === "places" || field.type.is === "choices" ? fc.constant(options.slice(0, 1) as string[]) : options.length > 0 ? fc.constantFrom(...options) : fc.constant("futian-lmcsl");
      return value.map((one) => [field.fact, one]);
    });
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.array(answer, { maxLength: 40 }), (kind, answers) => {
        for (const one of proposed(kind, Object.fromEntries(answers))) {
          const asked = new Map(fieldsOf(one.kind).map((field) => [field.fact, field]));
          const visible = withoutHidden(one.kind, one.facts);
          for (const fact of Object.keys(one.facts)) expect([fact, asked.has(fact), asked.get(fact)?.derived ?? false, visible[fact] !== undefined]).toEqual([fact, true, false, true]);
          expect(checkFacts(one.facts)).toMatchObject({ unknown: [], problems: [] });
          expect(fitsKind(one.role, one.kind)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("the rules", () => {
  test.each(proposalRules.map((rule) => [rule.id, rule] as const))("%s reads facts of its own kind, and says why in every language", (id, rule) => {
    const asked = new Set(fieldsOf(rule.of).map(({ fact }) => fact));
    for (const fact of readBy(rule.when)) expect([fact, asked.has(fact) || fact.endsWith(".jur")]).toEqual([fact, true]);
    for (const [fact, value] of Object.entries(rule.says ?? {})) expect(sharedFacts({ kind: rule.kind, says: rule.says }, { "from.city": "guangzhou", "to.city": "hongkong" })[fact]).toBe(value);
    expect(fitsKind(rule.role, rule.kind)).toBe(true);
    for (const language of languages) {
      const t = translator(language);
      expect([language, t.has(`dossier.proposals.${id}.why`), t.has(`dossier.proposals.${id}.waits`)]).toEqual([language, true, rule.dependency !== undefined]);
    }
  });

  test("no two have one name", () => {
    expect(new Set(proposalRules.map(({ id }) => id)).size).toBe(proposalRules.length);
  });
});
