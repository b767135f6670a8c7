import { type Calendar, type CalendarYear, type SpecialDay } from "./calendar-year.ts";
import { publishedYears } from "./published.ts";

/*
 * The calendars that count in this process. Like the table of time zones they are facts about the world and not about a case, so they
 * are not handed from function to function: those that come with the project, and the years an operator loaded, which only add to them.
 */

/** A year in force, ready to be looked up. */
type Known = { readonly list: CalendarYear; readonly byDate: ReadonlyMap<string, SpecialDay> };

const own = indexed(publishedYears);
let inForce: ReadonlyMap<string, Known> = own;
/** Whoever remembers what days were forgets it when the years change. */
let edition = 0;

/** Lets loaded years count, in place of those loaded before. A year that comes with the project stays as it is. */
export function takeIn(loaded: readonly CalendarYear[]): void {
  inForce = new Map([...indexed(loaded), ...own]);
  edition++;
}

export function calendarEdition(): number {
  return edition;
}

/** The list of a year, if it is published and known here. */
export function yearInForce(calendar: Calendar, year: number): CalendarYear | undefined {
  return inForce.get(`${calendar} ${year}`)?.list;
}

/** Every year that is known, by calendar and year. */
export function yearsInForce(): CalendarYear[] {
  return [...inForce.values()].map(({ list }) => list).toSorted((a, b) => (a.calendar === b.calendar ? a.year - b.year : a.calendar < b.calendar ? -1 : 1));
}

/** What the list says of a day; nothing of one that is what its weekday says, or whose year is not known. */
export function specialDay(day: string, calendar: Calendar): SpecialDay | undefined {
  return inForce.get(`${calendar} ${Number(day.slice(0, -6))}`)?.byDate.get(day);
}

function indexed(years: readonly CalendarYear[]): Map<string, Known> {
  return new Map(years.map((year) => [`${year.calendar} ${year.year}`, { list: year, byDate: new Map(year.days.map((day) => [day.date, day])) }]));
}
