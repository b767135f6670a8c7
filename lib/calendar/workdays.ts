import { z } from "zod";
import type { Language } from "../language.ts";
import { type Calendar, calendars, isWeekend } from "./calendar-year.ts";
import { addDays } from "./day.ts";
import { holidayName } from "./holiday-names.ts";
import { specialDay } from "./in-force.ts";
import { addWorkingDays, isWorkingDay, type Unpublished, unpublishedBetween } from "./working-days.ts";

/** More than anything that is filed or kept takes: forty years. */
export const mostDays = 10_000;

/** From which day, how many working days on (back, when negative), and at which places at once. */
export const WorkdaysAsked = z.strictObject({
  from: z.iso.date().refine((day) => day >= "1900-01-01" && day < "3000-01-01", { error: "a day between 1900 and 2999", params: { expected: "dayTo2999" } }),
  days: z.number().int().min(-mostDays).max(mostDays),
  regions: z.array(z.enum(calendars)).min(1).transform((given) => calendars.filter((one) => given.includes(one))),
});
export type WorkdaysAsked = z.infer<typeof WorkdaysAsked>;

/** A day that was passed over: at which of the places nobody works, and the holiday there; without a name it is a weekend. */
export const Skipped = z.strictObject({ date: z.iso.date(), regions: z.array(z.enum(calendars)), reason: z.enum(["weekend", "holiday"]), names: z.partialRecord(z.enum(calendars), z.string()).optional() });
export type Skipped = z.infer<typeof Skipped>;

export type Workdays = {
  readonly due: string;
  readonly skipped: readonly Skipped[];
  /** The years whose days off are not published yet, or not known here; only there when one was counted through. */
  readonly provisional?: readonly { readonly region: Calendar; readonly year: number }[];
};

/** The day on which so many working days have passed: the day after `from` is day one. Of zero days, the day itself. */
export function workdays({ from, days, regions }: WorkdaysAsked, language: Language): Workdays {
  const due = addWorkingDays(from, days, regions);
  const unpublished = days === 0 ? [] : unpublishedBetween(from, due, regions);
  return { due, skipped: skippedBetween(from, due, regions, language), ...(unpublished.length > 0 && { provisional: unpublished.map(regionAndYear) }) };
}

function regionAndYear({ calendar, year }: Unpublished) {
  return { region: calendar, year };
}

function skippedBetween(from: string, due: string, regions: readonly Calendar[], language: Language): Skipped[] {
  const step = due < from ? -1 : 1;
  const found: Skipped[] = [];
  for (let day = from; day !== due; ) {
    day = addDays(day, step);
    const closed = regions.filter((region) => !isWorkingDay(day, region));
    if (closed.length > 0) found.push(skipped(day, closed, language));
  }
  return found;
}

function skipped(date: string, regions: Calendar[], language: Language): Skipped {
  const holidays = regions.flatMap((region) => {
    const special = specialDay(date, region);
    return special ? [[region, holidayName(special.name, language)] as const] : [];
  });
  const reason = holidays.length > 0 || !isWeekend(date) ? "holiday" : "weekend";
  return { date, regions, reason, ...(holidays.length > 0 && { names: Object.fromEntries(holidays) }) };
}
