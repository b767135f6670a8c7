import { expect, test } from "vitest";
import { answerDay, answerUnpublished, fileBy, obligationDay, obligationUnpublished } from "../../../lib/request/filing.ts";

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

test("an answer that is needed on a day off is to be there on the working day before, on the authority’s own calendar", () => {
  // Boxing Day is a Saturday in 2026; Christmas Day is one more day off in Hong Kong.
  expect([fileBy(timed(2, "working_day", "HK"), "2026-12-26"), fileBy(timed(2, "working_day", "CN"), "2026-12-26")]).toEqual(["2026-12-22", "2026-12-23"]);
  // The Friday before that, and the Monday after.
  for (const [needed, there, here] of [["2026-12-25", "2026-12-22", "2026-12-23"], ["2026-12-28", "2026-12-23", "2026-12-24"]] as const) expect([fileBy(timed(2, "working_day", "HK"), needed), fileBy(timed(2, "working_day", "CN"), needed)]).toEqual([there, here]);
  expect([fileBy(timed(3, "day"), "2026-12-26"), fileBy(timed(30, "hour"), "2026-12-26")]).toEqual(["2026-12-23", "2026-12-24"]);
});

test("an obligation counts working days of its own calendar, and hours as the days that they begin", () => {
  const by = (days: number, unit: "working_day" | "day" | "hour", calendar: "CN" | "HK") => obligationDay({ clock: { days, unit, calendar, from: "crossing" } }, "2026-12-24");
  expect([by(2, "working_day", "HK"), by(2, "working_day", "CN"), by(25, "hour", "CN"), by(24, "hour", "CN"), by(2, "day", "CN")]).toEqual(["2026-12-29", "2026-12-28", "2026-12-26", "2026-12-25", "2026-12-26"]);
});

test("a day that runs through a year whose days off are not published says so, where working days were counted and on which calendar", () => {
  const clock = (unit: "working_day" | "day", calendar: "CN" | "HK" = "HK") => ({ clock: { days: 5, unit, calendar, from: "crossing" } });
  const calendars = (unpublished: readonly { readonly calendar: string }[]) => [...new Set(unpublished.map(({ calendar }) => calendar))];
  const far = ["2026-12-01", "2040-01-10"] as const;
  for (const place of ["CN", "HK"] as const) expect([calendars(answerUnpublished(timed(5, "working_day", place), ...far)), calendars(obligationUnpublished(clock("working_day", place), ...far))]).toEqual([[place], [place]]);
  expect([answerUnpublished(timed(5, "day"), ...far), answerUnpublished(timed(5, "working_day"), "2026-11-02", "2026-12-01")]).toEqual([[], []]);
  expect([obligationUnpublished(clock("day"), ...far), obligationUnpublished({ clock: null }, ...far)]).toEqual([[], []]);
});
