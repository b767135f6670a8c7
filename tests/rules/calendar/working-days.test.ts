import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../../../lib/calendar/day.ts";
import { clockState, dueDay } from "../../../lib/calendar/due.ts";
import { addWorkingDays, isProvisional, isWorkingDay, workingDaysBetween, worksEverywhere } from "../../../lib/calendar/working-days.ts";

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

  test("a clock starts the day after and counts only days on which every place works", () => {
    expect(dueDay("2026-09-30T02:00:00Z", 1, ["CN"])).toBe("2026-10-08");
    expect(dueDay("2026-09-30T02:00:00Z", 1, ["HK"])).toBe("2026-10-02");
    expect(dueDay("2026-11-19T08:00:00Z", 5, ["HK"])).toBe("2026-11-26");
    expect(clockState("2026-11-19T08:00:00Z", 5, ["HK"], "2026-11-23")).toEqual({ used: 2, left: 3, over: 0, due: "2026-11-26", days: 5 });
    expect(clockState("2026-11-19T08:00:00Z", 5, ["HK"], "2026-11-27")).toMatchObject({ used: 5, left: 0, over: 1 });
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

  test("a year that the State Council has not published is provisional", () => {
    expect(isProvisional("2026-12-30", "2027-01-05", ["CN"])).toBe(true);
    expect(isProvisional("2026-12-30", "2027-01-05", ["HK", "MO"])).toBe(false);
  });
});
