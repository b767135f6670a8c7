import { addDays } from "./day.ts";
import { type CalendarYear, works } from "./calendar-year.ts";

/** The days of a year on which two lists of it disagree: worked by one, off by the other. What a holiday is called is no matter. */
export function differingDays(one: CalendarYear, other: CalendarYear): string[] {
  const [first, second] = [one, other].map(({ days }) => new Map(days.map((day) => [day.date, day])));
  return Array.from({ length: 366 }, (_, at) => addDays(`${one.year}-01-01`, at)).filter((day) => day.startsWith(`${one.year}-`) && works(day, first?.get(day)) !== works(day, second?.get(day)));
}
