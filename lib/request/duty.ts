import { z } from "zod";
import { addDays } from "../calendar/day.ts";
import { addWorkingDays } from "../calendar/working-days.ts";

/** What a desk can ask for that is still to be done after approval. */
export const dutyKinds = ["return", "destroy", "deleteData", "file", "report", "publish", "shareBack", "attest", "keepPapers"] as const;
export type DutyKind = (typeof dutyKinds)[number];
export const dutyUnits = ["workingDay", "day", "month", "year"] as const;
/** From when its time runs: the permit's first day, the last crossing out so far, or the permit's last day. */
export const dutyStarts = ["permit", "crossing", "end"] as const;

const most = { workingDay: 7300, day: 10_950, month: 360, year: 30 } as const satisfies Record<(typeof dutyUnits)[number], number>;

/** A duty with its clock: `count` units after `from`. An attestation by years is due each of those years. Working days are those of `calendar`, else of the home institution's place. */
export const Duty = z
  .strictObject({ is: z.enum(dutyKinds), count: z.number().int().positive(), unit: z.enum(dutyUnits), from: z.enum(dutyStarts), calendar: z.enum(["CN", "HK", "MO"]).optional() })
  .superRefine(({ count, unit }, told) => {
    if (count > most[unit]) told.addIssue({ code: "custom", path: ["count"], message: "too many", params: { expected: "withinThirtyYears", most: most[unit] } });
  });
export type Duty = z.infer<typeof Duty>;

/** What must be proved by a paper, because nobody can look afterwards. */
export function needsProof({ is }: Pick<Duty, "is">): boolean {
  return is === "destroy" || is === "deleteData";
}

/** The last days on which a duty that runs from `start` can be done in time, one for each time that it is due. */
export function lastDays(duty: Duty, start: string, home: string): string[] {
  const { count, unit, calendar } = duty;
  if (isByYears(duty)) return Array.from({ length: count }, (_, at) => addMonths(start, 12 * (at + 1)));
  if (unit === "workingDay") return [addWorkingDays(start, count, [calendar ?? home])];
  return [unit === "day" ? addDays(start, count) : addMonths(start, unit === "month" ? count : 12 * count)];
}

/** How often it is due, whenever it begins. */
export function timesDue(duty: Duty): number {
  return isByYears(duty) ? duty.count : 1;
}

/** An attestation for years is due anew each of them. */
export function isByYears({ is, unit }: Pick<Duty, "is" | "unit">): boolean {
  return is === "attest" && unit === "year";
}

/** The same day of a later month, or that month's last. */
function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate()))).toISOString().slice(0, 10);
}
