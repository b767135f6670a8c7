import { describe, expect, test } from "vitest";
import type { Candidate } from "../../../lib/access/candidate.ts";
import { isOneOf, mutualRefusals, separationOf } from "../../../lib/request/commands/separation.ts";
import type { LiveState } from "../../../lib/request/state.ts";
import type { CaseStep } from "../../../lib/workflow/progress.ts";
import { endorsed, people, stateOf } from "./builders.ts";

const state = stateOf(endorsed());
const stepIn = (so: LiveState, id: string): CaseStep => {
  const found = so.steps.find((step) => step.id === id);
  if (!found) throw new Error(`no step ${id}`);
  return found;
};
const ethics = stepIn(state, "ethics");
const { requester, teammate, pi } = people;
const decided = { at: "2026-11-24T02:00:00Z", outcome: "approved" as const, seq: 9 };

/** Why somebody may not decide the ethics step, or another. */
function told(who: Partial<Candidate>, change: Partial<Pick<LiveState, "steps" | "deciders" | "advisers">> = {}, step: Partial<CaseStep> = {}): string[] {
  return separationOf({ id: "officer", actsFor: null, standsInFor: [], ...who }, { ...ethics, ...step }, { ...state, ...change }).map(({ code }) => code);
}

describe("nobody decides", () => {
  test("their own request, nor in the place of whoever makes it", () => {
    expect([told({}), told({ id: requester.id }), told({ actsFor: requester.id })]).toEqual([[], ["ownRequest"], ["standsInForParty"]]);
  });

  test("their team's, but for the endorser who was named at this step", () => {
    expect([told({ id: teammate.id }), told({ actsFor: teammate.id }), told({ id: teammate.id }, {}, { assignee: teammate.id }), told({ id: teammate.id }, {}, { assignee: pi.id })]).toEqual([["teamMember"], ["standsInForParty"], [], ["teamMember"]]);
    // In that endorser's place as well nobody else of the team decides; somebody from outside it does.
    expect([told({ id: teammate.id, actsFor: pi.id, standsInFor: [pi.id] }, { deciders: [] }, { assignee: pi.id }), told({ actsFor: teammate.id, standsInFor: [teammate.id] }, {}, { assignee: teammate.id })]).toEqual([["teamMember"], []]);
  });

  test("while they stand in for one of those, at whatever desk; told once where they are one of those themselves, or act in their place", () => {
    expect([told({ standsInFor: ["friend", requester.id] }), told({ standsInFor: [teammate.id] }), told({ standsInFor: ["friend"] })]).toEqual([["standsInForParty"], ["standsInForParty"], []]);
    expect([told({ actsFor: teammate.id, standsInFor: [teammate.id] }), told({ id: requester.id, standsInFor: [teammate.id] })]).toEqual([["standsInForParty"], ["ownRequest"]]);
  });

  test("two steps of one request, nor whoever acts in the place of somebody who did", () => {
    const deciders = [{ step: "biosafety", person: "officer" }];
    expect([told({}, { deciders }), told({ id: "locum", actsFor: "officer" }, { deciders }), told({}, { deciders: [{ step: "biosafety", person: "locum", for: "officer" }] })]).toEqual([["decidedAnotherStep"], ["decidedAnotherStep"], ["decidedAnotherStep"]]);
    // The same step in a later round is no second step.
    expect([told({}, { deciders: [{ step: "ethics", person: "officer" }] }), told({ id: "other" }, { deciders })]).toEqual([[], []]);
  });

  test("a step twice in one round", () => {
    const by = (decision: { readonly person: string; readonly for?: string }) => told({}, {}, { decisions: [{ ...decided, ...decision }] });
    expect([by({ person: "officer" }), by({ person: "locum", for: "officer" }), by({ person: "other" })]).toEqual([["decidedAlready"], ["decidedAlready"], []]);
  });

  test("what they advised on, unless the step is for whoever was asked; being asked is no advice yet", () => {
    const referrals = [{ id: "r", person: "officer", by: "x", at: decided.at, due: null, question: { digest: "" }, status: "open" as const, recommends: null, text: null }];
    const advised = { advisers: ["officer"] };
    expect([told({}, { steps: [{ ...stepIn(state, "biosafety"), referrals }] }), told({}, advised), told({}, advised, { people: { reserved: true } }), told({ id: "other" }, advised)]).toEqual([[], ["advisedOnIt"], [], []]);
  });
});

describe("two steps may be one officer's", () => {
  const pair = (one: Partial<CaseStep>, other: Partial<CaseStep>) => {
    const earlier = { ...ethics, id: "earlier", ...one };
    const later = { ...ethics, id: "later", ...other };
    return told({}, { steps: [earlier, later], deciders: [{ step: earlier.id, person: "officer" }] }, later).length === 0;
  };
  const keep = { people: { keep: true as const } };

  test("where either says that they go together, at one desk", () => {
    expect([pair({}, {}), pair(keep, {}), pair({}, keep), pair({ ...keep, desk: "smu.other" }, keep)]).toEqual([false, true, true, false]);
  });

  test("where they are reviews of two lines by one step; not of two steps, nor one for a line and one for the whole", () => {
    expect([pair({ id: "review.1", line: 1 }, { id: "review.2", line: 2 }), pair({ id: "review.1", line: 1 }, { id: "second.2", line: 2 }), pair({ id: "review" }, { id: "review.2", line: 2 }), pair({ id: "review.1", line: 1 }, { id: "review.r2" })]).toEqual([true, false, false, false]);
  });

  test("never a step and its second review", () => {
    expect([pair({ id: "ethics", ...keep }, { id: "ethics.r2", beside: "ethics", ...keep }), pair({ id: "ethics.r2", beside: "ethics", ...keep }, { id: "ethics.r3", beside: "ethics", ...keep })]).toEqual([false, false]);
  });
});

test("two people approve each other's requests so often in a year and no oftener, counting this time", () => {
  const told = (ours: number, theirs: number, mutual?: number) => mutualRefusals({ ...ethics, ...(mutual !== undefined && { people: { mutual } }) }, { ours, theirs }).length;
  expect([told(1, 9, 2), told(2, 9, 2), told(9, 2, 2), told(9, 3, 2), told(9, 9), told(0, 1, 0)]).toEqual([0, 1, 0, 1, 0, 1]);
  expect(mutualRefusals({ ...ethics, people: { mutual: 0 } }, null)).toEqual([]);
});

test("whoever is refused is told which step it is about, or how often is often enough", () => {
  const deciders = [{ step: "biosafety", person: "officer" }];
  expect(separationOf({ id: "officer", actsFor: null, standsInFor: [] }, { ...ethics, decisions: [{ ...decided, person: "officer" }] }, { ...state, deciders }).map(({ params }) => params)).toEqual([{ step: "biosafety" }, { step: "ethics" }]);
  expect(mutualRefusals({ ...ethics, people: { mutual: 2 } }, { ours: 2, theirs: 3 })).toMatchObject([{ code: "mutualApproval", params: { most: 2 } }]);
});

test("a decision is somebody's who took it, or in whose place it was taken", () => {
  expect([isOneOf({ person: "a" }, ["a", "b"]), isOneOf({ person: "a", for: "b" }, ["b"]), isOneOf({ person: "a", for: "c" }, ["b"]), isOneOf({ person: "a" }, [])]).toEqual([true, true, false, false]);
});
