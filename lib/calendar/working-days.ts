import { type Calendar, calendars, isCalendar, works } from "./calendar-year.ts";
import { calendarEdition, specialDay, yearInForce } from "./in-force.ts";

/** Whether offices work on that day at one place: make-up days and half days count, holidays and weekends do not. */
export function isWorkingDay(day: string, calendar: Calendar): boolean {
  return works(day, specialDay(day, calendar));
}

/** Whether that day is a holiday there, on whichever weekday. */
export function isHoliday(day: string, calendar: Calendar): boolean {
  return specialDay(day, calendar)?.is === "off";
}

/** A day counts only when every named place works; names that are no calendar of ours do not hold it up. */
export function worksEverywhere(day: string, places: readonly string[]): boolean {
  return worksAt(places)(numberOf(day));
}

/** The `count`-th working day after a day (before it, when negative). Zero gives the day itself. */
export function addWorkingDays(day: string, count: number, places: readonly string[]): string {
  const counts = worksAt(places);
  const step = count < 0 ? -1 : 1;
  let at = numberOf(day);
  for (let left = Math.abs(count); left > 0; ) {
    at += step;
    if (counts(at)) left--;
  }
  return dayAt(at);
}

/** How many working days lie after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: string, to: string, places: readonly string[]): number {
  const counts = worksAt(places);
  const last = numberOf(to);
  let count = 0;
  for (let at = numberOf(from) + 1; at <= last; at++) if (counts(at)) count++;
  return count;
}

/** A year whose list is not known here: of its days only weekends count as off, so what was counted through it is provisional. */
export type Unpublished = { readonly calendar: Calendar; readonly year: number };

/** The years between two days, in whichever order, that are not known at one of the places. */
export function unpublishedBetween(from: string, to: string, places: readonly string[]): Unpublished[] {
  const [first = 0, last = 0] = [from, to].map((day) => Number(day.slice(0, -6))).toSorted((a, b) => a - b);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at).flatMap((year) => counted(places).flatMap((calendar) => (yearInForce(calendar, year) ? [] : [{ calendar, year }])));
}

/** Where no place has a calendar of ours, Hong Kong's is counted. */
function counted(places: readonly string[]): readonly Calendar[] {
  const known = calendars.filter((place) => places.some((one) => isCalendar(one) && one === place));
  return known.length === 0 ? ["HK"] : known;
}

/** Whether the day of that number counts, looked up once for each set of places: a desk's queue asks thousands of times. */
function worksAt(places: readonly string[]): (at: number) => boolean {
  const open = counted(places);
  const id = open.join(" ");
  if (lookedUp.edition !== calendarEdition()) lookedUp = { edition: calendarEdition(), by: {} };
  return (lookedUp.by[id] ??= remembered((day) => open.every((place) => isWorkingDay(day, place))));
}

let lookedUp: { readonly edition: number; readonly by: Record<string, (at: number) => boolean> } = { edition: 0, by: {} };

function remembered(counts: (day: string) => boolean): (at: number) => boolean {
  const known = new Map<number, boolean>();
  return (at) => {
    const found = known.get(at) ?? counts(dayAt(at));
    if (known.size < 20_000) known.set(at, found);
    return found;
  };
}

/** Days since 1970. */
function numberOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / aDay;
}

function dayAt(number: number): string {
  return new Date(number * aDay).toISOString().slice(0, 10);
}

const aDay = 86_400_000;
