import { expect, test } from "vitest";
import { aStep, aWorkflow, caseOf, lead, officer, standingInFor, submit, votes } from "../patterns/play.ts";

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

test("a vote that all have given and that is tied is not closed; one that is tied once it was closed still takes the casting vote", () => {
  const casting = aWorkflow([aStep("ethics", { mode: { vote: { present: 2, carries: "majority", veto: false, casting: true } } })]);
  const tied = caseOf(casting).play(submit, votes("ethics", first, "for"), votes("ethics", second, "against"));
  const close = { type: "closeVote", ...ethics } as const;
  expect(caseOf(casting).play(submit, votes("ethics", first, "for"), votes("ethics", second, "against"), votes("ethics", head, "abstain")).refused(head, close)).toEqual(["tieForHead"]);
  expect(tied.play([head, close]).refused(head, close)).toEqual(["voteClosed"]);
  expect(tied.refused(...votes("ethics", first, "against", true))).toEqual(["tieForHead"]);
  expect(tied.play(votes("ethics", head, "against", true)).outcomes()).toEqual({ ethics: "rejected" });
});

test("whoever stands in for the head closes a vote in the head’s place, and not for one who stands aside", () => {
  const two = aWorkflow([aStep("ethics", { mode: { vote: { present: 1, carries: "majority", veto: false, casting: false } } })]);
  const acting = standingInFor(second, head);
  const close = { type: "closeVote", ...ethics } as const;
  const so = () => caseOf(two).play(submit, votes("ethics", first, "for"));
  expect(so().play([acting, close]).events().find(({ type }) => type === "step.voteClosed")).toMatchObject({ actor: { person: acting.id, for: head.id } });
  expect(so().play([head, { type: "recuse", ...ethics, reason: "My student." }]).refused(acting, close)).toEqual(["headOnly"]);
});

test("whoever stands in for the head breaks a tie in the head’s place, and not for one who stands aside", () => {
  const casting = { vote: { present: "half", carries: "majority", veto: false, casting: true } } as const;
  const acting = standingInFor(second, head);
  const breaks = votes("ethics", acting, "for", true);
  const so = () => caseOf(aWorkflow([aStep("ethics", { mode: casting })])).play(submit, votes("ethics", first, "for"), votes("ethics", second, "against"));
  const plain = so().play(votes("ethics", head, "abstain"), breaks);
  expect(plain.state().steps[0]).toMatchObject({ outcome: "approved", casting: { person: acting.id, for: head.id } });
  const aside = so().play([head, { type: "recuse", ...ethics, reason: "My student." }]);
  expect(aside.refused(...breaks)).toEqual(["tieForHead"]);
});
