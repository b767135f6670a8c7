import { addDays, dayOf } from "./day.ts";
import { addWorkingDays, type Unpublished, unpublishedBetween, workingDaysBetween } from "./working-days.ts";

/** A stretch of time in which a clock ran, as instants; `to` is null while it runs. A clock has stood still between two of them. */
export type Run = { readonly from: string; readonly to: string | null };

/**
 * A clock: when it began and stood still, how many working days it has and by how many it was extended, and whose days it counts. The
 * day of an act is the local day of the act, the same at all three places; the day after it is day one.
 */
export type Clock = {
  readonly ran: readonly Run[];
  readonly workingDays: number;
  readonly extended: number | null;
  /** Only days on which all of these work are counted. */
  readonly calendars: readonly string[];
};

export function daysOf({ workingDays, extended }: Pick<Clock, "workingDays" | "extended">): number {
  return workingDays + (extended ?? 0);
}

/** The last day of a clock: the one on which its runs together have used its days, the last of them taken to go on. */
export function lastDay(clock: Clock): string {
  return dayReached(clock, daysOf(clock));
}

/**
 * How far a clock is on a day, as its pages say it: 3 is day 3 of its days. 0 on the day of the act that began it, and past the number
 * of its days when it is over. A day off is still the working day before it.
 */
export function dayNumber({ ran, calendars }: Pick<Clock, "ran" | "calendars">, today: string): number {
  return total(ran.map(({ from, to }) => workingDaysBetween(dayOf(from), to === null ? today : dayOf(to), calendars)));
}

/** The part of a clock's days that is used on a day: 0.5 is half, above 1 is over. */
export function elapsedShare(clock: Clock, today: string): number {
  return dayNumber(clock, today) / daysOf(clock);
}

/** At which parts of a clock somebody is told, in hundredths. */
export const shares = [50, 80, 100] as const;
export type Share = (typeof shares)[number];

/**
 * When a clock reaches each of these parts: the working day with which that much of it is used, and the instant at which that day ends.
 * Null for what lies beyond the stop of a clock that stands still: it moves on with every day.
 */
export function milestones(clock: Clock): { readonly share: Share; readonly day: string | null; readonly at: string | null }[] {
  const stopped = clock.ran.at(-1)?.to ?? null;
  const used = stopped === null ? Infinity : dayNumber(clock, dayOf(stopped));
  return shares.map((share) => {
    const needed = Math.ceil((daysOf(clock) * share) / 100);
    const day = clock.ran.length > 0 && needed <= used ? dayReached(clock, needed) : null;
    return { share, day, at: day && new Date(`${addDays(day, 1)}T00:00:00+08:00`).toISOString() };
  });
}

/** Where a clock stands, in whole working days. */
export type ClockState = {
  /** The number of the day that it is: day 3 of `days`. */
  readonly day: number;
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
  /** The years whose days off are not known, that it was counted through. */
  readonly unpublished: readonly Unpublished[];
};

/** A clock read on `today`. */
export function clockState(clock: Clock, today: string): ClockState {
  const { ran, calendars } = clock;
  const [days, day] = [daysOf(clock), dayNumber(clock, today)];
  const stopped = ran.at(-1)?.to ?? null;
  const due = stopped === null ? lastDay(clock) : null;
  const stood = total(ran.map(({ to }, at) => (to === null ? 0 : workingDaysBetween(dayOf(to), dayOf(ran[at + 1]?.from ?? `${today}T00:00:00Z`), calendars))));
  return {
    day,
    used: Math.min(day, days),
    left: Math.max(0, days - day),
    over: Math.max(0, day - days),
    stood,
    stopped: stopped && dayOf(stopped),
    due,
    days,
    unpublished: unpublishedBetween(dayOf(ran[0]?.from ?? today), due ?? today, calendars),
  };
}

/** The day with which so many working days of a clock are used. A run counts the days after the one on which it began, up to and including the one on which it stopped. */
function dayReached({ ran, calendars }: Clock, days: number): string {
  let left = days;
  for (const [at, { from, to }] of ran.entries()) {
    const begun = dayOf(from);
    const used = to === null || at === ran.length - 1 ? left : workingDaysBetween(begun, dayOf(to), calendars);
    if (used >= left) return addWorkingDays(begun, left, calendars);
    left -= used;
  }
  throw new Error("a clock that never ran has no last day");
}

function total(days: readonly number[]): number {
  return days.reduce((sum, one) => sum + one, 0);
}
