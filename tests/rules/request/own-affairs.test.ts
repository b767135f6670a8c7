import { describe, expect, test } from "vitest";
import type { PersonActor } from "../../../lib/access/actor.ts";
import { noTerms } from "../../../lib/retention/due.ts";
import { sampleWorkflow } from "../../../lib/workflow/sample.ts";
import { erasableEntries } from "../../../lib/request/erasable.ts";
import { aStep, aWorkflow, caseOf, lead as leads, officer, submit } from "../patterns/play.ts";
import { aCase, aContext, aDraft, aPerson, after, type Case, changed, codes, endorsed, give, must, people, permitted, ready, stateOf, submitted, today } from "./builders.ts";

/* Who has the right and may not all the same: it is their own affair, or their team's, or another's already. */

type Act = Parameters<typeof give>[2];
/** The requester, or somebody of the team, who heads the desk as well. */
const also = (who: PersonActor, desk: string): PersonActor => ({ ...who, grants: [...who.grants, ...aPerson("x", [["desk-lead", { kind: "desk", id: desk }]]).grants] });

describe("the head of a desk who is a party of the request", () => {
  const acts: readonly [string, Act, requester: string[], teammate: string[], so?: () => Case][] = [
    ["extends no step", { type: "extend", step: "ethics", workingDays: 3, reason: "Away." }, ["ownRequest"], ["teamMember"]],
    ["drops no step", { type: "dropStep", step: "ethics", reason: "Not needed." }, ["ownRequest"], ["teamMember"]],
    ["moves it to no version", { type: "move", version: 3, reason: "New." }, ["ownRequest"], ["teamMember"]],
    ["transfers it to nobody", { type: "transfer", to: people.teammate.id, reason: "Away." }, ["ownRequest"], ["teamMember"]],
  ];
  test.each(acts)("%s", (_, act, requester, teammate) => {
    expect(codes(give(endorsed(), also(people.requester, "smu.ethics"), act))).toEqual(requester);
    expect(codes(give(endorsed(), also(people.teammate, "smu.ethics"), act))).toEqual(teammate);
    expect(codes(give(endorsed(), also(people.stranger, "smu.ethics"), act)).filter((code) => code === "ownRequest" || code === "teamMember")).toEqual([]);
  });
  test.each(acts)("%s in the place of whoever is one", (_, act) => {
    const standIn: PersonActor = { ...also(people.stranger, "smu.ethics"), standsIn: [people.teammate.id] };
    expect(codes(give(endorsed(), standIn, act))).toEqual(["standsInForParty"]);
    expect(codes(give(endorsed(), { ...standIn, standsIn: [people.pi.id] }, act))).not.toContain("standsInForParty");
  });
  test.each(["suspend", "revoke", "reissue"] as const)("does not %s its permit, themselves or in their place", (type) => {
    const act: Act = { type, reason: "A seal is broken." };
    const standIn: PersonActor = { ...also(people.stranger, "smu.ethics"), standsIn: [people.requester.id] };
    expect([codes(give(permitted(), also(people.teammate, "smu.ethics"), act)), codes(give(permitted(), standIn, act)), codes(give(permitted(), also(people.stranger, "smu.ethics"), act))]).toEqual([["teamMember"], ["standsInForParty"], []]);
  });
  test("drops a step all the same that the definition lets its requester drop", () => {
    const state = stateOf(endorsed());
    const free: Case = { events: [], target: { at: "live", state: { ...state, steps: state.steps.map((step) => (step.id === "ethics" ? { ...step, round: 2, droppable: ["requester" as const] } : step)) } } };
    const so = must(give(free, also(people.requester, "smu.ethics"), { type: "dropStep", step: "ethics", reason: "Not needed." }));
    expect(so.events.at(-1)).toMatchObject({ type: "step.dropped", data: { step: "ethics", round: 2 } });
  });
});

describe("a legal hold", () => {
  const auditor = (who: PersonActor): PersonActor => ({ ...who, grants: [...who.grants, ...people.auditor.grants] });
  const hold: Act = { type: "placeHold", authority: "Court 7", reason: "Case 12." };
  test("is neither placed nor lifted by a party of the request", () => {
    for (const [who, why] of [[people.requester, "ownRequest"], [people.teammate, "teamMember"]] as const) {
      expect(codes(give(submitted(), auditor(who), hold))).toEqual([why]);
      expect(codes(give(after(submitted(), [people.auditor, hold]), auditor(who), { type: "liftHold", reason: "Over." }))).toEqual([why]);
    }
  });
  test("is of what was submitted", () => expect(codes(give(aCase(), people.auditor, hold))).toEqual(["notPermitted"]));
});

describe("a transfer", () => {
  const transfer = (to: string): Act => ({ type: "transfer", to, reason: "She left." });
  test("goes to somebody of the team, who decided nothing of it", () => {
    expect(codes(give(endorsed(), people.ethics, transfer(people.stranger.id)))).toEqual(["notTeammate"]);
    const state = stateOf(endorsed());
    const decided: Case = { events: [], target: { at: "live", state: { ...state, team: [...state.team, people.pi.id] } } };
    expect(codes(give(decided, people.ethics, transfer(people.pi.id)))).toEqual(["tookPart"]);
    expect(codes(give(decided, people.ethics, transfer(people.teammate.id)))).toEqual([]);
    const inTheirPlace = changed(endorsed(), (was) => ({ deciders: [...was.deciders, { step: "endorsement", person: "locum", for: people.teammate.id }] }));
    expect(codes(give(inTheirPlace, people.ethics, transfer(people.teammate.id)))).toEqual(["tookPart"]);
  });
  test("needs a team", () => expect(codes(give(after(aCase(aDraft({ team: [] })), [people.requester, { type: "submit" }], [people.pi, { type: "approve", step: "endorsement" }]), people.ethics, transfer(people.teammate.id)))).toEqual(["noTeam"]));
});

describe("a vote", () => {
  const [first, second, third, head] = [officer("ethics"), officer("ethics-2"), officer("ethics-3"), leads("ethics-9")];
  const committee = aWorkflow([aStep("ethics", { mode: { vote: { present: 3, carries: "majority", veto: false, casting: true } } })]);
  const votes = (vote: "for" | "against" | "abstain", more: object = {}): Act => ({ type: "vote", step: "ethics", vote, casting: false, ...more });
  test("is a member’s, one each, and casts nothing while there is no tie", () => {
    const so = caseOf(committee).play(submit);
    expect(so.refused(officer("ethics-7"), votes("for"))).toEqual(["notMember"]);
    expect(so.refused(first, votes("for", { casting: true }))).toEqual(["noTie"]);
    so.play([first, votes("for")]);
    expect(so.refused(first, votes("against"))).toEqual(["votedAlready"]);
    so.play([second, votes("against")], [third, votes("abstain")]);
    expect([so.steps("open"), so.refused(head, votes("for")), so.refused(first, votes("for", { casting: true }))]).toEqual([["ethics"], ["tieForHead"], ["tieForHead"]]);
    so.play([head, votes("for", { casting: true })]);
    expect(so.outcomes()).toEqual({ ethics: "approved" });
  });
});

describe("an appeal that is open", () => {
  test("keeps the case from moving to another version", () => {
    const second = aPerson("second", [["desk-officer", { kind: "desk", id: "smu.biosafety" }]]);
    const rejected = after(endorsed(), [people.biosafety, { type: "reject", step: "biosafety", reasons: [{ code: "risk", text: "No." }] }]);
    const desks = aContext(people.requester).desks.map((desk) => (desk.id === "smu.biosafety" ? { ...desk, staff: [second.id] } : desk));
    const open = must(give(rejected, people.requester, { type: "appeal", reason: "Look." }, { desks }));
    expect(codes(give(open, people.signOff, { type: "move", version: 3, reason: "New." }))).toEqual(["appealOpen"]);
  });
});

describe("a move to another version", () => {
  test("is refused where a step of it has no desk, step by step", () => {
    const workflow = { definition: { ...sampleWorkflow, version: 3, steps: sampleWorkflow.steps.map((step) => (step.id === "export-control" ? { ...step, when: null } : step)) }, digest: "3".repeat(64) };
    const outcome = give(endorsed(), people.signOff, { type: "move", version: 3, reason: "New." }, { workflow, desks: [] });
    expect("refusals" in outcome && outcome.refusals.find(({ params }) => params?.step === "export-control")).toEqual({ code: "noDesk", params: { step: "export-control", function: "export-control" } });
  });
});

describe("erasing", () => {
  const paper = "01900000-0000-7000-8000-0000000000dd";
  const attach: Act = { type: "attachDocument", document: paper, name: "List", paper: null, mediaType: "text/plain", size: 9, sha256: "a".repeat(64) };
  const erase = (so: Case, who: PersonActor, more: object, day = "2040-01-01") => give(so, who, { type: "erase", rule: "cn-pipl-47", ...more }, { today: day, now: `${day}T02:00:00.000Z`, retention: { terms: noTerms, held: false, lifters: [], entries: erasableEntries(so.events, stateOf(so)) } });
  const told = (outcome: ReturnType<typeof give>) => ("refusals" in outcome ? outcome.refusals.map(({ code, path, params }) => [code, path, params]) : []);
  const over = () => after(submitted(), [people.teammate, attach], [people.requester, { type: "comment", audience: "requester", text: "Mine." }], [people.requester, { type: "withdraw", reason: "No." }]);
  const rule = (so: Case, who: PersonActor) => ["cn-pipl-47", "cn-pipl-15", "hk-pdpo-26", "mo-8-2005-11"].find((one) => !told(erase(so, who, { rule: one, entries: [3] })).some(([code]) => code === "unknownRule" || code === "ruleNotYours"));
  test("by a person is of what they said and attached themselves, and never of all of it", () => {
    const named = rule(over(), people.requester);
    expect(named).toBeDefined();
    const of = (who: PersonActor, more: object) => told(erase(over(), who, { rule: named, ...more })).filter(([code]) => code === "notYourWords");
    expect(of(people.requester, { documents: [paper] })).toEqual([["notYourWords", "documents", {}]]);
    expect(of(people.teammate, { documents: [paper] })).toEqual([]);
    const said = over().events.find(({ type }) => type === "comment.added")?.seq;
    expect([of(people.requester, { entries: [said] }), of(people.teammate, { entries: [said] })]).toEqual([[], [["notYourWords", "entries", {}]]]);
    // The answers are the requester's.
    expect([of(people.requester, { entries: [1] }), of(people.teammate, { entries: [1] })]).toEqual([[], [["notYourWords", "entries", {}]]]);
    expect(of(people.requester, { whole: true })).toEqual([["notYourWords", "whole", {}]]);
  });
  test("of what is not there, or by no rule, is told where", () => {
    const keeper = aPerson("keeper", [["organisation-admin", { kind: "organisation", id: "smu" }]]);
    expect(told(erase(over(), keeper, { rule: "none", documents: [paper] }))).toEqual([["unknownRule", "rule", { rule: "none" }]]);
    const named = rule(over(), keeper);
    expect(told(erase(over(), keeper, { rule: named, documents: ["01900000-0000-7000-8000-0000000000ee"] })).find(([code]) => code === "unknownDocument")).toEqual(["unknownDocument", "documents", {}]);
    expect(told(erase(over(), keeper, { rule: named, entries: [99] }))[0]).toEqual(["unknownEntry", "entries", { entry: 99 }]);
    expect(codes(give(aCase(), keeper, { type: "erase", rule: "x", whole: true }))).toEqual(["notPermitted"]);
  });
});

describe("a step’s time", () => {
  const extend = (workingDays: number, step = "ethics"): Act => ({ type: "extend", step, workingDays, reason: "Away." });
  const head = aPerson("head-of-ethics", [["desk-lead", { kind: "desk", id: "smu.ethics" }]]);
  test("is extended once, by no more than it had, before it is over", () => {
    const outcome = give(endorsed(), head, extend(366));
    const had = stateOf(endorsed()).steps.find(({ id }) => id === "ethics")?.clock?.workingDays ?? 0;
    expect("refusals" in outcome && outcome.refusals).toEqual([{ code: "tooManyDays", path: "workingDays", params: { most: had } }]);
    const so = must(give(endorsed(), head, extend(had)));
    expect(codes(give(so, head, extend(1)))).toEqual(["extendedAlready"]);
    expect(codes(give(endorsed(), head, extend(1), { today: "2028-01-01" }))).toEqual(["clockOver"]);
    // More than the once is refused as that alone, however late it is.
    expect(codes(give(so, head, extend(1), { today: "2028-01-01" }))).toEqual(["extendedAlready"]);
  });
  test("that it does not have is not extended", () => {
    const state = stateOf(endorsed());
    const timeless: Case = { events: [], target: { at: "live", state: { ...state, steps: state.steps.map((step) => (step.id === "ethics" ? { ...step, clock: null } : step)) } } };
    const outcome = give(timeless, head, extend(1));
    expect("refusals" in outcome && outcome.refusals).toEqual([{ code: "noClock", params: { step: "ethics" } }]);
  });
  test("lapses only where the definition says what it then comes to", () => {
    const lapse: Act = { type: "lapse", step: "ethics" };
    expect(codes(give(endorsed(), { kind: "worker" }, lapse, { today: "2028-01-01" }))).toEqual(["notLapsed"]);
    expect(codes(give(endorsed(), { kind: "worker" }, { ...lapse, step: "none" }, { today: "2028-01-01" }))).toEqual(["unknownStep"]);
    expect(codes(give(endorsed(), { kind: "worker" }, { ...lapse, step: "sign-off" }, { today: "2028-01-01" }))).toEqual(["stepNotOpen"]);
  });
});

test("a crossing that was planned says when it should arrive, and only if somebody said so", () => {
  const plan = (more: object) => must(give(ready(), people.requester, { type: "planMovement", direction: "out", quantity: { value: "3", unit: "container" }, at: `${today}T08:00:00Z`, ...more })).events.at(-1);
  expect(plan({ expected: "2026-11-26" })).toMatchObject({ type: "movement.planned", data: { expected: "2026-11-26", controlPoint: "hkia" } });
  expect(plan({})?.data).not.toHaveProperty("expected");
  expect(plan({ controlPoint: "sz-bay" })).toMatchObject({ data: { controlPoint: "sz-bay" } });
});
