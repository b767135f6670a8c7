import { expect, test } from "vitest";
import { advised, dropped, type Referral, referred, settledBy } from "../../../lib/workflow/referral.ts";

const digest = "0".repeat(64);
const asked = (id: string, person: string): Referral => ({ id, person, by: "lead", at: "2026-11-26T02:00:00.000Z", due: null, question: { digest }, status: "open", recommends: null, text: null });
const statuses = (referrals: readonly Referral[]) => referrals.map(({ id, status }) => `${id} ${status}`);

test("who is asked again has one open question, and everybody else keeps theirs", () => {
  const two = [asked("a", "ana"), asked("b", "ben")];
  const again = referred(two, asked("c", "ana"));
  expect(statuses(again)).toEqual(["a replaced", "b open", "c open"]);
  const answered = advised(again, "c", { recommends: "yes", text: { digest } });
  expect(statuses(answered)).toEqual(["a replaced", "b open", "c answered"]);
  expect(answered[2]).toMatchObject({ recommends: "yes", text: { digest } });
  // What was answered stays so when the same person is asked once more.
  expect(statuses(referred(answered, asked("d", "ana")))).toEqual(["a replaced", "b open", "c answered", "d open"]);
});

test("a decision answers what its person was asked and is open, a change of hands drops what is open", () => {
  const three = referred([asked("a", "ana"), asked("b", "ben")], asked("c", "ana"));
  expect(statuses(settledBy(three, "ana"))).toEqual(["a replaced", "b open", "c answered"]);
  expect(statuses(settledBy(three, "cy"))).toEqual(["a replaced", "b open", "c open"]);
  expect(statuses(dropped(settledBy(three, "ana")))).toEqual(["a replaced", "b dropped", "c answered"]);
});
