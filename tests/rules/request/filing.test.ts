import { expect, test } from "vitest";
import { answerDay, fileBy, obligationDay } from "../../../lib/request/filing.ts";

const timed = (value: number, unit: "working_day" | "day" | "hour", jurisdiction: "CN" | "HK" = "HK") => ({ time: { value, unit, note: null }, jurisdiction });

test("an answer takes working days of the authority's own calendar", () => {
  expect(answerDay(timed(7, "working_day"), "2026-11-23")).toBe("2026-12-02");
  // Christmas is a holiday in Hong Kong and a working day on the Mainland.
  expect(answerDay(timed(2, "working_day", "HK"), "2026-12-24")).toBe("2026-12-29");
  expect(answerDay(timed(2, "working_day", "CN"), "2026-12-24")).toBe("2026-12-28");
});

test("days and hours run through weekends", () => {
  expect(answerDay(timed(3, "day"), "2026-11-27")).toBe("2026-11-30");
  expect(answerDay(timed(30, "hour"), "2026-11-27")).toBe("2026-11-29");
});

test("what has no usual time has no day", () => {
  expect(answerDay(timed(0, "working_day"), "2026-11-23")).toBeNull();
  expect(fileBy(timed(0, "day"), "2026-11-30")).toBeNull();
});

test("filing on the last day gives the answer in time, a day later does not", () => {
  for (const needed of ["2026-11-30", "2026-12-05", "2026-12-26"]) {
    const last = fileBy(timed(7, "working_day"), needed) ?? "";
    expect(answerDay(timed(7, "working_day"), last) ?? "").toSatisfy((day: string) => day <= needed);
    const next = new Date(Date.parse(`${last}T00:00:00Z`) + 7 * 86_400_000).toISOString().slice(0, 10);
    expect(answerDay(timed(7, "working_day"), next) ?? "").toSatisfy((day: string) => day > needed);
  }
});

test("an obligation runs from the crossing, by the clock of its law", () => {
  expect(obligationDay({ clock: { days: 14, unit: "day", calendar: "HK", from: "crossing" } }, "2026-11-06")).toBe("2026-11-20");
  expect(obligationDay({ clock: null }, "2026-11-06")).toBeNull();
});
