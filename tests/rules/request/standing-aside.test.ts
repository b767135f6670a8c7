import { describe, expect, test } from "vitest";
import { blockersOf } from "../../../lib/request/blockers.ts";
import { replay } from "../../../lib/request/evolve.ts";
import type { VoteRule } from "../../../lib/workflow/vote.ts";
import { people } from "./builders.ts";
import { approve, aStep, aWorkflow, caseOf, desksWith, lead, officer, standingInFor, submit, votes } from "../patterns/play.ts";

const [first, second, third, head] = [officer("ethics"), officer("ethics-2"), lead("ethics-3"), lead("ethics-9")];
const recuse = { type: "recuse", step: "ethics", reason: "She is my sister." } as const;
const named = (to: ReturnType<typeof officer>) => [head, { type: "nameSubstitute", step: "ethics", to: "x", reason: "For the quorum." }, { named: to }] as const;
const then = aStep("sign-off", { needs: ["ethics"] });
const all = (change: Parameters<typeof aStep>[1] = {}) => caseOf(aWorkflow([aStep("ethics", { mode: "all", ...change }), then])).play(submit);
const committee = (rule: Partial<VoteRule>) => caseOf(aWorkflow([aStep("ethics", { mode: { vote: { present: "half", carries: "majority", veto: false, casting: false, ...rule } } }), then])).play(submit);
const blocked = (so: ReturnType<typeof all>) => blockersOf(so.state(), { today: "2026-11-24", waits: [], desks: desksWith("ethics", "sign-off") }).flatMap(({ code, step }) => (step === undefined ? [] : [code]));

describe("where everybody of a desk decides", () => {
  test("whoever stands aside leaves the count, before the others decide or after", () => {
    const before = all().play([first, recuse], approve("ethics", second));
    expect(before.steps("open")).toEqual(["ethics"]);
    expect(before.play(approve("ethics", third)).steps("open")).toEqual(["sign-off"]);
    const after = all().play(approve("ethics", second), [third, { type: "approveWithConditions", step: "ethics", conditions: [{ text: "Keep it cold." }] }], [first, recuse]);
    expect([after.outcomes().ethics, after.steps("open"), after.events().at(-1)?.data]).toEqual(["approved-with-conditions", ["sign-off"], { step: "ethics", round: 1, outcome: "approved-with-conditions", by: "everybody", rule: null }]);
    expect(replay(after.events())).toEqual(after.state());
  });

  test("so does whoever decided another step meanwhile", () => {
    const both = { ...first, grants: [...first.grants, ...officer("legal").grants] };
    const so = caseOf(aWorkflow([aStep("legal"), aStep("ethics", { mode: "all" })])).play(submit, approve("legal", both), approve("ethics", second), approve("ethics", third));
    expect(so.state().status).toBe("approved");
  });

  test("where nobody is left the step says so, and its head names somebody who decides", () => {
    const so = all().play([first, recuse], [second, recuse]);
    expect([blocked(so), blocked(so.play([third, recuse]))]).toEqual([["stepOpen"], ["stepOpen", "tooFewLeft"]]);
    const locum = officer("legal");
    expect(so.refused(...approve("ethics", locum))).toEqual(["notPermitted"]);
    so.play(named(locum));
    expect([blocked(so), so.state().steps[0]?.decisionsNeeded, so.play(approve("ethics", locum)).steps("open")]).toEqual([["stepOpen"], 1, ["sign-off"]]);
  });
});

test("where one decides and all stand aside, a substitute decides; one for each who stands aside, named by the head", () => {
  const so = caseOf(aWorkflow([aStep("ethics")])).play(submit);
  expect(so.refused(...named(officer("legal")))).toEqual(["noVacancy"]);
  so.play([first, recuse], [second, recuse], [third, recuse]);
  expect(blocked(so)).toEqual(["stepOpen", "tooFewLeft"]);
  expect(so.refused(first, named(officer("legal"))[1], { named: officer("legal") })).toEqual(["notPermitted"]);
  expect([so.refused(...named(first)), so.refused(...named(people.stranger as typeof first)), so.refused(...named({ ...officer("legal"), id: people.requester.id }))]).toEqual([["mayNotDecide"], ["notAnOfficer"], ["mayNotDecide"]]);
  expect(so.play(named(officer("legal")), approve("ethics", officer("legal"))).state().status).toBe("approved");
});

test("whoever stands aside leaves the step to their colleagues: what they had goes back, and they neither take it, get it, hand it on nor ask about it", () => {
  const at = { step: "ethics" } as const;
  const so = caseOf(aWorkflow([aStep("ethics")])).play(submit, [first, { type: "claim", ...at }], [first, recuse]);
  expect(so.state().steps[0]?.holder).toBeNull();
  expect(so.refused(third, { type: "assign", ...at, to: "x", keepWork: true }, { named: first })).toEqual(["mayNotDecide"]);
  expect([so.refused(first, { type: "claim", ...at }), so.refused(first, { type: "delegate", ...at, to: "x", reason: "Busy." }, { named: second }), so.refused(first, { type: "refer", ...at, to: "x", question: "Is it safe?" }, { named: officer("legal") })]).toEqual([["recused"], ["recused"], ["recused"]]);
  const staff = [first, second].map((person, load) => ({ person, load, speaks: [], skills: [], lastTurn: null, isAway: false }));
  expect(so.play([{ kind: "worker" }, { type: "allot", ...at }, { desk: { rule: "shortest-queue", handledLast: null, staff } }]).state().steps[0]?.holder?.person).toBe(second.id);
});

test("whoever stands aside takes a step out of nobody's hands but their own, and those they gave it into", () => {
  const at = { step: "ethics" } as const;
  const handed = () => caseOf(aWorkflow([aStep("ethics")])).play(submit, [first, { type: "claim", ...at }], [first, { type: "delegate", ...at, to: "x", reason: "Busy." }, { named: second }]);
  expect([third, first, second].map((who) => handed().play([who, recuse]).state().steps[0]?.holder?.person)).toEqual([second.id, undefined, undefined]);
});

test("whoever stands aside neither puts the step aside, nor takes it up again, nor leaves it out", () => {
  const at = { step: "ethics" } as const;
  const so = () => caseOf(aWorkflow([aStep("ethics", { people: { skip: true } })])).play(submit, [third, recuse]);
  expect([so().refused(third, { type: "skip", ...at, reason: "Covered." }), so().refused(third, { type: "suspendStep", ...at, reason: "Later." })]).toEqual([["headAside"], ["recused"]]);
  expect(so().refused(standingInFor(second, third), { type: "skip", ...at, reason: "Covered." })).toEqual(["headAside"]);
  expect(so().play([first, { type: "suspendStep", ...at, reason: "Later." }]).refused(third, { type: "resumeStep", ...at })).toEqual(["recused"]);
});

test("nobody stands aside who has voted, themselves or by a stand-in", () => {
  const so = committee({}).play(votes("ethics", first, "for"));
  expect([so.refused(first, recuse), so.refused(standingInFor(officer("legal"), first), recuse), so.refused(second, recuse)]).toEqual([["decidedAlready"], ["decidedAlready"], []]);
});

describe("a vote whose own numbers conflicts of interest have taken", () => {
  const rules: readonly (readonly [string, Partial<VoteRule>])[] = [["three must take part", { present: 3 }], ["three must be for", { carries: 3 }]];

  test.each(rules)("neither carries nor fails nor is closed until a substitute is named: %s", (_, rule) => {
    const so = committee(rule).play([first, recuse], votes("ethics", second, "for"), votes("ethics", third, "for"));
    expect([so.steps("open"), blocked(so), so.refused(third, { type: "closeVote", step: "ethics" })]).toEqual([["ethics"], ["stepOpen", "tooFewLeft"], ["notQuorate"]]);
    const locum = officer("legal");
    so.play(named(locum));
    expect([blocked(so), so.refused(...named(officer("security"))), so.refused(...named(locum))]).toEqual([["stepOpen"], ["noVacancy"], ["noVacancy"]]);
    expect(so.play(votes("ethics", locum, "for")).outcomes().ethics).toBe("approved");
    expect(replay(so.events())).toEqual(so.state());
  });

  test("goes on with those who are left where no number is named, and where one no blocks", () => {
    expect(committee({}).play([first, recuse], votes("ethics", second, "for"), votes("ethics", third, "for")).outcomes().ethics).toBe("approved");
    expect(committee({ present: 3, veto: true }).play([first, recuse], votes("ethics", second, "against")).outcomes().ethics).toBe("rejected");
  });

  test("keeps its substitutes through another round", () => {
    const so = committee({ present: 3 }).play([first, recuse], named(officer("legal")), [second, { type: "return", step: "ethics", questions: [{ text: "Why?" }] } as const], [people.requester, { type: "resubmit", answers: [] }]);
    expect(so.play(votes("ethics", third, "for"), votes("ethics", officer("legal"), "for")).steps("open")).toEqual(["ethics"]);
  });
});

test("what is planned says that everybody decides, and who they were", () => {
  expect(caseOf(aWorkflow([aStep("ethics", { mode: "all" })])).play(submit).state().steps[0]).toMatchObject({ everybody: true, decisionsNeeded: 3, members: ["person-ethics", "person-ethics-2", "person-ethics-3"] });
});
