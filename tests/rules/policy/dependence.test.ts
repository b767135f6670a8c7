import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Condition, FactValue, Facts } from "../../../lib/policy/condition.ts";
import { hangsOn, residue, type ValuesOf } from "../../../lib/policy/dependence.ts";
import { holds } from "../../../lib/policy/holds.ts";
import { all, any, is, isNot, isOneOf, not } from "../../../lib/policy/packs/conditions.ts";

const domain: Readonly<Record<string, readonly FactValue[]>> = { a: [true, false], b: [true, false], c: ["x", "y", "z"], n: [0, 1, 2, 3] };
const valuesOf: ValuesOf = (fact) => domain[fact] ?? [];

describe("what a condition still hangs on", () => {
  it.each<[string, Condition, string[]]>([
    ["one fact", is("a", true), ["a"]],
    ["nothing, when an answer that nobody can give is asked for", is("c", "w"), []],
    ["nothing behind a part that cannot hold", all(is("c", "w"), is("a", true)), []],
    ["both parts of an alternative", any(is("a", true), is("b", true)), ["a", "b"]],
    ["not on a fact that is made up for", any(all(is("a", true), is("b", true)), all(not(is("a", true)), is("b", true))), ["b"]],
    ["a fact whose lack of an answer decides", any(is("a", true), is("a", false)), ["a"]],
    ["not on a contradiction", all(is("c", "x"), is("c", "y"), is("a", true)), []],
    ["not on what is always so", any(is("a", true), not(is("a", true))), []],
    ["the parts of a choice that differ", any(isOneOf("c", "x", "y"), all(is("c", "z"), is("a", true))), ["c", "a"]],
    ["numbers by their threshold", all({ attr: "n", op: "gte", value: 2 }, { attr: "n", op: "lt", value: 2 }, is("a", true)), []],
  ])("%s", (_, condition, expected) => {
    expect(hangsOn(condition, valuesOf).toSorted()).toEqual(expected.toSorted());
  });

  it("is exactly what trying every combination of answers finds", () => {
    fc.assert(
      fc.property(conditions(3), (condition) => {
        const found = hangsOn(condition, valuesOf).toSorted();
        expect(found).toEqual(byTrying(condition));
      }),
      { numRuns: 3000, seed: 20261125 },
    );
  });

  it("putting in what is known never changes what the whole comes to", () => {
    fc.assert(
      fc.property(conditions(3), everything(), fc.subarray(Object.keys(domain)), (condition, facts, told) => {
        const left = residue(condition, (fact) => (told.includes(fact) ? (facts[fact] ?? null) : undefined));
        expect(typeof left === "boolean" ? left : holds(left, facts)).toBe(holds(condition, facts));
      }),
      { numRuns: 3000, seed: 20261125 },
    );
  });
});

function byTrying(condition: Condition): string[] {
  const names = Object.keys(domain);
  return names.filter((fact) => {
    const others = combinations(names.filter((name) => name !== fact));
    return others.some((facts) => new Set([...(domain[fact] ?? []), null].map((value) => holds(condition, value === null ? facts : { ...facts, [fact]: value }))).size > 1);
  }).toSorted();
}

function combinations(names: readonly string[]): Facts[] {
  const [first, ...others] = names;
  if (first === undefined) return [{}];
  return combinations(others).flatMap((facts) => [facts, ...(domain[first] ?? []).map((value) => ({ ...facts, [first]: value }))]);
}

function everything(): fc.Arbitrary<Facts> {
  const entries = Object.entries(domain).map(([name, values]) => [name, fc.constantFrom(undefined, ...values)] as const);
  return fc.record(Object.fromEntries(entries)).map((facts) => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Facts);
}

function conditions(depth: number): fc.Arbitrary<Condition> {
  const leaf = fc.oneof(
    fc.constantFrom("a", "b").chain((fact) => fc.boolean().map((value) => is(fact, value))),
    fc.constantFrom("x", "y", "w").map((value) => is("c", value)),
    fc.constantFrom("x", "y").map((value) => isNot("c", value)),
    fc.subarray(["x", "y", "z"]).map((value) => isOneOf("c", ...value)),
    fc.record({ attr: fc.constant("n"), op: fc.constantFrom("gte", "gt", "lt", "lte"), value: fc.integer({ min: 0, max: 4 }) }) as fc.Arbitrary<Condition>,
  );
  if (depth === 0) return leaf;
  const part = conditions(depth - 1);
  const parts = fc.array(part, { maxLength: 3 });
  return fc.oneof(leaf, parts.map((some) => all(...some)), parts.map((some) => any(...some)), part.map(not));
}
