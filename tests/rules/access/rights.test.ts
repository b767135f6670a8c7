import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PersonActor, desksOf } from "../../../lib/access/actor.ts";
import { administered } from "../../../lib/access/administered.ts";
import { can, holdsAnywhere } from "../../../lib/access/can.ts";
import { candidateAt, personsOf } from "../../../lib/access/candidate.ts";
import { leads, led } from "../../../lib/access/heads.ts";
import { mayEndStandIn, staffed, standInRefusals } from "../../../lib/access/stand-in.ts";
import { permissions, standardRoles, type RoleId, type Scope } from "../../../lib/access/permission.ts";
import { subjectsOfActor } from "../../../lib/access/subjects.ts";
import { aPerson } from "../request/builders.ts";

const officer = aPerson("officer", [["desk-officer", { kind: "desk", id: "hku.ethics" }]], "hku");
const head = aPerson("head", [["desk-lead", { kind: "desk", id: "hku.ethics" }]], "hku");
const ofPlace = aPerson("of-place", [["auditor", { kind: "jurisdiction", id: "HK" }]]);
const ofHouse = aPerson("of-house", [["auditor", { kind: "organisation", id: "hku" }]]);
const ofAll = aPerson("of-all", [["auditor", { kind: "everything" }]]);

describe("a grant", () => {
  test("covers what its scope names, and nothing where its subject names no such thing", () => {
    expect([can(officer, "step.decide", { desks: ["smu.ethics", "hku.ethics"] }), can(officer, "step.decide", { desks: ["smu.ethics"] }), can(officer, "step.decide", { organisations: ["hku.ethics"] })]).toEqual([true, false, false]);
    expect([can(ofPlace, "audit.search", { jurisdictions: ["HK"] }), can(ofPlace, "audit.search", { jurisdictions: ["MO"] }), can(ofPlace, "audit.search", {})]).toEqual([true, false, false]);
    expect([can(ofHouse, "audit.search", { organisations: ["hku"] }), can(ofHouse, "audit.search", { organisations: ["smu"] }), can(ofHouse, "audit.search", {})]).toEqual([true, false, false]);
    expect([can(ofAll, "audit.search", {}), can(ofAll, "step.decide", { desks: ["hku.ethics"] })]).toEqual([true, false]);
  });

  test("is a person's; the system needs none, the worker and the public have none", () => {
    const any = { desks: ["hku.ethics"] };
    expect((["system", "worker", "public", "signIn"] as const).map((kind) => [can({ kind }, "step.decide", any), holdsAnywhere({ kind }, "step.decide")])).toEqual([[true, false], [false, false], [false, false], [false, false]]);
    expect([holdsAnywhere(officer, "step.decide"), holdsAnywhere(officer, "permit.revoke"), desksOf(officer), desksOf({ kind: "worker" })]).toEqual([true, false, ["hku.ethics"], []]);
    const also = { ...officer, grants: [...officer.grants, ...ofPlace.grants] };
    expect([holdsAnywhere(also, "step.decide"), holdsAnywhere(also, "audit.search")]).toEqual([true, true]);
  });

  test("for an organisation is none for a desk, whatever either is called", () => {
    const house = aPerson("house", [["desk-lead", { kind: "organisation", id: "hku.ethics" }]]);
    expect([desksOf(house), led(house), staffed(house), can(house, "step.decide", { desks: ["hku.ethics"] })]).toEqual([[], [], [], false]);
    const locum = { ...house, grants: house.grants.map((grant) => ({ ...grant, for: officer.id })) };
    expect(candidateAt("hku.ethics", locum).actsFor).toBeNull();
  });

  test("that somebody has in another's place makes neither their desk of it nor them its head", () => {
    const locum = { ...officer, grants: head.grants.map((grant) => ({ ...grant, for: head.id })) };
    expect([staffed(head), led(head), staffed(locum), led(locum), desksOf(locum)]).toEqual([["hku.ethics"], ["hku.ethics"], [], [], ["hku.ethics"]]);
  });
});

test("the head of a desk is whoever holds the right of a head there, however many others they hold", () => {
  const manages = { ...officer, grants: [{ role: "secretary", permissions: ["step.decide", "desk.manage"] as const, scope: { kind: "desk", id: "hku.ethics" } as const }] };
  const standsIn = { ...officer, grants: [...officer.grants, ...head.grants.map((grant) => ({ ...grant, for: head.id }))], standsIn: [head.id] };
  expect([officer, manages, head, standsIn].map((one) => [leads(one, "hku.ethics"), led(one)])).toEqual([[false, []], [false, []], [true, ["hku.ethics"]], [true, []]]);
  expect(leads(head, "smu.ethics")).toBe(false);
});

test("whoever stands in acts for the other only where they have no right of their own, and counts as both", () => {
  const away = officer.grants.map((grant) => ({ ...grant, for: officer.id }));
  const other = { ...aPerson("other", []), grants: away, standsIn: [officer.id] };
  const own = { ...other, grants: [...away, ...head.grants] };
  expect([candidateAt("hku.ethics", other), candidateAt("hku.ethics", own).actsFor, candidateAt("smu.ethics", other).actsFor]).toEqual([{ id: other.id, actsFor: officer.id, standsInFor: [officer.id] }, null, null]);
  expect([personsOf(candidateAt("hku.ethics", other)), personsOf(candidateAt("hku.ethics", own))]).toEqual([[other.id, officer.id], [other.id]]);
  expect(candidateAt("hku.ethics", officer).standsInFor).toEqual([]);
});

test("what somebody goes by where requests are listed: themselves, their desks, a control point, what they audit", () => {
  const boundary = aPerson("boundary", [["control-point-officer", { kind: "desk", id: "cp.hkia" }]]);
  expect(subjectsOfActor(boundary)).toEqual({ all: false, subjects: ["adviser:person-boundary", "cp:hkia", "desk:cp.hkia", "person:person-boundary"] });
  expect([ofPlace, ofHouse, ofAll].map(subjectsOfActor)).toEqual([{ all: false, subjects: ["adviser:person-of-place", "audit:jur:HK", "person:person-of-place"] }, { all: false, subjects: ["adviser:person-of-house", "audit:org:hku", "person:person-of-house"] }, { all: true, subjects: ["adviser:person-of-all", "person:person-of-all"] }]);
  // Whoever may do other things at an organisation audits nothing there, and a desk is no control point.
  expect([officer, aPerson("scholar", [["researcher", { kind: "organisation", id: "hku" }]])].map((actor) => subjectsOfActor(actor).subjects)).toEqual([["adviser:person-officer", "desk:hku.ethics", "person:person-officer"], ["adviser:person-scholar", "person:person-scholar"]]);
  expect((["system", "worker", "public", "signIn"] as const).map((kind) => subjectsOfActor({ kind }))).toEqual([true, true, false, false].map((all) => ({ all, subjects: [] })));
});

test("whoever administers organisations goes by each of them in their own right, and whoever runs the platform by none", () => {
  const house = (id: string) => [["organisation-admin", { kind: "organisation", id }]] as const;
  const two = aPerson("two", [...house("hku"), ...house("smu"), ...house("hku")]);
  const inPlace = { ...two, grants: two.grants.map((grant) => ({ ...grant, for: "person-x" })) };
  const others = [aPerson("platform", [["platform-admin", { kind: "everything" }]]), aPerson("scholar", [["researcher", { kind: "organisation", id: "hku" }]]), aPerson("at-desk", [["organisation-admin", { kind: "desk", id: "hku.ethics" }]])];
  expect([two, inPlace, ...others].map(administered)).toEqual([["hku", "smu"], [], [], [], []]);
  expect(administered({ kind: "system" })).toEqual([]);
  expect(subjectsOfActor(two).subjects).toEqual(["adviser:person-two", "admin:org:hku", "admin:org:smu", "person:person-two"].toSorted());
});

describe("a stand-in", () => {
  const today = "2026-11-24";
  const asked = { from: today, until: today, desks: [] as string[] };
  const known = { id: "s", for: officer.id, by: "person-x", from: "2026-11-20", until: "2026-11-24", desks: [] as string[], reason: null, ended: false };
  const around = { actor: officer, represented: officer, standIn: aPerson("deputy", []), known: [] as (typeof known)[], today };
  const told = (change: Partial<typeof asked>, beside: Partial<Parameters<typeof standInRefusals>[1]> = {}) => standInRefusals({ ...asked, ...change }, { ...around, ...beside }).map(({ code, path }) => `${code} ${path}`);

  test("may be for this one day; each reason against it stands at its field", () => {
    expect(told({})).toEqual([]);
    expect(told({ from: "2026-11-23" })).toEqual(["dateInPast from"]);
    expect(told({ from: "2026-11-22", until: "2026-11-23" })).toEqual(["dateInPast until"]);
    expect(told({ until: "2026-11-25", from: "2026-11-26" })).toEqual(["windowReversed until"]);
    expect([told({}, { represented: null }), told({}, { standIn: null }), told({}, { standIn: officer })]).toEqual([["unknownPerson for"], ["unknownPerson by"], ["standInForOneself by"]]);
    expect(told({ desks: ["smu.ethics"] })).toEqual(["standInBeyondRights desks"]);
    expect([told({}, { actor: head }), told({ desks: ["hku.ethics"] }, { actor: head }), told({}, { actor: ofAll })]).toEqual([["standInBeyondRights desks"], [], ["notPermitted undefined"]]);
    expect(told({}, { represented: ofAll, actor: ofAll })).toEqual(["nothingToStandInFor for"]);
  });

  test("that is refused names the day, the desk or the person", () => {
    const said = (change: Partial<typeof asked>, beside: Partial<Parameters<typeof standInRefusals>[1]> = {}) => standInRefusals({ ...asked, ...change }, { ...around, ...beside }).map(({ params }) => params);
    expect([said({ from: "2026-11-23" }), said({ from: "2026-11-22", until: "2026-11-23" }), said({ desks: ["smu.ethics"] }), said({}, { actor: head }), said({}, { represented: ofAll, actor: ofAll })]).toEqual([[{ day: "2026-11-23" }], [{ day: "2026-11-23" }], [{ desk: "smu.ethics" }], [{ desk: "*" }], [{ person: "of-all" }]]);
  });

  test("overlaps another at a desk that both are for; one for no desk is for all", () => {
    const two = { ...officer, grants: [...officer.grants, ...aPerson("x", [["desk-officer", { kind: "desk", id: "smu.ethics" }]]).grants] };
    const overlap = (had: string[], desks: string[]) => told({ desks }, { actor: two, represented: two, known: [{ ...known, desks: had }] }).length;
    expect([overlap(["hku.ethics"], ["hku.ethics"]), overlap(["hku.ethics"], ["smu.ethics"]), overlap(["hku.ethics"], []), overlap([], ["smu.ethics"]), overlap(["hku.ethics", "smu.ethics"], ["smu.ethics"])]).toEqual([1, 0, 1, 1, 1]);
    // Whoever is not known yet overlaps with nobody.
    expect(told({}, { standIn: null, known: [{ ...known, for: "person-y" }] })).toEqual(["unknownPerson by"]);
  });

  test("overlaps on a day that both have, and not on the next", () => {
    expect(told({}, { known: [known] })).toEqual(["standInOverlaps from"]);
    expect(told({ from: "2026-11-25", until: "2026-11-25" }, { known: [known] })).toEqual([]);
    expect(told({ from: today, until: "2026-11-26" }, { known: [{ ...known, from: "2026-11-26", until: "2026-11-30" }] })).toEqual(["standInOverlaps from"]);
    expect(told({ from: today, until: "2026-11-25" }, { known: [{ ...known, from: "2026-11-26", until: "2026-11-30" }] })).toEqual([]);
    expect(told({}, { known: [{ ...known, by: officer.id, for: "person-y" }] })).toEqual(["standInCircle by"]);
  });

  test("is ended by whoever is away, or by the head of one of its desks", () => {
    const one = { ...known, desks: ["hku.ethics"] };
    expect([officer, head, ofAll].map((actor) => mayEndStandIn(actor, one))).toEqual([true, true, false]);
    expect(mayEndStandIn(head, { ...one, desks: [] })).toBe(false);
  });
});

describe("P9: taking one grant away", () => {
  const ids = fc.constantFrom("hku", "smu", "HK", "CN", "hku.ethics", "smu.sign-off");
  const scope: fc.Arbitrary<Scope> = fc.oneof(fc.record({ kind: fc.constantFrom("organisation" as const, "jurisdiction" as const, "desk" as const), id: ids }), fc.constant({ kind: "everything" as const }));
  const grant = fc.tuple(fc.constantFrom(...(Object.keys(standardRoles) as RoleId[])), scope);
  const held = fc.array(grant, { minLength: 1, maxLength: 6 });
  const place = fc.array(ids, { maxLength: 3 });
  const subject = fc.record({ organisations: place, jurisdictions: place, desks: place });
  const of = (grants: readonly (readonly [RoleId, Scope])[]): PersonActor => aPerson("anybody", grants);

  test("never takes what another still gives, of any right, for any case, and gives nothing", () => {
    let taken = 0;
    fc.assert(
      fc.property(held, fc.nat(5), fc.constantFrom(...permissions), subject, (grants, which, permission, at) => {
        const rest = grants.filter((_, place) => place !== which % grants.length);
        const [before, after] = [can(of(grants), permission, at), can(of(rest), permission, at)];
        expect(after).toBe(rest.some((one) => can(of([one]), permission, at)));
        expect(before).toBe(grants.some((one) => can(of([one]), permission, at)));
        if (before && !after) taken++;
      }),
      { numRuns: 2000 },
    );
    expect(taken).toBeGreaterThan(0);
  });

  test("nor hides a case that another shows, nor its desk", () => {
    fc.assert(
      fc.property(held, fc.nat(5), (grants, which) => {
        const rest = grants.filter((_, place) => place !== which % grants.length);
        const seen = (all: typeof grants) => new Set([...subjectsOfActor(of(all)).subjects, ...(subjectsOfActor(of(all)).all ? ["everything"] : []), ...desksOf(of(all)), ...led(of(all)), ...staffed(of(all))]);
        expect(seen(rest)).toEqual(new Set([...seen([]), ...rest.flatMap((one) => [...seen([one])])]));
      }),
      { numRuns: 500 },
    );
  });
});
