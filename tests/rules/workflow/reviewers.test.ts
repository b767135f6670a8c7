import { expect, test } from "vitest";
import type { PlannedStep } from "../../../lib/workflow/plan.ts";
import { keptBy } from "../../../lib/workflow/holder.ts";
import { type CaseStep, freshStep } from "../../../lib/workflow/progress.ts";
import { isBeside, nextReviewer, withReviewer, withReviewers } from "../../../lib/workflow/reviewers.ts";

/* One more reviewer beside whoever has a step. */

const [before, at] = ["2026-11-20T02:00:00Z", "2026-11-24T02:00:00Z"];
const planned = (change: Partial<PlannedStep> = {}): PlannedStep => ({ id: "ethics", desk: "smu.ethics", side: "origin", assignee: "chosen", needs: { join: "all", of: ["endorsement"] }, decisionsNeeded: 2, clock: { workingDays: 5, pausedWhileReturned: true, calendars: ["CN"] }, may: ["approve", "reject"], ...change });
const added = (change: Partial<PlannedStep> = {}, id = "ethics.r2") => withReviewer([{ ...freshStep(planned(change)), status: "open", since: before }], { base: "ethics", id, person: "second", at }).find((step) => step.id === id) as CaseStep;

test("they have a step of their own at the same desk: open at once, in their hands, decided by them alone, with the whole of its time", () => {
  const fresh = freshStep({ ...planned(), id: "ethics.r2", beside: "ethics", assignee: null, decisionsNeeded: 1, droppable: ["lead"] });
  expect(added()).toEqual({ ...fresh, status: "open", since: at, ran: [{ from: at, to: null }], holder: { person: "second", how: "assigned", since: at, from: null } });
});

test("they stand after the step that they were added to, and nothing else changes", () => {
  const steps = [freshStep(planned({ id: "customs" })), freshStep(planned()), freshStep(planned({ id: "sign-off" }))];
  const more = withReviewer(steps, { base: "ethics", id: "ethics.r2", person: "second", at });
  expect(more.map(({ id }) => id)).toEqual(["customs", "ethics", "ethics.r2", "sign-off"]);
  expect(more.filter(({ id }) => id !== "ethics.r2")).toEqual(steps);
});

test("they are about the same line, count towards the same outcome, and approve each other's requests as seldom; a quota is taken from once", () => {
  const reserves = { organisation: "smu", quota: "serum", year: 2026, amount: { value: "5", unit: "mL" } };
  const one = added({ line: 2, joint: true, reserves, people: { mutual: 0, keep: true, reserved: true } });
  expect([one.line, one.joint, one.people, one.reserves]).toEqual([2, true, { mutual: 0 }, undefined]);
  for (const key of ["line", "joint", "people", "reserves"]) expect([added(), added({ people: { keep: true } })].map((step) => key in step)).toEqual([false, false]);
});

test("the next is numbered after those of the same step, and they belong together", () => {
  const [base, second, third, other] = [{ id: "ethics" }, { id: "ethics.r2", beside: "ethics" }, { id: "ethics.r3", beside: "ethics" }, { id: "customs.r2", beside: "customs" }];
  expect([nextReviewer("ethics", [base]), nextReviewer("ethics", [base, second, other]), nextReviewer("ethics", [base, second, third])]).toEqual(["ethics.r2", "ethics.r3", "ethics.r4"]);
  expect([isBeside(base, second), isBeside(second, base), isBeside(second, third), isBeside(base, other), isBeside(second, other)]).toEqual([true, true, true, false, false]);
});

test("planned anew they are asked again, but not once they were taken back; where their step is gone so are they", () => {
  const beside = (change: Partial<CaseStep> = {}): CaseStep => ({ ...freshStep(planned({ id: "ethics.r2", beside: "ethics" })), ...change });
  const ids = (reviewer: CaseStep, plan = [planned()]) => withReviewers(plan, [freshStep(planned()), reviewer]).map(({ id }) => id);
  expect([ids(beside()), ids(beside({ status: "done", outcome: "approved" })), ids(beside({ status: "cancelled", outcome: "dropped" })), ids(beside(), [planned({ id: "customs" })])]).toEqual([["ethics", "ethics.r2"], ["ethics", "ethics.r2"], ["ethics"], ["customs"]]);
});

test("holding a step keeps it from colleagues where one decision is left, and nobody from giving one of several", () => {
  const holder = { person: "officer", how: "claimed", since: at, from: null } as const;
  const decision = { person: "first", at, outcome: "approved" as const, seq: 3 };
  expect([keptBy({ holder, decisions: [], decisionsNeeded: 1 }), keptBy({ holder, decisions: [], decisionsNeeded: 2 }), keptBy({ holder, decisions: [decision], decisionsNeeded: 2 }), keptBy({ holder: null, decisions: [], decisionsNeeded: 1 })]).toEqual(["officer", null, "officer", null]);
});
