import { describe, expect, test } from "vitest";
import { subjectsOf } from "../../../lib/access/subjects.ts";
import { Advise } from "../../../lib/request/commands/advise.ts";
import { replay } from "../../../lib/request/evolve.ts";
import type { CaseStep } from "../../../lib/workflow/progress.ts";
import { aPerson, after, type Case, codes, endorsed, give, must, people, stateOf, today } from "./builders.ts";

const expert = (name: string) => aPerson(name, [["researcher", { kind: "organisation", id: "must" }]], "must");
const [one, two] = [expert("r1"), expert("r2")];
const lead = aPerson("lead", [["desk-lead", { kind: "desk", id: "hku.biosafety" }]], "hku");
const second = aPerson("second", [["desk-officer", { kind: "desk", id: "hku.biosafety" }]], "hku");
const step = { step: "biosafety" } as const;
const approve = { type: "approve", ...step } as const;
const advise = { type: "advise", ...step, text: "Level 2 will do.", recommends: "yes" } as const;
const ask = (so: Case, named: typeof one, more: Record<string, unknown> = {}, by = people.biosafety) => give(so, by, { type: "refer", ...step, to: named.id, question: "Which level?", ...more }, { named });
const asked = (so: Case, named: typeof one) => must(ask(so, named));
const at = (so: Case) => stateOf(so).steps.find(({ id }) => id === "biosafety");
function changed(so: Case, change: Partial<CaseStep>): Case {
  const state = stateOf(so);
  return { ...so, target: { at: "live", state: { ...state, steps: state.steps.map((one) => (one.id === "biosafety" ? { ...one, ...change } : one)) } } };
}

describe("advice", () => {
  test("25: is given once for each time it is asked; another who was asked still can, and the request stays where it is", () => {
    const so = asked(asked(endorsed(), one), two);
    const answered = after(so, [one, advise]);
    expect(codes(give(answered, one, advise))).toEqual(["advisedAlready"]);
    expect(codes(give(answered, two, advise))).toEqual([]);
    expect([stateOf(answered).status, at(answered)?.status]).toEqual(["in-review", "open"]);
    expect(at(answered)?.referrals.map(({ person, status, recommends }) => [person, status, recommends])).toEqual([[one.id, "answered", "yes"], [two.id, "open", null]]);
    expect(replay(answered.events)).toEqual(stateOf(answered));
  });
  test("26: asked again, the newer question takes the place of the older; who else was asked is untouched", () => {
    const so = asked(asked(asked(endorsed(), one), two), two);
    expect(at(so)?.referrals.map(({ person, status }) => [person, status])).toEqual([[one.id, "open"], [two.id, "replaced"], [two.id, "open"]]);
    expect(codes(give(so, two, { ...advise, referral: "biosafety.1.r2" }))).toEqual(["referralReplaced"]);
    expect(codes(give(so, two, { ...advise, referral: "biosafety.1.r3" }))).toEqual([]);
  });
  test("28: recommends yes, no or neither, decides nothing, and any other value cannot be read", () => {
    for (const recommends of ["yes", "no", "neither"]) expect(at(after(asked(endorsed(), one), [one, { ...advise, recommends }]))?.status).toBe("open");
    expect(Advise.safeParse({ ...advise, commandId: "01900000-0000-7000-8000-0000000000cc", recommends: "maybe" }).success).toBe(false);
  });
  test("lets whoever is asked see the request, and no more: they decide nothing", () => {
    const so = asked(endorsed(), one);
    expect(subjectsOf(stateOf(so)).filter((subject) => subject.includes(one.id))).toEqual([`adviser:${one.id}`]);
    expect(codes(give(so, one, approve))).toEqual(["notPermitted"]);
    expect(codes(give(endorsed(), one, advise))).toEqual(["notPermitted"]);
  });
  test("is not asked of parties, of oneself, of who has decided a step, nor by a day that has passed", () => {
    for (const named of [people.requester, people.teammate, people.biosafety, people.pi]) expect(codes(ask(endorsed(), named))).toEqual(["mayNotAdvise"]);
    expect(codes(ask(endorsed(), one, { due: "2026-11-01" }))).toEqual(["dateInPast"]);
    expect(codes(ask(endorsed(), one, { due: today }))).toEqual([]);
    expect(codes(give(endorsed(), people.biosafety, { type: "refer", ...step, to: "x", question: "?" }))).toEqual(["unknownPerson"]);
    expect(codes(ask(endorsed(), one, {}, people.ethics))).toEqual(["notPermitted"]);
  });
  test("once given keeps its giver from deciding any step of the request", () => {
    const so = after(asked(endorsed(), second), [second, advise]);
    expect(codes(give(so, second, approve))).toEqual(["advisedOnIt"]);
    const again = after(so, [people.biosafety, { type: "return", ...step, questions: [{ text: "Which lid?" }] }], [people.requester, { type: "resubmit", answers: [] }]);
    expect([at(again)?.referrals, codes(give(again, second, approve))]).toEqual([[], ["advisedOnIt"]]);
  });
  test("is dropped when the step is reassigned without what was begun, and kept with it", () => {
    const hand = (keepWork: boolean) => must(give(asked(endorsed(), one), lead, { type: "assign", ...step, to: second.id, keepWork }, { named: second }));
    expect(codes(give(hand(false), one, advise))).toEqual(["adviceNotWanted"]);
    expect(codes(give(hand(true), one, advise))).toEqual([]);
  });
});

describe("29: a step that is reserved to whoever is asked", () => {
  const reserved = () => changed(endorsed(), { people: { reserved: true } });
  test("is not approved or rejected by its officers, but can be returned by them", () => {
    expect(codes(give(reserved(), people.biosafety, approve))).toEqual(["reservedToAsked"]);
    expect(codes(give(reserved(), people.biosafety, { type: "reject", ...step, reasons: [{ code: "risk", text: "x" }] }))).toEqual(["reservedToAsked"]);
    expect(codes(give(reserved(), people.biosafety, { type: "return", ...step, questions: [{ text: "x" }] }))).toEqual([]);
  });
  test("is decided by the one who was asked, who afterwards reads and no longer acts", () => {
    const so = after(asked(reserved(), one), [one, approve]);
    expect([at(so)?.status, at(so)?.referrals[0]?.status]).toEqual(["done", "answered"]);
    expect(codes(give(so, one, approve))).toEqual(["stepNotOpen", "decidedAlready", "reservedToAsked"]);
    expect(subjectsOf(stateOf(so))).toContain(`person:${one.id}`);
  });
});

describe("a step that wants a second signature", () => {
  const wanting = () => changed(endorsed(), { may: ["approve", "approveWithConditions", "countersign"], decisionsNeeded: 2 });
  const countersign = { type: "countersign", ...step } as const;
  test("is done once somebody else has signed under the first, conditions and all", () => {
    const first = after(wanting(), [people.biosafety, { type: "approveWithConditions", ...step, conditions: [{ text: "Cold." }] }]);
    expect(at(first)?.status).toBe("open");
    expect(codes(give(first, people.biosafety, countersign))).toEqual(["decidedAlready"]);
    const signed = after(first, [second, countersign]);
    expect([at(signed)?.status, at(signed)?.outcome, stateOf(signed).deciders.slice(-2).map(({ person }) => person)]).toEqual(["done", "approved-with-conditions", [people.biosafety.id, second.id]]);
  });
  test("keeps the conditions of whichever signature made them", () => {
    const decision = (person: string, outcome: "approved" | "approved-with-conditions") => ({ person, at: "2026-11-24T02:00:00.000Z", outcome, seq: 3 });
    const twice = (...outcomes: Parameters<typeof decision>[1][]) => at(after(changed(wanting(), { decisionsNeeded: 3, decisions: outcomes.map((outcome, n) => decision(`person-${n}`, outcome)) }), [second, countersign]))?.outcome;
    expect([twice("approved", "approved-with-conditions"), twice("approved-with-conditions", "approved"), twice("approved", "approved")]).toEqual(["approved-with-conditions", "approved-with-conditions", "approved"]);
  });
  test("has nothing to sign under before, and no second signature where its definition has none", () => {
    expect(codes(give(wanting(), second, countersign))).toEqual(["nothingToCountersign"]);
    expect(codes(give(endorsed(), second, countersign))).toEqual(["notAllowedAtStep", "nothingToCountersign"]);
  });
});

describe("a step that is put aside", () => {
  const suspend = { type: "suspendStep", ...step, reason: "Waiting for the new rules." } as const;
  test("stops its clock and is not decided until it is taken up again", () => {
    const so = after(endorsed(), [people.biosafety, suspend]);
    expect([at(so)?.suspended, at(so)?.ran.at(-1)?.to]).toEqual(["2026-11-24T02:00:00.000Z", "2026-11-24T02:00:00.000Z"]);
    expect(codes(give(so, people.biosafety, approve))).toEqual(["stepSuspended"]);
    expect(codes(give(so, people.biosafety, suspend))).toEqual(["stepSuspended"]);
    const again = after(so, [people.biosafety, { type: "resumeStep", ...step }]);
    expect([at(again)?.suspended, at(again)?.ran.at(-1)?.to, codes(give(again, people.biosafety, approve))]).toEqual([null, null, []]);
    expect(codes(give(again, people.biosafety, { type: "resumeStep", ...step }))).toEqual(["stepNotSuspended"]);
  });
  test("stays put aside through a return of another desk and its answer", () => {
    const so = after(endorsed(), [people.biosafety, suspend], [people.ethics, { type: "return", step: "ethics", questions: [{ text: "Why?" }] }], [people.requester, { type: "resubmit", answers: [] }]);
    expect([at(so)?.suspended, at(so)?.ran.at(-1)?.to]).toEqual(["2026-11-24T02:00:00.000Z", "2026-11-24T02:00:00.000Z"]);
  });
});

describe("a step that is left out", () => {
  const skip = { type: "skip", ...step, reason: "Covered by the standing approval." } as const;
  const optional = () => changed(endorsed(), { people: { skip: true } });
  test("is left out by its head with a reason, where the definition allows it, and the case goes on", () => {
    const so = after(optional(), [lead, skip], [people.ethics, { type: "approve", step: "ethics" }]);
    expect([at(so)?.status, at(so)?.outcome, stateOf(so).steps.find(({ id }) => id === "sign-off")?.status]).toEqual(["cancelled", "skipped", "open"]);
  });
  test("counts as theirs: they decide no other step", () => {
    const head = { ...lead, grants: [...lead.grants, ...people.ethics.grants] };
    expect(codes(give(after(optional(), [head, skip]), head, { type: "approve", step: "ethics" }))).toEqual(["decidedAnotherStep"]);
  });
  test("is not left out elsewhere, nor by an officer", () => {
    expect(codes(give(endorsed(), lead, skip))).toEqual(["notAllowedAtStep"]);
    expect(codes(give(optional(), people.biosafety, skip))).toEqual(["notPermitted"]);
  });
});
