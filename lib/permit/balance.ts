import { Decimal } from "decimal.js";

type Moved = { readonly direction: "out" | "return"; readonly quantity: { readonly value: string } };

/**
 * What a permit has left, exactly, as decimal text in the permit's unit. What was returned does not free the limit again:
 * a limit counts what may leave. `outside` is what left and has not come back.
 */
export function balance(limit: { readonly value: string }, movements: readonly Moved[]): { used: string; remaining: string; outside: string } {
  const sum = (direction: Moved["direction"]) => movements.filter((one) => one.direction === direction).reduce((total, one) => total.plus(one.quantity.value), new Decimal(0));
  const used = sum("out");
  return { used: used.toFixed(), remaining: new Decimal(limit.value).minus(used).toFixed(), outside: used.minus(sum("return")).toFixed() };
}

/** Whether decimal text `a` is more than `b`. */
export function exceeds(a: string, b: string): boolean {
  return new Decimal(a).greaterThan(b);
}

export function isWhole(value: string): boolean {
  return new Decimal(value).isInteger();
}

export function isPositive(value: string): boolean {
  return new Decimal(value).greaterThan(0);
}
