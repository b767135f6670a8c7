import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Field } from "../../../lib/kind/field.ts";
import { openQuestions } from "../../../lib/kind/open-questions.ts";
import { fieldsOf, withoutHidden } from "../../../lib/kind/questions.ts";
import { type FormKind, formKinds } from "../../../lib/kind/registry.ts";
import { tellingValues } from "../../../lib/kind/telling-values.ts";
import type { Condition, FactValue, Facts, Leaf } from "../../../lib/policy/condition.ts";
import { evaluate } from "../../../lib/policy/evaluate.ts";
import { packs } from "../../../lib/policy/registry.ts";

const route: Facts = { "from.city": "guangzhou", "to.city": "hongkong", mode: "courier", date: "2026-12-14" };

function asks(facts: Facts, declined: readonly string[] = []): string[] {
  return openQuestions(packs, "sample", facts, declined).map(({ fact }) => fact);
}

describe("the questions that can still change what applies", () => {
  it("begins with the route and the day, from which all else follows", () => {
    expect(asks({})).toEqual(expect.arrayContaining(["from.city", "to.city", "mode", "date"]));
  });
  it("asks nothing about human material of the Mainland once there is none", () => {
    expect(asks({ ...route, "sample.human_origin_cn": false })).not.toContain("sample.hgr_material");
  });
  it("asks what hangs on a question after that question", () => {
    expect(asks(route)).toContain("sample.human_origin_cn");
    expect(asks(route)).not.toContain("sample.hgr_material");
    expect(asks({ ...route, "sample.human_origin_cn": true })).toContain("sample.hgr_material");
  });
  it("never asks what only one direction needs on the other", () => {
    expect(asks(route)).not.toContain("sample.mo_blood_organ");
    expect(asks({ ...route, "to.city": "macao" })).toContain("sample.mo_blood_organ");
  });
  it("does not ask again what was left without an answer", () => {
    expect(asks(route, ["sample.cites"])).not.toContain("sample.cites");
  });
});

describe.each(formKinds)("%s", (kind) => {
  it("answering in any order ends in the findings of answering everything at once", () => {
    fc.assert(
      fc.property(answers(kind), fc.infiniteStream(fc.nat()), (everything, choices) => {
        const given: Record<string, FactValue> = {};
        const declined: string[] = [];
        for (let open = openQuestions(packs, kind, given); open.length > 0; open = openQuestions(packs, kind, given, declined)) {
          const { fact } = open[choices.next().value! % open.length]!;
          const answer = everything[fact];
          if (answer === undefined) declined.push(fact);
          else given[fact] = answer;
        }
        expect(found(kind, given)).toEqual(found(kind, everything));
      }),
      { numRuns: 60, seed: 20261125 },
    );
  });
});

function found(kind: FormKind, facts: Facts): string[] {
  return evaluate(packs, withoutHidden(kind, facts)).findings.map(({ id }) => id).toSorted();
}

/** Answers to all questions of a kind or to some, with the values that its rules tell apart. */
function answers(kind: FormKind): fc.Arbitrary<Facts> {
  const leaves = packs.flatMap((pack) => pack.regimes).filter((regime) => regime.kinds.includes(kind)).flatMap((regime) => leavesOf(regime.trigger));
  const entries = fieldsOf(kind).map((field) => [field.fact, valueFor(field, leaves.filter(({ attr }) => attr === field.fact))] as const);
  return fc.record(Object.fromEntries(entries)).map((facts) => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Facts);
}

function valueFor(field: Field, leaves: readonly Leaf[]): fc.Arbitrary<FactValue | undefined> {
  if (field.type.is === "date") return fc.constantFrom("2024-05-01", "2025-11-05", "2026-07-31", "2026-12-14", "2027-03-01");
  const values = tellingValues(field, leaves);
  return fc.option(fc.constantFrom(...values), { nil: undefined, freq: field.fact.includes("city") ? 20 : 4 });
}

function leavesOf(condition: Condition): Leaf[] {
  if ("attr" in condition) return [condition];
  if ("not" in condition) return leavesOf(condition.not);
  return ("all" in condition ? condition.all : condition.any).flatMap(leavesOf);
}
