import type { SpecialDay } from "./calendar-year.ts";
import { addDays } from "./day.ts";

/** Days as `MM-DD` or `MM-DD..MM-DD`, each with its holiday. */
type Told = Readonly<Record<string, string>>;

/** The days of a year's list, in order. */
export function days(year: number, { off, half = {}, worked = {} }: { readonly off: Told; readonly half?: Told; readonly worked?: Told }): SpecialDay[] {
  const of = (is: SpecialDay["is"], told: Told) => Object.entries(told).flatMap(([range, name]) => daysIn(year, range).map((date): SpecialDay => ({ date, is, name })));
  return [...of("off", off), ...of("half", half), ...of("worked", worked)].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

function daysIn(year: number, range: string): string[] {
  const [first = "", last = first] = range.split("..").map((day) => `${year}-${day}`);
  const found = [];
  for (let day = first; day <= last; day = addDays(day, 1)) found.push(day);
  return found;
}
