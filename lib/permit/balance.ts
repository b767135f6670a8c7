import type { Decimal } from "decimal.js";
import { counting, crossings, isEnd, type Written } from "./entry.ts";
import { Exact } from "./exact.ts";

type Moved = { readonly direction: "out" | "return"; readonly quantity: { readonly value: string } };
export type Balance = { readonly used: string; readonly remaining: string; readonly outside: string };

/**
 * What a permit has left, exactly, as decimal text in the permit's unit. What was returned does not free the limit again:
 * a limit counts what may leave. `outside` is what left, has not come back and has not `ended` otherwise.
 */
export function balance(limit: { readonly value: string }, movements: readonly Moved[], ended: readonly Moved[] = []): Balance {
  const used = total(movements.filter(({ direction }) => direction === "out"));
  const back = total(movements.filter(({ direction }) => direction === "return"));
  return { used: used.toFixed(), remaining: new Exact(limit.value).minus(used).toFixed(), outside: used.minus(back).minus(total(ended)).toFixed() };
}

/** The same of a whole ledger. */
export function ledgerBalance(limit: { readonly value: string }, ledger: readonly Written[]): Balance {
  return balance(limit, crossings(ledger), counting(ledger).filter(({ stage }) => isEnd(stage)));
}

export function total(moved: readonly { readonly quantity: { readonly value: string } }[]): Decimal {
  return moved.reduce((sum, { quantity }) => sum.plus(quantity.value), new Exact(0));
}

/** Whether decimal text `a` is more than `b`. */
export function exceeds(a: string, b: string): boolean {
  return new Exact(a).greaterThan(b);
}

/** Whether two limits are for the same, however their numbers are written: `24` and `24.0`. */
export function isSameLimit(a: Limit, b: Limit): boolean {
  return a.unit === b.unit && new Exact(a.value).equals(b.value);
}

type Limit = { readonly value: string; readonly unit: string };

export function isWhole(value: string): boolean {
  return new Exact(value).isInteger();
}

export function isPositive(value: string): boolean {
  return new Exact(value).greaterThan(0);
}
