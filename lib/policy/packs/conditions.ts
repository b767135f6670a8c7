import type { Condition, FactValue } from "../condition.ts";

/*
 * The words a trigger is written in. Each returns plain data, so that a pack can be stored, compared and shown.
 * A missing fact makes a leaf false, and therefore `not` of it true.
 */

export function all(...parts: Condition[]): Condition {
  return { all: parts };
}

export function any(...parts: Condition[]): Condition {
  return { any: parts };
}

export function not(part: Condition): Condition {
  return { not: part };
}

export function is(attr: string, value: FactValue): Condition {
  return { attr, op: "eq", value };
}

export function isNot(attr: string, value: FactValue): Condition {
  return { attr, op: "ne", value };
}

export function isOneOf(attr: string, ...value: string[]): Condition {
  return { attr, op: "in", value };
}

/** For facts that hold a list, such as the places passed in transit. */
export function includes(attr: string, value: string): Condition {
  return { attr, op: "contains", value };
}

/** The planned crossing date is this day or later. */
export function crossingFrom(day: string): Condition {
  return { attr: "date", op: "gte", value: day };
}

export function moreThan(attr: string, value: number): Condition {
  return { attr, op: "gt", value };
}

export function atLeast(attr: string, value: number): Condition {
  return { attr, op: "gte", value };
}

export function atMost(attr: string, value: number): Condition {
  return { attr, op: "lte", value };
}

export function lessThan(attr: string, value: number): Condition {
  return { attr, op: "lt", value };
}
