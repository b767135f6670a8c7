import { expect, test } from "vitest";
import { clockTime, fromClockTime } from "../../../lib/calendar/day.ts";

test("what a field for a day and a time of day sends is an instant of the three places, and comes back as it was", () => {
  expect(clockTime("2026-11-30T06:05:59Z")).toBe("2026-11-30T14:05");
  expect(clockTime("2026-11-30T18:05:00Z")).toBe("2026-12-01T02:05");
  expect(fromClockTime("2026-11-30T14:05")).toBe("2026-11-30T14:05+08:00");
  expect(new Date(fromClockTime(clockTime("2026-11-30T18:05:00Z"))).toISOString()).toBe("2026-11-30T18:05:00.000Z");
});

test("an instant with its offset stays as it is, and so does what is none", () => {
  for (const text of ["2026-11-30T14:05+08:00", "2026-11-30T06:05:00Z", "2026-11-30", "tomorrow", ""]) expect(fromClockTime(text)).toBe(text);
});
