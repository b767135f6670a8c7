import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Calendar, isHoliday, isMakeUpDay } from "../../lib/calendar/holidays.ts";

const folder = new URL("../../../shared/data/calendars/", import.meta.url);

test.each([2025, 2026])("the Mainland's days off and make-up days of %i are those of the State Council's notice", (year) => {
  const { days } = JSON.parse(readFileSync(new URL(`holiday_cn_${year}.json`, folder), "utf8")) as { days: { date: string; isOffDay: boolean }[] };
  for (const { date, isOffDay } of days) expect([date, isHoliday(date, "CN"), isMakeUpDay(date, "CN")]).toEqual([date, isOffDay, !isOffDay]);
});

test.each([
  ["HK", "holidays_hk_2025_2027.csv"],
  ["MO", "holidays_mo_2025_2027.csv"],
] as const)("%s: every whole holiday on a weekday is a day off", (place: Calendar, file) => {
  const rows = readFileSync(new URL(file, folder), "utf8").trim().split("\n").slice(1);
  const whole = rows.filter((row) => !row.includes("(Afternoon)")).map((row) => row.slice(0, 10));
  const weekdays = whole.filter((day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()));
  expect(weekdays.filter((day) => !isHoliday(day, place))).toEqual([]);
});
