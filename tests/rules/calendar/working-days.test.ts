import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../../../lib/calendar/day.ts";
import { addWorkingDays, isWorkingDay, unpublishedBetween, workingDaysBetween, worksEverywhere } from "../../../lib/calendar/working-days.ts";

const aDay = fc.integer({ min: 0, max: 1000 }).map((days) => addDays("2025-01-01", days));
const places = fc.subarray(["CN", "HK", "MO"], { minLength: 1 });

describe("working days", () => {
  test.each<[string, "CN" | "HK" | "MO", boolean, string]>([
    ["2026-02-14", "CN", true, "a Saturday made up for the Spring Festival"],
    ["2026-02-14", "HK", false, "the same Saturday in Hong Kong"],
    ["2026-02-20", "CN", false, "Spring Festival"],
    ["2026-02-20", "HK", true, "the day after Hong Kong's New Year days"],
    ["2026-04-06", "HK", false, "the day following Ching Ming"],
    ["2026-12-08", "MO", false, "the Immaculate Conception in Macao"],
    ["2026-12-08", "HK", true, "the same day in Hong Kong"],
  ])("%s in %s: %s (%s)", (day, place, works) => {
    expect(isWorkingDay(day, place)).toBe(works);
  });

  test("adding and then subtracting working days comes back, and a holiday is never counted", () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 40 }), places, (day, count, where) => {
        fc.pre(worksEverywhere(day, where));
        const later = addWorkingDays(day, count, where);
        expect(worksEverywhere(later, where)).toBe(true);
        expect(addWorkingDays(later, -count, where)).toBe(day);
        expect(workingDaysBetween(day, later, where)).toBe(count);
      }),
    );
  });

  test("a year that the State Council has not published is said to be so", () => {
    expect(unpublishedBetween("2026-12-30", "2027-01-05", ["CN", "MO"])).toEqual([{ calendar: "CN", year: 2027 }]);
    expect(unpublishedBetween("2027-01-05", "2026-12-30", ["HK", "MO"])).toEqual([]);
    expect(unpublishedBetween("2026-12-30", "2028-01-05", ["HK"])).toEqual([{ calendar: "HK", year: 2028 }]);
  });
});
