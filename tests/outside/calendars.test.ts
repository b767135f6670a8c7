import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Calendar, isWeekend } from "../../lib/calendar/calendar-year.ts";
import { addDays } from "../../lib/calendar/day.ts";
import { specialDay } from "../../lib/calendar/in-force.ts";
import { isWorkingDay } from "../../lib/calendar/working-days.ts";

/* Every day of every published year, beside the lists of others: which days offices work, and which are off in the afternoon only. */

const folder = new URL("../../../shared/data/calendars/", import.meta.url);
type Told = { readonly off: ReadonlySet<string>; readonly worked: ReadonlySet<string>; readonly half: readonly string[] };

const lists: readonly (readonly [Calendar, number, Told])[] = [
  ...[2025, 2026].map((year) => ["CN", year, stateCouncil(year)] as const),
  ...[2025, 2026, 2027].flatMap((year) => [["HK", year, table("hk", year)] as const, ["MO", year, table("mo", year)] as const]),
];

test.each(lists)("%s %i: every day is worked or off as the list says", (calendar, year, { off, worked, half }) => {
  const days = Array.from({ length: 366 }, (_, at) => addDays(`${year}-01-01`, at)).filter((day) => day.startsWith(String(year)));
  const differing = days.filter((day) => isWorkingDay(day, calendar) !== (worked.has(day) || (!isWeekend(day) && !off.has(day))));
  expect(differing).toEqual([]);
  expect(days.filter((day) => specialDay(day, calendar)?.is === "half")).toEqual(half);
  expect(days.length - off.size).toBeGreaterThan(300);
});

function stateCouncil(year: number): Told {
  const { days } = JSON.parse(readFileSync(new URL(`holiday_cn_${year}.json`, folder), "utf8")) as { days: { date: string; isOffDay: boolean }[] };
  const where = (isOff: boolean) => new Set(days.filter(({ isOffDay }) => isOffDay === isOff).map(({ date }) => date));
  return { off: where(true), worked: where(false), half: [] };
}

function table(place: "hk" | "mo", year: number): Told {
  const rows = readFileSync(new URL(`holidays_${place}_2025_2027.csv`, folder), "utf8").trim().split("\n").filter((row) => row.startsWith(String(year)));
  const days = (halves: boolean) => rows.filter((row) => row.includes("(Afternoon)") === halves).map((row) => row.slice(0, 10));
  return { off: new Set(days(false)), worked: new Set(), half: days(true) };
}
