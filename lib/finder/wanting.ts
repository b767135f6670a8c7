import type { Condition, Facts, FactValue, Leaf } from "../policy/condition.ts";
import { holds } from "../policy/holds.ts";

/** One thing that would have to be otherwise: the leaf should hold, or should not. */
export type Want = { readonly leaf: Leaf; readonly should: boolean };

/** More ways than this to satisfy a rule are no help to anybody. */
const most = 24;

/**
 * The ways in which a condition that does not hold could: each a list of leaves that would all have to come out otherwise,
 * none longer than it must be. Empty lists of ways mean that nothing can help.
 */
export function wanting(condition: Condition, facts: Facts): readonly (readonly Want[])[] {
  return ways(condition, facts, true).filter((wants) => wants.every(({ leaf: { attr } }) => possible(wants.filter((want) => want.leaf.attr === attr))));
}

/** Whether one answer, or none, can be all that is wanted of it. */
function possible(wants: readonly Want[]): boolean {
  return [undefined, ...wants.flatMap(({ leaf }) => answersNear(leaf))].some((value) => wants.every(({ leaf, should }) => holds(leaf, value === undefined ? {} : { [leaf.attr]: value }) === should));
}

/** Answers that a leaf tells apart: what it names, and what lies beside that. */
export function answersNear({ op, value }: Leaf): FactValue[] {
  if (op === "contains") return [[String(value)]];
  if (typeof value === "number") return [value, value + 1, value - 1];
  if (typeof value === "boolean") return [value, !value];
  return [...[value].flat(), `other than ${String(value)}`];
}

function ways(condition: Condition, facts: Facts, should: boolean): readonly (readonly Want[])[] {
  if (holds(condition, facts) === should) return [[]];
  if ("attr" in condition) return [[{ leaf: condition, should }]];
  if ("not" in condition) return ways(condition.not, facts, !should);
  const parts = ("all" in condition ? condition.all : condition.any).map((part) => ways(part, facts, should));
  const everyPart = "all" in condition === should;
  if (!everyPart) return parts.flat().slice(0, most);
  return parts.reduce<readonly (readonly Want[])[]>((sofar, part) => sofar.flatMap((before) => part.map((more) => merged(before, more))).slice(0, most), [[]]);
}

function merged(a: readonly Want[], b: readonly Want[]): readonly Want[] {
  return a.concat(b.filter((want) => !a.some((one) => one.leaf === want.leaf)));
}
