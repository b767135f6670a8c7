import { describe, expect, test } from "vitest";
import { type AccountStanding } from "../../../lib/account/ledger.ts";
import { approve, aStep, aWorkflow, caseOf, lead, officer, reject, submit } from "../patterns/play.ts";
import { aCase, aDraft, aPerson, changed, codes, endorsed, give, must, people, requestId, submitted } from "./builders.ts";

describe("an end that follows by itself", () => {
  const answered = aWorkflow([aStep("customs", { awaits: { requirements: ["int-un3373"], keeps: true } }), aStep("sign-off")]);
  const refused = { type: "recordRequirement", requirement: "int-un3373", outcome: "refused", reference: "R/9", date: "2026-11-20" } as const;

  test("is nobody's decision, also where an officer or the requester recorded what it follows from", () => {
    for (const who of [people.requester, officer("sign-off")]) {
      const so = caseOf(answered).play(submit, [who, refused]);
      expect([so.state().status, so.state().deciders]).toEqual(["rejected", []]);
    }
  });

  test("counts once for whoever decided the step that it follows from", () => {
    const joint = aWorkflow([aStep("ethics"), aStep("sign-off")], { outcome: { join: "all", of: ["ethics", "sign-off"] } });
    expect(caseOf(joint).play(submit, reject("ethics")).state().deciders).toEqual([{ step: "ethics", person: "person-ethics" }]);
    expect(caseOf(aWorkflow([aStep("ethics"), aStep("sign-off")])).play(submit, approve("sign-off"), reject("ethics")).state().deciders).toHaveLength(2);
  });
});

test("the head of a desk gives its steps to officers and leaves them out; an administrator of every desk does neither", () => {
  const so = caseOf(aWorkflow([aStep("ethics", { people: { skip: true } })])).play(submit);
  const administrator = aPerson("administrator", [["platform-admin", { kind: "everything" }], ["organisation-admin", { kind: "everything" }]]);
  const assign = { type: "assign", step: "ethics", to: "person-ethics", keepWork: true } as const;
  const skip = { type: "skip", step: "ethics", reason: "Not needed." } as const;
  expect([so.refused(administrator, assign), so.refused(administrator, skip)]).toEqual([["notPermitted"], ["notPermitted"]]);
  expect([so.refused(lead("ethics"), assign, { named: officer("ethics") }), so.refused(lead("ethics"), skip)]).toEqual([[], []]);
});

describe("the record says who did it", () => {
  const desk = (id: string) => aPerson("x", [["desk-officer", { kind: "desk", id }]]).grants;
  const comment = { type: "comment", audience: "desks", text: "So." } as const;
  const by = (who: Parameters<typeof give>[1], so = endorsed(), act: Parameters<typeof give>[2] = comment) => must(give(so, who, act)).events.at(-1)?.actor;
  test("for the desk of the case that they staff, one that is at work before one that is not", () => {
    expect(by(people.ethics)).toEqual({ person: people.ethics.id, desk: "smu.ethics" });
    // Endorsement comes first in the case and is done.
    expect(by({ ...people.head, grants: [...people.head.grants, ...desk("smu.ethics")] })).toEqual({ person: people.head.id, desk: "smu.ethics" });
    expect(by(people.head)).toEqual({ person: people.head.id, desk: "smu.endorsement" });
  });
  test("for a desk of their own before one where they stand in for another, and of those one that is at work first, with whom they stand in for", () => {
    const away = people.both.id;
    const standsIn = (id: string) => desk(id).map((one) => ({ ...one, for: away }));
    const who = (...grants: ReturnType<typeof standsIn>[]) => by({ ...people.stranger, grants: grants.flat(), standsIn: [away] });
    expect(who(standsIn("smu.ethics"), desk("hku.acceptance") as ReturnType<typeof standsIn>)).toEqual({ person: people.stranger.id, desk: "hku.acceptance" });
    expect(who(standsIn("smu.endorsement"), standsIn("smu.ethics"))).toEqual({ person: people.stranger.id, desk: "smu.ethics", for: away });
    expect(who(standsIn("smu.endorsement"))).toEqual({ person: people.stranger.id, desk: "smu.endorsement", for: away });
  });
  test("for no desk where they staff none, or are a party of the request that staffs one as well", () => {
    expect(by(people.requester, endorsed(), { ...comment, audience: "requester" })).toEqual({ person: people.requester.id, desk: null });
    expect(by(people.teammate, endorsed(), { ...comment, audience: "requester" })).toEqual({ person: people.teammate.id, desk: null });
    expect(by({ ...people.requester, grants: [...people.requester.grants, ...desk("smu.ethics")] }, aCase(), { type: "submit" })).toEqual({ person: people.requester.id, desk: null });
  });
  test("for a requester who drops a step of their own case in nobody's place, though they head its desk for somebody", () => {
    const free = changed(endorsed(), ({ steps }) => ({ steps: steps.map((step) => (step.id === "ethics" ? { ...step, droppable: ["requester" as const] } : step)) }));
    const heads = aPerson("y", [["desk-lead", { kind: "desk", id: "smu.ethics" }]]).grants.map((one) => ({ ...one, for: people.head.id }));
    const act = { type: "dropStep", step: "ethics", reason: "Not needed." } as const;
    expect(by({ ...people.requester, grants: [...people.requester.grants, ...desk("smu.ethics"), ...heads], standsIn: [people.head.id] }, free, act)).toEqual({ person: people.requester.id, desk: "smu.ethics" });
  });
  test("or that nobody did", () => {
    const overdue = give(endorsed(), { kind: "worker" }, { type: "tellClock", step: "ethics" }, { today: "2027-11-24", now: "2027-11-24T02:00:00.000Z" });
    expect(must(overdue).events.at(-1)?.actor).toEqual({ system: true });
  });
});

test("what somebody looked at must be what stands, where they say what they looked at", () => {
  const state = submitted().target;
  const version = state.at === "live" ? state.state.version : 0;
  expect(give(submitted(), people.pi, { type: "approve", step: "endorsement", expectedVersion: version - 1 })).toEqual({ refusals: [{ code: "versionConflict", params: { version } }] });
  expect(codes(give(submitted(), people.pi, { type: "approve", step: "endorsement", expectedVersion: version }))).toEqual([]);
  expect(give(aCase(), people.requester, { type: "submit", expectedVersion: 2 })).toEqual({ refusals: [{ code: "versionConflict", params: { version: 3 } }] });
  expect(codes(give(aCase(), people.requester, { type: "submit", expectedVersion: 3 }))).toEqual([]);
});

test("what a submission takes from a standing grant is set aside for that request", () => {
  const key = { organisation: "smu", quota: "special-goods", year: 2026 } as const;
  const account: AccountStanding = { ...key, desk: "smu.sign-off", grant: { regime: "cn-special-goods-permit", number: "SG-7", issued: "2026-03-01", validUntil: "2027-02-28" }, limit: { value: "50", unit: "container" }, reserved: "0", used: "0", own: { reserved: "0", used: "0" } };
  const rests = { requirement: "cn-special-goods-permit", outcome: "granted" as const, reference: "SG-7", date: "2026-03-01", validUntil: "2027-02-28", grant: { ...key, unit: "container" } };
  const so = must(give(aCase(aDraft({ recorded: [...aDraft().recorded, rests] })), people.requester, { type: "submit" }, { accounts: [account] }));
  expect(so.entries).toEqual([{ key, happening: { type: "quota.reserved", data: { request: requestId, number: "CW-0000-0000-00", amount: { value: "30", unit: "container" }, because: "request.submitted" } } }]);
});
