import { expect, test } from "vitest";
import { saidIn } from "../../app/_request/said-in.ts";
import { unread } from "../../app/_request/unread.ts";
import { CorrectMovement } from "../../lib/request/commands/correct-movement.ts";
import { Extend } from "../../lib/request/commands/extend.ts";
import { Refer } from "../../lib/request/commands/refer.ts";
import { Amount } from "../../lib/request/commands/shared.ts";
import { Duty } from "../../lib/request/duty.ts";

/* What a form says of an answer that could not be read. */

const english = { language: "en" as const, t: (key: string, { expected }: Record<string, string | number> = {}) => [key, expected].filter(Boolean).join(" ") };

const said = (schema: typeof Extend | typeof Refer, sent: Readonly<Record<string, unknown>>, values: Readonly<Record<string, string>>) =>
  Object.fromEntries((schema.safeParse({ commandId: "018f0000-0000-7000-8000-000000000001", ...sent }).error?.issues ?? []).map((issue) => [issue.path.join("."), unread(issue, values, english)]));

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
  expect(issue && unread({ ...issue, path: ["count"] }, { count: "99999" }, english)).toBe("facts.problems.outOfRange ≤ 10950");
});

/** What is said of an amount that the command could not take. */
const wrong = (typed: string, language: "en" | "pt" = "en") => {
  const [issue] = Amount.safeParse({ value: "", unit: "mL" }).error?.issues ?? [];
  return issue && unread(issue, { value: typed }, { ...english, language });
};

test("of an amount it is said whether it is no number, can be read in two ways, is below nothing or has too many digits", () => {
  expect(["twelve", "-5", "1234567890123", "0.1234567"].map((value) => wrong(value))).toEqual(["facts.problems.notANumber", "refusals.notPositive", "refusals.tooManyDigits", "refusals.tooManyDigits"]);
  expect(wrong("1.500,5,5", "pt")).toBe("facts.problems.notANumber");
});

const form = (fields: Readonly<Record<string, string>>) => {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.append(name, value);
  return made;
};

test("an amount in a form is read as the language writes it; what is none, or can be read in two ways, is refused there", () => {
  const value = (typed: string, language: "en" | "pt" | "zh-Hant") => (saidIn(form({ "quantity.value": typed, "quantity.unit": "mL" }), language).quantity as { readonly value: string }).value;
  expect([value("1,500.5", "en"), value("1500,5", "pt"), value("１２", "zh-Hant"), value(" 12 ", "en")]).toEqual(["1500.5", "1500.5", "12", "12"]);
  for (const unreadable of [value("1.500", "pt"), value("twelve", "en")]) expect(Amount.safeParse({ value: unreadable, unit: "mL" }).success).toBe(false);
  expect(wrong("1.500", "pt")).toBe("facts.problems.ambiguousNumber");
});

test("an amount of which a form says the unit alone was not said, so an entry that never happened is taken back without one", () => {
  const sent = saidIn(form({ type: "correctMovement", commandId: "018f0000-0000-7000-8000-000000000001", movement: "018f0000-0000-7000-8000-000000000002", isVoid: "true", "quantity.value": "", "quantity.unit": "tube", reason: "It stayed." }), "en");
  expect(CorrectMovement.safeParse(sent)).toMatchObject({ success: true, data: { isVoid: true } });
  expect(sent).not.toHaveProperty("quantity");
});
