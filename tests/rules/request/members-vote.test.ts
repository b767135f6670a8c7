import { expect, test } from "vitest";
import { aStep, aWorkflow, caseOf, lead, officer, submit } from "../patterns/play.ts";

const [first, second, head] = [officer("ethics"), officer("ethics-2"), lead("ethics-3")];
const committee = aWorkflow([aStep("ethics", { mode: { vote: { present: "half", carries: "majority", veto: false, casting: false } } })]);
const ethics = { step: "ethics" } as const;

test("a step at which members vote is in nobody’s hands: it is not claimed, assigned, handed on or allotted", () => {
  const so = caseOf(committee).play(submit);
  expect([
    so.refused(first, { type: "claim", ...ethics }),
    so.refused(head, { type: "assign", ...ethics, to: "x", keepWork: true }, { named: first }),
    so.refused(first, { type: "delegate", ...ethics, to: "x", reason: "Away." }, { named: second }),
    so.refused({ kind: "worker" }, { type: "allot", ...ethics }),
  ]).toEqual([["membersVote"], ["membersVote"], ["membersVote"], ["membersVote"]]);
});
