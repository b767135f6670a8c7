import { refusal, type Refusal } from "../request/refusal.ts";
import { exceeds, isPositive, ledgerBalance } from "./balance.ts";
import { isBeforeArrival, isEnd, type Written } from "./entry.ts";

type Entry = Pick<Written, "stage" | "direction" | "quantity">;

/**
 * What a limit has against one more entry: more would leave than is left, or more come back or end than is outside. `others` are the
 * entries beside it, so that a correction is held to what its entry would have been held to.
 */
export function limitRefusals(entry: Entry, limit: { readonly value: string; readonly unit: string }, others: readonly Written[]): Refusal[] {
  const { remaining, outside } = ledgerBalance(limit, others);
  const { unit } = limit;
  if (entry.direction === "out" && isBeforeArrival(entry.stage) && exceeds(entry.quantity.value, remaining)) return [refusal("overLimit", { remaining, unit }, "quantity.value")];
  const comesBack = entry.direction === "return" && entry.stage !== "arrived";
  // A correction of what left may lack what already came back: that is said of the whole below.
  if ((comesBack || isEnd(entry.stage)) && exceeds(entry.quantity.value, isPositive(outside) ? outside : "0")) return [refusal("nothingToReturn", { outside: isPositive(outside) ? outside : "0", unit }, "quantity.value")];
  return [];
}

/** Whether with a correction more would have come back or ended than ever left. */
export function accountedFor(limit: { readonly value: string; readonly unit: string }, ledger: readonly Written[]): Refusal[] {
  const { outside } = ledgerBalance(limit, ledger);
  return exceeds("0", outside) ? [refusal("belowAccounted", { missing: outside.replace("-", ""), unit: limit.unit }, "quantity.value")] : [];
}
