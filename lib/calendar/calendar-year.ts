import { z } from "zod";

export const calendars = ["CN", "HK", "MO"] as const;
export type Calendar = (typeof calendars)[number];

export function isCalendar(place: string): place is Calendar {
  return (calendars as readonly string[]).includes(place);
}

/**
 * A day that is not what its weekday says. `half` is off in the afternoon and counts as a working day: an office that is open in the
 * morning takes papers. `worked` is a weekend day on which the Mainland works, to make up for a bridge.
 */
export const SpecialDay = z.strictObject({
  date: z.iso.date(),
  is: z.enum(["off", "half", "worked"]),
  /** An id of `holiday-names.ts`, or the words of whoever published the list. */
  name: z.string().min(1).max(200),
});
export type SpecialDay = z.infer<typeof SpecialDay>;

/** A year of a calendar as its authority published it; days in order. */
export const CalendarYear = z.strictObject({
  calendar: z.enum(calendars),
  year: z.number().int().min(1900).max(2999),
  /** Where the list was published, or the file it came from. */
  source: z.string().min(1).max(300),
  /** The day of publication, where it is known. */
  issued: z.iso.date().nullable(),
  days: z.array(SpecialDay).min(1).max(366),
});
export type CalendarYear = z.infer<typeof CalendarYear>;

/** Whether offices work on a day that is told of: the weekday says it unless the list says otherwise. */
export function works(day: string, special: Pick<SpecialDay, "is"> | undefined): boolean {
  if (special === undefined || special.is === "half") return !isWeekend(day);
  return special.is === "worked";
}

export function isWeekend(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}
