import type { Condition } from "./condition.ts";
import type { Regime } from "./pack.ts";

/** A number at which rules begin or cease to apply: from `value` on, or only `above` it. */
export type Threshold = { readonly value: number; readonly above: boolean; /** Regimes whose trigger compares with it, in order. */ readonly regimes: readonly string[] };

/** The numbers with which the triggers of rules in force compare a fact, the smallest first. */
export function thresholdsOf(regimes: readonly Pick<Regime, "id" | "status" | "trigger">[], fact: string): Threshold[] {
  const compared = regimes.filter(({ status }) => status === "in_force").flatMap(({ id, trigger }) => comparisons(trigger, fact).map((one) => ({ ...one, id })));
  const distinct = compared.filter((one, at) => compared.findIndex((other) => isSame(one, other)) === at);
  return distinct
    .map(({ value, above }) => ({ value, above, regimes: [...new Set(compared.filter((one) => isSame(one, { value, above })).map(({ id }) => id))].toSorted() }))
    .toSorted((a, b) => a.value - b.value || Number(a.above) - Number(b.above));
}

/** The first threshold that a total has not reached; null when none is left. */
export function nextThreshold(thresholds: readonly Threshold[], total: number): Threshold | null {
  return thresholds.find(({ value, above }) => (above ? total <= value : total < value)) ?? null;
}

type Comparison = Pick<Threshold, "value" | "above">;

function comparisons(condition: Condition, fact: string): Comparison[] {
  if ("all" in condition) return condition.all.flatMap((one) => comparisons(one, fact));
  if ("any" in condition) return condition.any.flatMap((one) => comparisons(one, fact));
  if ("not" in condition) return comparisons(condition.not, fact);
  const { attr, op, value } = condition;
  if (attr !== fact || typeof value !== "number") return [];
  if (op === "gte" || op === "lt") return [{ value, above: false }];
  return op === "gt" || op === "lte" ? [{ value, above: true }] : [];
}

function isSame(a: Comparison, b: Comparison): boolean {
  return a.value === b.value && a.above === b.above;
}
