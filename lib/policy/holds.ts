import type { Condition, FactValue, Facts, Leaf } from "./condition.ts";

/**
 * Whether a condition holds for these facts. A missing fact makes a leaf false, so `not` of it is true
 * (design: semantics of the rule sheet, part B).
 */
export function holds(condition: Condition, facts: Facts): boolean {
  if ("attr" in condition) return leafHolds(condition, facts[condition.attr]);
  if ("all" in condition) return condition.all.every((part) => holds(part, facts));
  if ("any" in condition) return condition.any.some((part) => holds(part, facts));
  return !holds(condition.not, facts);
}

/** The facts that made a condition come out as it did, in the order the rule reads them; only facts that were given. */
export function reasons(condition: Condition, facts: Facts): string[] {
  const found = new Set<string>();
  collect(condition, facts, holds(condition, facts), found);
  return [...found];
}

function collect(condition: Condition, facts: Facts, wanted: boolean, found: Set<string>): void {
  if ("attr" in condition) {
    if (facts[condition.attr] !== undefined && leafHolds(condition, facts[condition.attr]) === wanted) found.add(condition.attr);
    return;
  }
  if ("not" in condition) return collect(condition.not, facts, !wanted, found);
  const parts = "all" in condition ? condition.all : condition.any;
  for (const part of parts) if (holds(part, facts) === wanted) collect(part, facts, wanted, found);
}

/** One leaf, for the answer given; without one it does not hold. */
export function leafHolds({ op, value }: Leaf, given: FactValue | undefined): boolean {
  if (given === undefined) return false;
  switch (op) {
    case "eq":
      return given === value;
    case "ne":
      return given !== value;
    case "in":
      return Array.isArray(value) && typeof given === "string" && value.includes(given);
    case "contains":
      return Array.isArray(given) && typeof value === "string" && given.includes(value);
    case "gte":
      return ordered(given, value, (order) => order >= 0);
    case "gt":
      return ordered(given, value, (order) => order > 0);
    case "lte":
      return ordered(given, value, (order) => order <= 0);
    case "lt":
      return ordered(given, value, (order) => order < 0);
    default:
      return op satisfies never;
  }
}

/** Numbers by size, ISO dates as text; anything else has no order and the leaf is false. */
function ordered(a: FactValue, b: FactValue, test: (order: number) => boolean): boolean {
  if (typeof a === "number" && typeof b === "number") return test(a - b);
  if (typeof a === "string" && typeof b === "string") return test(a < b ? -1 : a > b ? 1 : 0);
  return false;
}
