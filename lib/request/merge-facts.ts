import { kindDefinition } from "../kind/registry.ts";
import type { FactValue } from "../policy/condition.ts";
import type { Kind } from "../policy/pack.ts";

/** Answers with a change on top: null removes one. */
export function mergeFacts(before: Readonly<Record<string, FactValue>>, change: Readonly<Record<string, FactValue | null>>): Record<string, FactValue> {
  return withoutNulls({ ...before, ...change });
}

export function withoutNulls(facts: Readonly<Record<string, FactValue | null>>): Record<string, FactValue> {
  return Object.fromEntries(Object.entries(facts).filter((entry): entry is [string, FactValue] => entry[1] !== null));
}

/** The answers with what the lines add up to. Where others may have added to a count, a larger answer stands. */
export function withTotals(kind: Kind, facts: Readonly<Record<string, FactValue>>, totals: Readonly<Record<string, FactValue>>): Record<string, FactValue> {
  if (!kindDefinition(kind).lines?.totalsAreLeast) return { ...facts, ...totals };
  const larger = Object.entries(totals).filter(([fact, total]) => !(typeof facts[fact] === "number" && typeof total === "number" && facts[fact] > total));
  return { ...facts, ...Object.fromEntries(larger) };
}
