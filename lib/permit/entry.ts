import type { Quantity, Sealed } from "../request/events.ts";
import type { DatedRate } from "./units.ts";

/** How far a movement has come, in this order. */
export const stages = ["planned", "departed", "crossed", "arrived"] as const;
export type Stage = (typeof stages)[number];

/** What became of goods that will not come back. What comes back crosses again. */
export const ends = ["destroyed", "transferred", "remitted"] as const;
export type End = (typeof ends)[number];

export const directions = ["out", "return"] as const;
export type Direction = (typeof directions)[number];

/** An entry of a permit's ledger, but for its words. */
export type Written = {
  readonly id: string;
  readonly stage: Stage | End;
  readonly direction: Direction;
  /** In the permit's unit: what it counts as. */
  readonly quantity: Quantity;
  /** As it was said, where that was in another unit. */
  readonly stated: Quantity | null;
  readonly rate: DatedRate | null;
  readonly controlPoint: string | null;
  /** When it happened, or is to happen. */
  readonly at: string;
  readonly recordedAt: string;
  readonly person: string | null;
  /** The entry with which the movement began that this one carries on; its own id where it begins one. */
  readonly consignment: string;
  /** The last day on which it should have arrived. */
  readonly expected: string | null;
  readonly papers: readonly string[];
  /** The counter whose total so far was read; `quantity` is what it adds to the reading before. */
  readonly reading: { readonly counter: string; readonly total: string } | null;
  readonly corrects: string | null;
  readonly correctedBy: string | null;
  /** Its correction says that it never was. */
  readonly isVoid: boolean;
};

/** One entry of a permit's ledger. It is never changed: a correction is another entry that names it. */
export type LedgerEntry = Written & {
  /** Carrier and condition. */
  readonly about: Sealed | null;
  /** Why it takes the place of another. */
  readonly reason: Sealed | null;
};

/** The entries that hold: not corrected, and no mere cancellation. */
export function counting<E extends Written>(ledger: readonly E[]): E[] {
  return ledger.filter(({ correctedBy, isVoid }) => correctedBy === null && !isVoid);
}

/** What crossed, as it now stands. */
export function crossings<E extends Written>(ledger: readonly E[]): E[] {
  return counting(ledger).filter(({ stage }) => stage === "crossed");
}

export function isEnd(stage: Written["stage"]): stage is End {
  return (ends as readonly string[]).includes(stage);
}

/** Planned, departed or crossed: what the days and the limit of a permit are for. */
export function isBeforeArrival(stage: Written["stage"]): boolean {
  return stage === "planned" || stage === "departed" || stage === "crossed";
}

/** The last total that was read of each counter. */
export function lastReading(ledger: readonly Written[], counter: string): Written | undefined {
  return crossings(ledger).findLast(({ reading }) => reading?.counter === counter);
}
