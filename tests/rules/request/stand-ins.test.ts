import { describe, expect, test } from "vitest";
import type { PersonActor } from "../../../lib/access/actor.ts";
import { standInRefusals, standInState, type StandIn } from "../../../lib/access/stand-in.ts";
import { aPerson, after, codes, endorsed, give, people, stateOf, type Case } from "./builders.ts";

const at = (id: string) => ({ kind: "desk", id }) as const;
const officer = (name: string, ...desks: string[]) => aPerson(name, desks.map((desk) => ["desk-officer", at(desk)] as const), "hku");
/** Somebody with the rights of another beside their own. */
const inFor = (person: PersonActor, other: PersonActor): PersonActor => ({ ...person, grants: [...person.grants, ...other.grants.filter(({ scope }) => scope.kind === "desk").map((grant) => ({ ...grant, for: other.id }))], standsIn: [other.id] });
const stranger = aPerson("locum", [["researcher", { kind: "organisation", id: "hku" }]], "hku");
const biosafety = { type: "approve", step: "biosafety" } as const;
const lastActor = (so: Case | { refusals: unknown }) => ("events" in so ? so.events.findLast(({ type }) => type === "step.approved")?.actor : null);
const taken = (so: ReturnType<typeof give>): Case => {
  if ("refusals" in so) throw new Error(JSON.stringify(so.refusals));
  return so;
};

describe("a stand-in", () => {
  test("decides with the rights of whoever is away, and the record says for whom", () => {
    expect(lastActor(give(endorsed(), inFor(stranger, people.biosafety), biosafety))).toEqual({ person: stranger.id, desk: "hku.biosafety", for: people.biosafety.id });
  });
  test("who is of the desk themself decides in their own right", () => {
    expect(lastActor(give(endorsed(), inFor(officer("peer", "hku.biosafety"), people.biosafety), biosafety))).toEqual({ person: "person-peer", desk: "hku.biosafety" });
  });
  test("has what the person who is away had in hand; a colleague has not", () => {
    const so = after(endorsed(), [people.biosafety, { type: "claim", step: "biosafety" }]);
    expect(codes(give(so, inFor(stranger, people.biosafety), biosafety))).toEqual([]);
    expect(codes(give(so, officer("peer", "hku.biosafety"), biosafety))).toEqual(["heldByOther"]);
  });
  test("of the requester, or of one of the team, decides nothing of theirs, at whatever desk", () => {
    for (const party of [people.requester, people.teammate]) {
      expect(codes(give(endorsed(), { ...people.biosafety, standsIn: [party.id] }, biosafety))).toEqual(["standsInForParty"]);
    }
    expect(codes(give(endorsed(), inFor(people.ethics, { ...people.requester, grants: [...people.requester.grants, ...people.biosafety.grants] }), biosafety))).toEqual(["standsInForParty"]);
    expect(codes(give(endorsed(), inFor(people.ethics, { ...people.teammate, grants: people.biosafety.grants }), biosafety))).toEqual(["standsInForParty"]);
  });
  test("decides no step when they, or whoever they stand in for, decided another: neither way round", () => {
    // The one who is away decided ethics before.
    const both = { ...people.both, grants: [...people.both.grants, ...people.biosafety.grants] };
    const first = after(endorsed(), [people.both, { type: "approve", step: "ethics" }]);
    expect(codes(give(first, inFor(stranger, both), biosafety))).toEqual(["decidedAnotherStep"]);
    // The stand-in decided ethics themself before.
    const second = after(endorsed(), [people.ethics, { type: "approve", step: "ethics" }]);
    expect(codes(give(second, inFor(people.ethics, people.biosafety), biosafety))).toEqual(["decidedAnotherStep"]);
    // A step was decided in somebody's place: they do not decide another themselves afterwards.
    const third = taken(give(endorsed(), inFor(stranger, both), biosafety));
    expect(stateOf(third).deciders.at(-1)).toEqual({ step: "biosafety", person: stranger.id, for: both.id });
    expect(codes(give(third, both, { type: "approve", step: "ethics" }))).toEqual(["decidedAnotherStep"]);
  });
});

describe("a step that is delegated", () => {
  const to = (named: PersonActor | null) => [{ type: "delegate", step: "biosafety", to: "x", reason: "Away." } as const, { named }] as const;
  const peer = officer("peer", "hku.biosafety");
  test("is decided by the delegate in the officer’s place, and not by colleagues", () => {
    const so = taken(give(endorsed(), people.biosafety, ...to(peer)));
    expect(codes(give(so, people.biosafety, biosafety))).toEqual(["heldByOther"]);
    expect(lastActor(give(so, peer, biosafety))).toEqual({ person: peer.id, desk: "hku.biosafety", for: people.biosafety.id });
  });
  test("is not delegated further, by a delegate or by a stand-in", () => {
    const so = taken(give(endorsed(), people.biosafety, ...to(peer)));
    expect(codes(give(so, peer, ...to(officer("third", "hku.biosafety"))))).toEqual(["delegatedAlready"]);
    expect(codes(give(endorsed(), inFor(stranger, people.biosafety), ...to(peer)))).toEqual(["delegatedAlready"]);
  });
  test("goes to nobody outside the desk unless the definition says so, to no party and no decider of another step, and not to oneself", () => {
    expect(codes(give(endorsed(), people.biosafety, ...to(people.ethics)))).toEqual(["notOfDesk"]);
    expect(codes(give(endorsed(), people.biosafety, ...to({ ...people.requester, grants: peer.grants })))).toEqual(["mayNotDecide"]);
    expect(codes(give(endorsed(), people.biosafety, ...to({ ...people.teammate, grants: peer.grants })))).toEqual(["mayNotDecide"]);
    const decided = after(endorsed(), [people.ethics, { type: "approve", step: "ethics" }]);
    expect(codes(give(decided, people.biosafety, ...to({ ...people.ethics, grants: [...people.ethics.grants, ...peer.grants] })))).toEqual(["mayNotDecide"]);
    expect(codes(give(endorsed(), people.biosafety, ...to(people.biosafety)))).toEqual(["heldAlready"]);
    expect(codes(give(endorsed(), people.biosafety, ...to(null)))).toEqual(["unknownPerson"]);
  });
  test("may leave the desk where the definition says so; the delegate may decide it and nothing else there", () => {
    const so = endorsed();
    const state = stateOf(so);
    const open: Case = { ...so, target: { at: "live", state: { ...state, steps: state.steps.map((step) => (step.id === "biosafety" ? { ...step, people: { delegate: "anybody" as const } } : step)) } } };
    const given = taken(give(open, people.biosafety, ...to(people.acceptance)));
    expect(codes(give(given, people.acceptance, biosafety))).toEqual([]);
    expect(codes(give(given, people.acceptance, { type: "approve", step: "ethics" }))).toEqual(["notPermitted"]);
  });
  test("does not let its officer decide another step: what was decided in their place counts as theirs", () => {
    const two = officer("two", "hku.biosafety", "smu.ethics");
    const so = taken(give(endorsed(), two, ...to(peer)));
    expect(codes(give(after(so, [peer, biosafety]), two, { type: "approve", step: "ethics" }))).toEqual(["decidedAnotherStep"]);
    const meanwhile = after(so, [two, { type: "approve", step: "ethics" }]);
    expect(codes(give(meanwhile, peer, biosafety))).toEqual(["decidedAnotherStep"]);
  });
  test("can be taken back by whoever handed it on", () => {
    const so = taken(give(endorsed(), people.biosafety, ...to(peer)));
    expect(codes(give(so, people.biosafety, { type: "release", step: "biosafety" }))).toEqual([]);
  });
});

describe("to set a stand-in", () => {
  const away = officer("away", "hku.biosafety", "hku.acceptance");
  const lead = aPerson("lead", [["desk-lead", at("hku.biosafety")]], "hku");
  const days = { from: "2026-12-01", until: "2026-12-11", desks: [] as string[] };
  const around = { actor: away, represented: away, standIn: stranger, known: [] as StandIn[], today: "2026-11-24" };
  const known = (about: Partial<StandIn>): StandIn => ({ id: "1", for: "x", by: "y", from: "2026-12-05", until: "2026-12-06", desks: [], reason: null, ended: false, ...about });
  const said = (asked: Partial<typeof days>, change: Partial<Parameters<typeof standInRefusals>[1]> = {}) => standInRefusals({ ...days, ...asked }, { ...around, ...change }).map(({ code }) => code);

  test("is one’s own to do, for all one’s desks or some of them", () => {
    expect(said({})).toEqual([]);
    expect(said({ desks: ["hku.acceptance"] })).toEqual([]);
  });
  test("or the head’s of the desk, for that desk alone; nobody else’s", () => {
    expect(said({ desks: ["hku.biosafety"] }, { actor: lead })).toEqual([]);
    expect(said({ desks: ["hku.acceptance"] }, { actor: lead })).toEqual(["standInBeyondRights"]);
    expect(said({}, { actor: lead })).toEqual(["standInBeyondRights"]);
    expect(said({}, { actor: stranger })).toEqual(["notPermitted"]);
    expect(said({ desks: ["hku.biosafety"] }, { actor: inFor(stranger, lead) })).toEqual(["notPermitted"]);
  });
  test("is refused for oneself, for nobody, in the past, the wrong way round, and beyond one’s rights", () => {
    expect(said({}, { standIn: away })).toEqual(["standInForOneself"]);
    expect(said({}, { standIn: null })).toEqual(["unknownPerson"]);
    expect(said({ from: "2026-11-01", until: "2026-11-10" })).toEqual(["dateInPast"]);
    expect(said({ from: "2026-12-11", until: "2026-12-01" })).toEqual(["windowReversed"]);
    expect(said({ desks: ["smu.ethics"] })).toEqual(["standInBeyondRights"]);
    expect(said({}, { actor: stranger, represented: stranger, standIn: away })).toEqual(["nothingToStandInFor"]);
  });
  test("is refused for longer than a year ahead, however far off it begins; a year can be had, and had again", () => {
    expect(said({ until: "2027-11-24" })).toEqual([]);
    expect(said({ until: "2027-11-25" })).toEqual(["standInTooLong"]);
    expect(said({ from: "9999-12-30", until: "9999-12-31" })).toEqual(["standInTooLong"]);
    expect(said({ from: "2027-11-25", until: "2028-11-23" }, { today: "2027-11-24", known: [known({ for: away.id, until: "2027-11-24" })] })).toEqual([]);
  });
  test("is refused where it overlaps another at the same desk, not where that has ended, is at another desk or on other days", () => {
    expect(said({}, { known: [known({ for: away.id })] })).toEqual(["standInOverlaps"]);
    expect(said({}, { known: [known({ for: away.id, ended: true })] })).toEqual([]);
    expect(said({ desks: ["hku.biosafety"] }, { known: [known({ for: away.id, desks: ["hku.acceptance"] })] })).toEqual([]);
    expect(said({}, { known: [known({ for: away.id, from: "2026-12-12", until: "2026-12-13" })] })).toEqual([]);
  });
  test("is shown as running from its first day to its last, before as to come, and after, or once it was ended, as over", () => {
    expect(["2026-12-04", "2026-12-05", "2026-12-06", "2026-12-07"].map((today) => standInState(known({}), today))).toEqual(["coming", "now", "now", "past"]);
    expect(standInState(known({ ended: true }), "2026-12-05")).toBe("past");
  });
  test("is refused as a stand-in of a stand-in, both ways", () => {
    expect(said({}, { known: [known({ for: stranger.id, by: "person-third" })] })).toEqual(["standInCircle"]);
    expect(said({}, { known: [known({ for: "person-third", by: away.id })] })).toEqual(["standInCircle"]);
  });
});
