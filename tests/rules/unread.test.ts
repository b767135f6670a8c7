import { expect, test } from "vitest";
import { unread } from "../../app/_request/unread.ts";
import { Extend } from "../../lib/request/commands/extend.ts";
import { Refer } from "../../lib/request/commands/refer.ts";
import { Duty } from "../../lib/request/duty.ts";

/* What a form says of an answer that could not be read. */

const said = (schema: typeof Extend | typeof Refer, sent: Readonly<Record<string, unknown>>, values: Readonly<Record<string, string>>) =>
  Object.fromEntries((schema.safeParse({ commandId: "018f0000-0000-7000-8000-000000000001", ...sent }).error?.issues ?? []).map((issue) => [issue.path.join("."), unread(issue, values, (key, { expected } = {}) => [key, expected].filter(Boolean).join(" "))]));

const extend = (days: string, sent: unknown, reason = "A reason.") => said(Extend, { type: "extend", step: "sign-off", workingDays: sent, reason }, { workingDays: days, reason });

test("a number of days is asked for where none was typed, and said to be none where something else was", () => {
  expect(extend("", undefined)).toEqual({ workingDays: "pages.fillIn" });
  expect(extend("two", Number.NaN)).toEqual({ workingDays: "facts.problems.notWhole" });
  expect(extend("1.5", 1.5)).toEqual({ workingDays: "facts.problems.notWhole" });
  expect(extend("0", 0)).toEqual({ workingDays: "facts.problems.outOfRange ≥ 1" });
  expect(extend("999", 999)).toEqual({ workingDays: "facts.problems.outOfRange ≤ 366" });
});

test("a reason that is missing is asked for, one that is too long is to be shortened, and a day that does not exist is said to be none", () => {
  expect(extend("1", 1, "")).toEqual({ reason: "pages.fillIn" });
  expect(extend("1", 1, "x".repeat(20_000))).toEqual({ reason: "pages.tooLong" });
  const due = "2026-02-30";
  expect(said(Refer, { type: "refer", step: "sign-off", to: "a@b.example", question: "Why?", due }, { to: "a@b.example", question: "Why?", due })).toEqual({ due: "facts.problems.impossibleDate" });
});

test("of a time that is too long it is said how long it may be", () => {
  const [issue] = Duty.safeParse({ is: "destroy", count: 99_999, unit: "day", from: "permit" }).error?.issues ?? [];
  expect(issue && unread({ ...issue, path: ["count"] }, { count: "99999" }, (key, { expected } = {}) => `${key} ${expected}`)).toBe("facts.problems.outOfRange ≤ 10950");
});
