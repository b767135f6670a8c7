import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Calendar } from "../../../lib/calendar/calendar-year.ts";
import { addDays } from "../../../lib/calendar/day.ts";
import { workdays, WorkdaysAsked } from "../../../lib/calendar/workdays.ts";
import { worksEverywhere } from "../../../lib/calendar/working-days.ts";

const asked = (from: string, days: number, ...regions: Calendar[]) => workdays({ from, days, regions }, "en");
const weekend = (regions: Calendar[], ...days: string[]) => days.map((date) => ({ date, regions, reason: "weekend" }));

describe("working days on which all places work", () => {
  test("ten from Friday 30 January 2026 end on Friday 13 February; four weekend days are passed over", () => {
    expect(asked("2026-01-30", 10, "CN", "HK")).toEqual({ due: "2026-02-13", skipped: weekend(["CN", "HK"], "2026-01-31", "2026-02-01", "2026-02-07", "2026-02-08") });
  });

  test("the eleventh waits for both sides' new year: a made-up Saturday in one place helps nobody where the other is off", () => {
    const { due, skipped } = asked("2026-01-30", 11, "CN", "HK");
    expect(due).toBe("2026-02-24");
    expect(skipped.slice(4)).toEqual([
      { date: "2026-02-14", regions: ["HK"], reason: "weekend" },
      { date: "2026-02-15", regions: ["CN", "HK"], reason: "holiday", names: { CN: "Spring Festival" } },
      { date: "2026-02-16", regions: ["CN"], reason: "holiday", names: { CN: "Spring Festival" } },
      ...["17", "18", "19"].map((day) => ({ date: `2026-02-${day}`, regions: ["CN", "HK"], reason: "holiday", names: { CN: "Spring Festival", HK: "Lunar New Year" } })),
      { date: "2026-02-20", regions: ["CN"], reason: "holiday", names: { CN: "Spring Festival" } },
      ...["21", "22"].map((day) => ({ date: `2026-02-${day}`, regions: ["CN", "HK"], reason: "holiday", names: { CN: "Spring Festival" } })),
      { date: "2026-02-23", regions: ["CN"], reason: "holiday", names: { CN: "Spring Festival" } },
    ]);
  });

  test.each<[string, number, Calendar[], string]>([
    ["2026-02-13", 1, ["CN"], "2026-02-14"],
    ["2026-02-13", 1, ["MO"], "2026-02-16"],
    ["2026-02-13", 2, ["MO"], "2026-02-20"],
    ["2026-04-02", 1, ["HK", "MO"], "2026-04-08"],
    ["2026-02-24", -1, ["CN", "HK"], "2026-02-13"],
    ["2026-02-24", -1, ["CN"], "2026-02-14"],
    ["2026-02-21", 0, ["CN", "HK"], "2026-02-21"],
  ])("from %s, %i in %j: %s", (from, days, regions, due) => {
    expect(workdays({ from, days, regions }, "en").due).toBe(due);
  });

  test("says of which years nothing is published, and in each language what a holiday is called", () => {
    expect(asked("2026-12-31", 1, "CN", "HK")).toMatchObject({ due: "2027-01-04", provisional: [{ region: "CN", year: 2027 }] });
    expect(asked("2026-12-31", 1, "HK")).not.toHaveProperty("provisional");
    // Nothing is counted, so nothing can be provisional.
    expect(asked("2027-05-01", 0, "CN")).toEqual({ due: "2027-05-01", skipped: [] });
    expect(workdays({ from: "2026-10-19", days: -1, regions: ["MO"] }, "pt").skipped[0]).toEqual({ date: "2026-10-18", regions: ["MO"], reason: "holiday", names: { MO: "Chong Yeong" } });
  });

  test("there and back is the same day, and what is passed over is exactly what does not count", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 60 }), fc.subarray<Calendar>(["CN", "HK", "MO"], { minLength: 1 }), (at, days, regions) => {
        const from = addDays("2025-02-01", at);
        const { due, skipped } = workdays({ from, days, regions }, "en");
        if (worksEverywhere(from, regions)) expect(workdays({ from: due, days: -days, regions }, "en").due).toBe(from);
        const passed = Array.from({ length: 400 }, (_, more) => addDays(from, more + 1)).filter((day) => day <= due);
        expect(skipped.map(({ date }) => date)).toEqual(passed.filter((day) => !worksEverywhere(day, regions)));
        expect(passed.length - skipped.length).toBe(days);
      }),
    );
  });

  test.each([
    { days: 10_001 }, { days: -10_001 }, { days: 1.5 }, { days: Number.NaN }, { days: "3" }, { from: "2026-02-30" }, { from: "2026-2-3" }, { from: "1899-12-31" }, { from: "3000-01-01" }, { from: "" }, { regions: [] }, { regions: ["XX"] }, { regions: ["cn"] },
  ])("what cannot be counted is refused: %j", (wrong) => {
    expect(WorkdaysAsked.safeParse({ from: "2026-01-30", days: 10, regions: ["CN"], ...wrong }).success).toBe(false);
  });
});
