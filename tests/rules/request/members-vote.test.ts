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

test("each refusal says of which step it is, and what is wrong with what was given", () => {
  const casting = aWorkflow([aStep("ethics", { mode: { vote: { present: 2, carries: "majority", veto: false, casting: true } } })]);
  const close = { type: "closeVote", ...ethics } as const;
  const begun = caseOf(casting).play(submit);
  expect(begun.whyNot(...votes("ethics", officer("ethics-7"), "for"))).toEqual([["notMember", undefined, ethics]]);
  expect(begun.whyNot(...votes("ethics", head, "for", true))).toEqual([["noTie", "casting", ethics]]);
  expect(begun.whyNot(head, close)).toEqual([["notQuorate", undefined, { ...ethics, quorum: 2 }]]);
  expect(begun.whyNot(first, close)).toEqual([["headOnly", undefined, ethics], ["notQuorate", undefined, { ...ethics, quorum: 2 }]]);
  begun.play(votes("ethics", first, "for"));
  expect(begun.whyNot(...votes("ethics", first, "against"))).toEqual([["votedAlready", undefined, ethics]]);
  const tied = begun.play(votes("ethics", second, "against"), votes("ethics", head, "abstain"));
  expect(tied.whyNot(...votes("ethics", head, "for"))).toEqual([["tieForHead", "casting", ethics]]);
  expect(tied.whyNot(...votes("ethics", head, "abstain", true))).toEqual([["castingAbstains", "vote", ethics]]);
  expect(tied.whyNot(...votes("ethics", first, "for", true))).toEqual([["tieForHead", undefined, ethics]]);
  expect(tied.whyNot(head, close)).toEqual([["tieForHead", undefined, ethics]]);
  const closed = caseOf(casting).play(submit, votes("ethics", first, "for"), votes("ethics", second, "against"), [head, close]);
  expect(closed.whyNot(head, close)).toEqual([["voteClosed", undefined, ethics]]);
});

test("a vote for which too few members are left is not closed, however many of them voted, and says how many it takes", () => {
  const three = aWorkflow([aStep("ethics", { mode: { vote: { present: 3, carries: "majority", veto: false, casting: false } } })]);
  const so = caseOf(three).play(submit, votes("ethics", second, "for"), [first, { type: "recuse", ...ethics, reason: "My student." }]);
  expect(so.whyNot(head, { type: "closeVote", ...ethics })).toEqual([["notQuorate", undefined, { ...ethics, quorum: 3 }]]);
});

test("a vote that has members enough takes only as many as must be present, though it would carry with more", () => {
  const four = aWorkflow([aStep("ethics", { mode: { vote: { present: 2, carries: 3, veto: false, casting: false } } })]);
  const close = { type: "closeVote", ...ethics } as const;
  const so = caseOf(four).play(submit, votes("ethics", second, "for"));
  expect(so.whyNot(head, close)).toEqual([["notQuorate", undefined, { ...ethics, quorum: 2 }]]);
  expect(so.play([first, { type: "recuse", ...ethics, reason: "My student." }]).whyNot(head, close)).toEqual([["notQuorate", undefined, { ...ethics, quorum: 3 }]]);
});

test("words beside a vote are kept, and none where none were said", () => {
  const said = (text?: string) => caseOf(committee).play(submit, [first, { type: "vote", ...ethics, vote: "for", casting: false, ...(text !== undefined && { text }) }]).events().find(({ type }) => type === "step.voted")?.data;
  expect([said(), said("Well kept.")]).toMatchObject([{ text: null }, { text: { digest: expect.any(String) } }]);
});
