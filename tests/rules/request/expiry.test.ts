import { expect, test } from "vitest";
import { endingDue, endingTellDay, expiryTellDay, permitTellDay, toldByTerms, warningDue } from "../../../lib/request/expiry.ts";
import type { Requirement } from "../../../lib/request/state.ts";
import { permitted, stateOf, submitted } from "./builders.ts";

/* Sixty, thirty and seven days before something ends its holder is told, once each. */

const ends = { validUntil: "2027-03-31" } as const;

test("each warning is due from its day on, of several that were missed the last, and none twice", () => {
  const due = (today: string, told: readonly number[] = []) => endingDue({ ...ends, told }, today);
  expect([due("2027-01-29"), due("2027-01-30"), due("2027-03-01"), due("2027-03-24"), due("2027-03-31"), due("2027-04-01")]).toEqual([null, 60, 30, 7, 7, null]);
  expect([due("2027-01-30", [60]), due("2027-03-01", [60]), due("2027-03-31", [60, 7]), due("2027-03-31", [30])]).toEqual([null, 30, null, 7]);
  expect(endingDue({ validUntil: null }, "2027-03-31")).toBeNull();
});

test("the next day on which there is something to tell", () => {
  expect([endingTellDay(ends), endingTellDay({ ...ends, told: [60] }), endingTellDay({ ...ends, told: [60, 30] }), endingTellDay({ ...ends, told: [7] }), endingTellDay({ validUntil: null })]).toEqual(["2027-01-30", "2027-03-01", "2027-03-24", null, null]);
});

test("what its own terms leave no time for counts as told", () => {
  expect([toldByTerms(ends, "2027-01-29T02:00:00Z"), toldByTerms(ends, "2027-01-30T02:00:00Z"), toldByTerms(ends, "2027-03-25T02:00:00Z")]).toEqual([[], [60], [60, 30, 7]]);
});

test("of requirements it is what was granted or filed for a time and still matters; of permits those that hold", () => {
  const one: Requirement = { id: "x", regime: "x", type: "permit", due: "before-crossing", uncertain: false, status: "granted", reference: null, date: null, validUntil: ends.validUntil, waivedBy: null };
  const day = (change: Partial<Requirement>) => [expiryTellDay({ ...one, ...change }), warningDue({ ...one, ...change }, "2027-01-30")];
  expect([day({}), day({ status: "filed" }), day({ due: "before-permit" })]).toEqual([["2027-01-30", 60], ["2027-01-30", 60], ["2027-01-30", 60]]);
  for (const change of [{ status: "open" }, { status: "refused" }, { status: "waived" }, { validUntil: null }, { due: "after-crossing" }] as const) expect(day(change)).toEqual([null, null]);
  expect(permitTellDay(stateOf(submitted()))).toBeNull();
  // Issued on 24 November for a window that ends on 31 December: the first warning would have been before that.
  expect(permitTellDay(stateOf(permitted()))).toBe("2026-12-01");
});
