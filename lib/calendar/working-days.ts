import { type Calendar, calendars, isHoliday, isKnown, isMakeUpDay } from "./holidays.ts";

/** Whether offices work on that day at one place: make-up days count, holidays and weekends do not. */
export function isWorkingDay(day: string, calendar: Calendar): boolean {
  if (isMakeUpDay(day, calendar)) return true;
  if (isHoliday(day, calendar)) return false;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** A day counts only when every named place works; names that are no calendar of ours do not hold it up. */
export function worksEverywhere(day: string, places: readonly string[]): boolean {
  return worksAt(places)(numberOf(day));
}

/** The `count`-th working day after a day (before it, when negative). Zero gives the day itself. */
export function addWorkingDays(day: string, count: number, places: readonly string[]): string {
  const works = worksAt(places);
  const step = count < 0 ? -1 : 1;
  let at = numberOf(day);
  for (let left = Math.abs(count); left > 0; ) {
    at += step;
    if (works(at)) left--;
  }
  return dayAt(at);
}

/** How many working days lie after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: string, to: string, places: readonly string[]): number {
  const works = worksAt(places);
  const last = numberOf(to);
  let count = 0;
  for (let at = numberOf(from) + 1; at <= last; at++) if (works(at)) count++;
  return count;
}

/** Whether some year between two days is not published yet at one of the places. */
export function isProvisional(from: string, to: string, places: readonly string[]): boolean {
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    if (places.filter(isCalendar).some((place) => !isKnown(String(year), place))) return true;
  }
  return false;
}

function isCalendar(place: string): place is Calendar {
  return (calendars as readonly string[]).includes(place);
}

/** Whether the day of that number counts, looked up once for each set of places: a desk's queue asks thousands of times. */
function worksAt(places: readonly string[]): (at: number) => boolean {
  const open = calendars.filter((place) => places.includes(place));
  const id = open.join(" ");
  return (lookedUp[id] ??= remembered((day) => (open.length === 0 ? isWorkingDay(day, "HK") : open.every((place) => isWorkingDay(day, place)))));
}

const lookedUp: Record<string, (at: number) => boolean> = {};

function remembered(works: (day: string) => boolean): (at: number) => boolean {
  const known = new Map<number, boolean>();
  return (at) => {
    const found = known.get(at) ?? works(dayAt(at));
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
