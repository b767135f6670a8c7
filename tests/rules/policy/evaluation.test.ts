import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { factNames } from "../../../lib/kind/catalogue.ts";
import { deriveFacts } from "../../../lib/kind/derive.ts";
import { readBy } from "../../../lib/kind/questions.ts";
import { formKinds } from "../../../lib/kind/registry.ts";
import { compile } from "../../../lib/policy/compile.ts";
import { type Condition, type Facts, operators } from "../../../lib/policy/condition.ts";
import { evaluate, isProgramme, type Evaluation } from "../../../lib/policy/evaluate.ts";
import { holds, reasons } from "../../../lib/policy/holds.ts";
import { inForce } from "../../../lib/policy/in-force.ts";
import { packs } from "../../../lib/policy/registry.ts";
import { requirementsFor, requirementsJson } from "../../../lib/server/requirements.ts";
import { shippedRulebook } from "../../../lib/server/shipped-rulebook.ts";
import { anyAnswers, anyClaims } from "../../support/any-answers.ts";

const regimes = packs.flatMap((pack) => pack.regimes);
/** Answers as anybody may send them: with a day or without, and with ends that are no jurisdiction or that contradict the city. */
const odd = fc.record({ date: fc.constantFrom("2019-06-30", "2024-05-01", "2026-11-30", "2027-06-30", "not a day", ""), "from.jur": fc.constantFrom("CN", "HK", "MO", "XX", "Mars"), "to.jur": fc.constantFrom("CN", "HK", "MO", "XX", "") }, { requiredKeys: [] });

describe.each(formKinds)("what applies to a request about %s", (kind) => {
  const cases = fc.tuple(anyAnswers(kind), odd, anyClaims(kind)).map(([facts, more, claims]): [Facts, string[]] => [{ ...deriveFacts(facts, kind), ...more }, claims]);

  test("is the same whether it is looked up or read rule by rule", () => {
    fc.assert(fc.property(cases, ([facts, claims]) => {
      expect(evaluate(packs, facts, claims)).toEqual(plainly(facts, claims));
    }), { numRuns: 300, seed: 20261125 });
  });

  test("does not change with a fact that no rule reads", () => {
    const read = new Set(regimes.flatMap(({ trigger }) => readBy(trigger)));
    const unread = factNames.filter((fact) => !read.has(fact) && fact !== "kind" && fact !== "date");
    const more = fc.dictionary(fc.oneof(fc.constantFrom(...unread, "no.such.fact"), fc.string()), fc.oneof(fc.boolean(), fc.string(), fc.integer()), { minKeys: 1 });
    fc.assert(fc.property(cases, more, ([facts, claims], given) => {
      const added = Object.fromEntries(Object.entries(given).filter(([fact]) => !read.has(fact) && fact !== "kind" && fact !== "date"));
      expect(evaluate(packs, { ...facts, ...added }, claims)).toEqual(evaluate(packs, facts, claims));
    }), { numRuns: 200, seed: 20261125 });
  });

  test("loses by a claim exactly what the programme replaces, and nothing else changes", () => {
    fc.assert(fc.property(cases, ([facts, claims]) => {
      const [without, with_] = [evaluate(packs, facts), evaluate(packs, facts, claims)];
      const offered = [...without.regimes, ...without.facilitations];
      const replaced = new Set(regimes.filter(({ id }) => claims.includes(id) && offered.includes(id)).flatMap(({ substitutes }) => substitutes));
      expect(with_.regimes).toEqual(without.regimes.filter((id) => !replaced.has(id)));
      expect(with_.facilitations).toEqual(without.facilitations);
      expect(with_.replaced).toEqual(without.replaced);
      expect(with_.findings.map(({ id }) => id)).toEqual(without.findings.map(({ id }) => id));
      expect(with_.findings.filter(({ waivedBy }) => waivedBy !== null).map(({ id }) => id).toSorted()).toEqual(offered.filter((id) => replaced.has(id)).toSorted());
      expect(with_.refusedClaims).toEqual(claims.filter((claim) => !offered.includes(claim)));
    }), { numRuns: 200, seed: 20261125 });
  });

  test("is written as any JSON would be", () => {
    fc.assert(fc.property(cases, fc.option(fc.string(), { nil: undefined }), ([facts, claims], id) => {
      const answer = requirementsFor(shippedRulebook(), { id, facts: { ...facts, "no.such.fact": 1 }, claims });
      expect(requirementsJson(answer)).toBe(JSON.stringify(answer));
    }), { numRuns: 100, seed: 20261125 });
  });
});

test("a condition made ready holds when it holds", () => {
  const value = fc.oneof(fc.constantFrom("a", "b", "", "2026-01-01"), fc.integer({ min: 0, max: 3 }), fc.boolean(), fc.subarray(["a", "b", "c"]));
  const leaf = fc.record({ attr: fc.constantFrom("x", "y", "z"), op: fc.constantFrom(...operators), value });
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof({ maxDepth: 4 }, leaf, fc.record({ all: fc.array(tie("condition"), { maxLength: 3 }) }), fc.record({ any: fc.array(tie("condition"), { maxLength: 3 }) }), fc.record({ not: tie("condition") })),
  }));
  const facts = fc.dictionary(fc.constantFrom("x", "y", "z"), value) as fc.Arbitrary<Facts>;
  fc.assert(fc.property(condition, facts, (one, given) => {
    expect(compile(one)(given)).toBe(holds(one, given));
  }), { numRuns: 3000, seed: 20261125 });
});

/** The rules' meaning, written down as plainly as possible. */
function plainly(facts: Facts, claims: readonly string[]): Evaluation {
  const current = packs.filter((pack) => inForce(pack, facts.date));
  const applying = current.flatMap((pack) => pack.regimes.filter((regime) => regime.kinds.some((kind) => kind === facts.kind) && inForce(regime, facts.date) && holds(regime.trigger, facts)).map((regime) => ({ regime, pack })));
  const relied = applying.map(({ regime }) => regime).filter(({ status }) => status === "in_force");
  const programmes = relied.filter(isProgramme);
  const takenBy = (id: string) => programmes.findLast((one) => claims.includes(one.id) && one.substitutes.includes(id))?.id ?? null;
  const stays = relied.filter(({ type, id }) => type === "facilitation" || takenBy(id) === null);
  const sorted = (ids: readonly string[]) => [...new Set(ids)].toSorted();
  return {
    regimes: sorted(stays.filter(({ type }) => type !== "facilitation").map(({ id }) => id)),
    facilitations: sorted(stays.filter(({ type }) => type === "facilitation").map(({ id }) => id)),
    documents: sorted(stays.flatMap(({ papers }) => papers)),
    replaced: sorted(programmes.flatMap(({ substitutes }) => substitutes).filter((id) => relied.some((regime) => regime.id === id))),
    findings: applying.map(({ regime, pack }) => {
      const waivedBy = regime.status === "in_force" ? takenBy(regime.id) : null;
      const { id, type, due, confidence } = regime;
      const binding = regime.status === "in_force" && type !== "facilitation" && waivedBy === null;
      return { id, type, binding, because: reasons(regime.trigger, facts), due, confidence, version: regime.versions.find((one) => inForce(one, facts.date))?.id ?? null, pack: `${pack.id}@${pack.version}`, waivedBy };
    }),
    packs: current.map(({ id, version }) => ({ id, version })),
    refusedClaims: claims.filter((claim) => !programmes.some(({ id }) => id === claim)),
  };
}
