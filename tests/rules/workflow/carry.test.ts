import { describe, expect, test } from "vitest";
import { appealStep } from "../../../lib/workflow/appeal.ts";
import { carried, type Carrying, hasCome } from "../../../lib/workflow/carry.ts";
import type { PlannedStep } from "../../../lib/workflow/plan.ts";
import { type CaseStep, freshStep } from "../../../lib/workflow/progress.ts";

/* What becomes of what was done at a step when the case is planned anew. */

const [before, now] = ["2026-11-20T02:00:00Z", "2026-11-24T02:00:00Z"];
const planned = (id: string, change: Partial<PlannedStep> = {}): PlannedStep => ({ id, desk: `smu.${id}`, side: "origin", assignee: null, needs: { join: "all", of: [] }, decisionsNeeded: 1, clock: { workingDays: 5, pausedWhileReturned: true, calendars: ["CN"] }, may: ["approve"], ...change });
const had = (id: string, change: Partial<CaseStep> = {}): CaseStep => ({ ...freshStep(planned(id)), ...change });
const decision = { person: "officer", at: before, outcome: "approved" as const, seq: 3 };
const decided: Partial<CaseStep> = { status: "done", outcome: "approved", decisions: [decision], ran: [{ from: before, to: before }] };
const inHand: Partial<CaseStep> = {
  status: "open", since: before, round: 2, lastRound: 3, ran: [{ from: before, to: null }], extended: 2, previously: "earlier", recused: ["friend"], substitutes: ["locum"], told: [50], suspended: before,
  holder: { person: "officer", how: "claimed", since: before, from: null },
};
const again = (step: CaseStep, how: Partial<Carrying> = {}, plan: Partial<PlannedStep> = {}) => carried([planned(step.id, plan)], [step], { at: now, stands: [], edited: true, ...how })[0] as CaseStep;
const takes = (value: string) => ({ organisation: "smu", quota: "serum", year: 2026, amount: { value, unit: "mL" } });

describe("where nothing changed that a desk had been shown", () => {
  test("a decision stays, and so does work that is under way; nobody is said to have looked again", () => {
    expect(again(had("ethics", decided), { edited: false })).toEqual(had("ethics", decided));
    expect(again(had("ethics", inHand), { edited: false })).toEqual(had("ethics", inHand));
  });
  test("whoever asked gets the answer in another round all the same", () => {
    expect(again(had("ethics", { ...decided, outcome: "returned" }), { edited: false })).toMatchObject({ status: "waiting", round: 2, decisions: [], ran: [{ from: before, to: before }] });
  });
});

describe("where something changed", () => {
  test("a decision that it does not concern stands, and says since when; the others decide again in a round of their own", () => {
    expect(again(had("ethics", decided), { stands: ["ethics"] })).toEqual({ ...had("ethics", decided), stands: now });
    expect(again(had("ethics", decided))).toMatchObject({ status: "waiting", outcome: null, round: 2, decisions: [], ran: [], previously: "officer", stands: null });
  });
  test("a step with no decision yet is opened anew in the same round, with its clock, who has it, and who stands aside", () => {
    const { status: _status, since: _since, ...stays } = inHand;
    expect(again(had("ethics", inHand))).toEqual({ ...had("ethics"), ...stays });
  });
  test("a further reviewer is asked again beside the step, one who was taken back is not", () => {
    const beside = (outcome: CaseStep["outcome"]) => had("ethics.r2", { beside: "ethics", desk: "smu.ethics", status: outcome === null ? "open" : "cancelled", outcome });
    const ids = (reviewer: CaseStep) => carried([planned("ethics")], [had("ethics"), reviewer], { at: now, stands: [], edited: true }).map(({ id }) => id);
    expect([ids(beside(null)), ids(beside("dropped"))]).toEqual([["ethics", "ethics.r2"], ["ethics"]]);
  });
});

test("what is new begins, what is not planned any more goes, and a second look that is over stays as it was", () => {
  const over = had(appealStep, { status: "done", outcome: "overturned" });
  const so = carried([planned("customs")], [had("ethics", decided), over], { at: now, stands: ["ethics"], edited: true });
  expect(so).toEqual([had("customs"), over]);
});

test("what was decided keeps what it took from a quota, and what was not takes what it now would", () => {
  const took = (change: Partial<CaseStep>, plan: Partial<PlannedStep>, how: Partial<Carrying> = { stands: ["ethics"] }) => again(had("ethics", change), how, plan).reserves?.amount.value;
  expect([took({ ...decided, reserves: takes("5") }, { reserves: takes("8") }), took({ ...decided, reserves: takes("5") }, {}), took(decided, { reserves: takes("8") })]).toEqual(["5", "5", undefined]);
  const open = { edited: false };
  expect([took({ status: "open", reserves: takes("5") }, { reserves: takes("8") }, open), took({ status: "open", reserves: takes("5") }, {}, open), took({ status: "open" }, { reserves: takes("8") }, open)]).toEqual(["8", undefined, "8"]);
  expect(again(had("ethics", decided), { stands: ["ethics"] })).not.toHaveProperty("reserves");
});

test("what was decided was decided in the way that it was, and what is not over goes on as it is planned now", () => {
  const was = { people: { keep: true }, vote: { present: "half", carries: "majority", veto: false, casting: false }, members: ["officer"], everybody: true, awaits: { requirements: ["x"], keeps: true }, droppable: ["lead"] } as const;
  const ballots = [{ person: "officer", vote: "for" as const, at: before, seq: 3 }];
  expect(again(had("ethics", { ...was, ...decided }), { stands: ["ethics"] })).toMatchObject(was);
  expect(again(had("ethics", { ...was, status: "open", ballots }), { stands: ["ethics"] })).toEqual({ ...had("ethics", { status: "open", ballots }), stands: now });
  expect(again(had("ethics", { status: "open", joint: true }), { edited: false })).not.toHaveProperty("joint");
});

test("something has come of a step by a decision, a vote, what settled it, or that it was dropped", () => {
  const come = (change: Partial<CaseStep>) => hasCome(had("ethics", change));
  expect([come(decided), come({ ballots: [{ person: "a", vote: "for", at: before, seq: 3 }] }), come({ settledBy: { by: "clock", rule: "silence", at: before } }), come({ status: "cancelled", outcome: "dropped" })]).toEqual([true, true, true, true]);
  expect([come({}), come(inHand), come({ status: "cancelled", outcome: "stopped" })]).toEqual([false, false, false]);
});
