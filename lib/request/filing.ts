import { addDays } from "../calendar/day.ts";
import { addWorkingDays, type Unpublished, unpublishedBetween, worksEverywhere } from "../calendar/working-days.ts";
import type { Regime } from "../policy/pack.ts";

type Timed = Pick<Regime, "time" | "jurisdiction">;

/** The day by which an authority usually answers what is filed on `filed` (ISO day); null when no time is known for it. */
export function answerDay({ time, jurisdiction }: Timed, filed: string): string | null {
  if (time.value === 0) return null;
  return time.unit === "working_day" ? addWorkingDays(filed, time.value, [jurisdiction]) : addDays(filed, daysIn(time));
}

/** The last day on which something can be filed and the answer still usually be there by `needed` (ISO day). */
export function fileBy({ time, jurisdiction }: Timed, needed: string): string | null {
  if (time.value === 0) return null;
  return time.unit === "working_day" ? addWorkingDays(lastWorkingDay(needed, jurisdiction), -time.value, [jurisdiction]) : addDays(needed, -daysIn(time));
}

/** The day until which what is due after a crossing may be done; null when the law sets none. */
export function obligationDay({ clock }: Pick<Regime, "clock">, crossed: string): string | null {
  if (clock === null) return null;
  return clock.unit === "working_day" ? addWorkingDays(crossed, clock.days, [clock.calendar]) : addDays(crossed, clock.unit === "day" ? clock.days : Math.ceil(clock.days / 24));
}

/** The years that a day of `answerDay` or `fileBy` was counted through and whose days off are not published. */
export function answerUnpublished({ time, jurisdiction }: Timed, from: string, to: string): Unpublished[] {
  return time.unit === "working_day" ? unpublishedBetween(from, to, [jurisdiction]) : [];
}

/** The same of a day of `obligationDay`. */
export function obligationUnpublished({ clock }: Pick<Regime, "clock">, from: string, to: string): Unpublished[] {
  return clock?.unit === "working_day" ? unpublishedBetween(from, to, [clock.calendar]) : [];
}

function daysIn({ value, unit }: Regime["time"]): number {
  return unit === "hour" ? Math.ceil(value / 24) : value;
}

/** An answer that is needed on a day off must be there on the working day before it. */
function lastWorkingDay(day: string, jurisdiction: Regime["jurisdiction"]): string {
  return worksEverywhere(day, [jurisdiction]) ? day : addWorkingDays(day, -1, [jurisdiction]);
}
