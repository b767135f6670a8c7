import { dayOf } from "./day.ts";
import { addWorkingDays, workingDaysBetween } from "./working-days.ts";

/** The last day of a clock that began at an instant: so many working days after that day. */
export function dueDay(since: string, workingDays: number, places: readonly string[]): string {
  return addWorkingDays(dayOf(since), workingDays, places);
}

/** Where a clock stands: whole working days used, left and over on a day. */
export type ClockState = { readonly used: number; readonly left: number; readonly over: number; readonly due: string; readonly days: number };

/** A clock of so many working days that began at `since`, read on `today`. */
export function clockState(since: string, workingDays: number, places: readonly string[], today: string): ClockState {
  const due = dueDay(since, workingDays, places);
  const gone = workingDaysBetween(dayOf(since), today, places);
  return { used: Math.min(gone, workingDays), left: Math.max(0, workingDays - gone), over: today > due ? workingDaysBetween(due, today, places) : 0, due, days: workingDays };
}
