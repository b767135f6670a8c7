import { addDays } from "./day.ts";
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
  return places.filter(isCalendar).every((place) => isWorkingDay(day, place)) && (places.some(isCalendar) || isWorkingDay(day, "HK"));
}

/** The `count`-th working day after a day (before it, when negative). Zero gives the day itself. */
export function addWorkingDays(day: string, count: number, places: readonly string[]): string {
  const step = count < 0 ? -1 : 1;
  let at = day;
  for (let left = Math.abs(count); left > 0; ) {
    at = addDays(at, step);
    if (worksEverywhere(at, places)) left--;
  }
  return at;
}

/** How many working days lie after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: string, to: string, places: readonly string[]): number {
  let count = 0;
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (worksEverywhere(at, places)) count++;
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
