import { addDays } from "./day.ts";
import { type CalendarYear, type SpecialDay, works } from "./calendar-year.ts";

/** The days of a year on which two lists of it disagree: worked by one, off by the other. What a holiday is called is no matter. */
export function differingDays(one: CalendarYear, other: CalendarYear): string[] {
  const [first, second] = [byDate(one), byDate(other)];
  // The day that is one too many in most years is in neither list.
  return Array.from({ length: 366 }, (_, at) => addDays(`${one.year}-01-01`, at)).filter((day) => works(day, first.get(day)) !== works(day, second.get(day)));
}

function byDate({ days }: CalendarYear): ReadonlyMap<string, SpecialDay> {
  return new Map(days.map((day) => [day.date, day]));
}
