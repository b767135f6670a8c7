import { dayOf } from "./day.ts";
import { addWorkingDays, workingDaysBetween } from "./working-days.ts";

/** A stretch of time in which a clock ran; `to` is null while it runs. A clock has stood still between two of them. */
export type Run = { readonly from: string; readonly to: string | null };

/**
 * The last day of a clock of so many working days: the day on which its runs together have used them, the last taken to go on.
 * A run counts the days after the one on which it began, up to and including the one on which it stopped.
 */
export function dueDay(runs: readonly Run[], workingDays: number, places: readonly string[]): string {
  let left = workingDays;
  for (const [at, { from, to }] of runs.entries()) {
    const begun = dayOf(from);
    const used = to === null || at === runs.length - 1 ? left : workingDaysBetween(begun, dayOf(to), places);
    if (used >= left) return addWorkingDays(begun, left, places);
    left -= used;
  }
  throw new Error("a clock that never ran has no last day");
}

/** Where a clock stands, in whole working days. */
export type ClockState = {
  readonly used: number;
  readonly left: number;
  readonly over: number;
  /** Days on which it stood still. */
  readonly stood: number;
  /** The day since when it stands still; null while it runs. */
  readonly stopped: string | null;
  /** Null while it stands still: the day moves on with every day that it does. */
  readonly due: string | null;
  readonly days: number;
};

/** A clock of so many working days that ran in these stretches, read on `today`. */
export function clockState(runs: readonly Run[], workingDays: number, places: readonly string[], today: string): ClockState {
  const gone = total(runs.map(({ from, to }) => workingDaysBetween(dayOf(from), to === null ? today : dayOf(to), places)));
  const stopped = runs.at(-1)?.to ?? null;
  const stood = total(runs.map(({ to }, at) => (to === null ? 0 : workingDaysBetween(dayOf(to), dayOf(runs[at + 1]?.from ?? `${today}T00:00:00Z`), places))));
  return {
    used: Math.min(gone, workingDays),
    left: Math.max(0, workingDays - gone),
    over: Math.max(0, gone - workingDays),
    stood,
    stopped: stopped && dayOf(stopped),
    due: stopped === null ? dueDay(runs, workingDays, places) : null,
    days: workingDays,
  };
}

function total(days: readonly number[]): number {
  return days.reduce((sum, one) => sum + one, 0);
}
