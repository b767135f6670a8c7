import { afterEach, describe, expect, test } from "vitest";
import { CalendarYear, isCalendar, works } from "../../../lib/calendar/calendar-year.ts";
import { takeIn, yearInForce, yearsInForce } from "../../../lib/calendar/in-force.ts";
import { addDays } from "../../../lib/calendar/day.ts";
import { mostDays, WorkdaysAsked } from "../../../lib/calendar/workdays.ts";
import { isHoliday, unpublishedBetween } from "../../../lib/calendar/working-days.ts";

const day = (date: string) => ({ date, is: "off" as const, name: "New Year" });
const list: CalendarYear = { calendar: "MO", year: 2028, source: "gazette", issued: null, days: [day("2028-01-01")] };
const isList = (change: Readonly<Record<string, unknown>>) => CalendarYear.safeParse({ ...list, ...change }).success;

describe("a list of a year", () => {
  test("is of a year between 1900 and 2999, says where it comes from, and names each of at most 366 days", () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => day(addDays("2028-01-01", at)));
    expect([1899, 1900, 2999, 3000, 2028.5].map((year) => isList({ year }))).toEqual([false, true, true, false, false]);
    expect([0, 1, 366, 367].map((count) => isList({ days: many(count) }))).toEqual([false, true, true, false]);
    expect([0, 1, 300, 301].map((length) => isList({ source: "x".repeat(length) }))).toEqual([false, true, true, false]);
    expect([0, 1, 200, 201].map((length) => isList({ days: [{ ...day("2028-01-01"), name: "x".repeat(length) }] }))).toEqual([false, true, true, false]);
    expect([isList({ calendar: "XX" }), isList({ issued: "2027-02-30" }), isList({ issued: "2027-11-04" })]).toEqual([false, false, true]);
  });

  test("is of one of three places", () => expect(["CN", "HK", "MO", "XX", ""].map(isCalendar)).toEqual([true, true, true, false, false]));

  test("is told by its days; half a day off is none, and no weekend is worked for it", () => {
    // Saturday 1 and Monday 3 January 2028.
    expect((["off", "half", "worked"] as const).map((is) => [works("2028-01-01", { is }), works("2028-01-03", { is })])).toEqual([[false, false], [false, true], [true, true]]);
    expect([works("2028-01-01", undefined), works("2028-01-02", undefined), works("2028-01-03", undefined)]).toEqual([false, false, true]);
  });
});

describe("the years that count", () => {
  afterEach(() => takeIn([]));

  test("stand by place and year, those that were loaded among those that come with the project and never in their place", () => {
    takeIn([list, { ...list, year: 2026, source: "another" }]);
    const known = yearsInForce().map(({ calendar, year }) => `${calendar} ${year}`);
    expect(known).toEqual(known.toSorted());
    expect([known.includes("MO 2028"), yearInForce("MO", 2026)?.source === "another", yearInForce("MO", 2028)?.source, yearInForce("HK", 2028)]).toEqual([true, false, "gazette", undefined]);
    expect([isHoliday("2028-01-01", "MO"), isHoliday("2028-01-02", "MO"), isHoliday("2026-02-16", "MO")]).toEqual([true, false, false]);
  });

  test("that are missing are told for each place, in whichever order the days are; where no place is ours, for Hong Kong", () => {
    const both = [{ calendar: "CN", year: 2028 }, { calendar: "MO", year: 2028 }, { calendar: "CN", year: 2029 }, { calendar: "MO", year: 2029 }];
    expect(unpublishedBetween("2028-05-01", "2029-05-01", ["MO", "XX", "CN"])).toEqual(both);
    expect(unpublishedBetween("2029-05-01", "2028-05-01", ["CN", "MO"])).toEqual(both);
    expect(unpublishedBetween("2028-05-01", "2028-05-01", ["XX"])).toEqual([{ calendar: "HK", year: 2028 }]);
    expect(unpublishedBetween("2026-05-01", "2026-06-01", ["CN", "HK", "MO"])).toEqual([]);
  });
});

test("days are asked for from 1900 to 2999, at most so many on or back, at one place at least", () => {
  const asked = (change: Readonly<Record<string, unknown>>) => WorkdaysAsked.safeParse({ from: "2026-01-30", days: 10, regions: ["HK", "CN"], ...change });
  expect(asked({}).data?.regions).toEqual(["CN", "HK"]);
  expect(["1899-12-31", "1900-01-01", "2999-12-31", "3000-01-01"].map((from) => asked({ from }).success)).toEqual([false, true, true, false]);
  expect([-mostDays - 1, -mostDays, mostDays, mostDays + 1, 1.5].map((days) => asked({ days }).success)).toEqual([false, true, true, false, false]);
  expect([asked({ regions: [] }).success, asked({ regions: ["XX"] }).success]).toEqual([false, false]);
});
