import { calendars } from "../../lib/calendar/calendar-year.ts";
import { mostDays, workdays, WorkdaysAsked, type Workdays } from "../../lib/calendar/workdays.ts";
import { wrongUsage } from "../failure.ts";
import { readOptions } from "../options.ts";
import type { Io } from "../verb.ts";

export const usage = "workdays --from DAY --days N --regions CODES [--published] [--json]";
export const summary = "counts working days on which all of CN, HK, MO work; the day after DAY is day one, and N counts back when negative. With --published also by the years loaded into the database";
export const needs = "own";

export default async function countWorkdays(args: readonly string[], io: Io): Promise<number> {
  const { from = "", days = "", regions = "", published = false, json = false } = readOptions(args, { from: { type: "string" }, days: { type: "string" }, regions: { type: "string" }, published: { type: "boolean" }, json: { type: "boolean" } });
  const asked = read(from, days, regions);
  if (published) await takeInLoaded();
  const answer = workdays(asked, "en");
  if (json) io.json(answer);
  else for (const line of inWords(answer)) io.line(line);
  for (const { region, year } of answer.provisional ?? []) io.complain(`causeway: the days off of ${region} ${year} are not published or not loaded: of that year only weekends count as off, and the day is provisional`);
  return 0;
}

function read(from: string, days: string, regions: string): WorkdaysAsked {
  if (!/^[+-]?\d+$/.test(days.trim())) throw wrongUsage(`--days ${quoted(days)} is not a whole number`);
  const asked = WorkdaysAsked.safeParse({ from: from.trim(), days: Number(days), regions: regions.split(/[\s,+]+/).filter(Boolean).map((one) => one.toUpperCase()) });
  if (asked.success) return asked.data;
  const [field] = asked.error.issues[0]?.path ?? [];
  if (field === "from") throw wrongUsage(`--from ${quoted(from)} is no day between 1900-01-01 and 2999-12-31, written as 2026-01-30`);
  if (field === "days") throw wrongUsage(`--days ${quoted(days)} is not between -${mostDays} and ${mostDays}`);
  throw wrongUsage(`--regions ${quoted(regions)}: name one or more of ${calendars.join(",")}`);
}

function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 40));
}

async function takeInLoaded(): Promise<void> {
  const { withDatabase } = await import("../serve/database.ts");
  const { takeInLoadedYears } = await import("../../lib/server/calendars.ts");
  await withDatabase("database", async () => (await takeInLoadedYears(), 0));
}

function inWords({ due, skipped }: Workdays): string[] {
  return [due, ...skipped.map(({ date, regions, reason, names }) => [date, regions.join(","), names ? [...new Set(Object.values(names))].join("; ") : reason].join("\t"))];
}
