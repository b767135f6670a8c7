import { describe, expect, test } from "vitest";
import { addDays, dayOf } from "../../../lib/calendar/day.ts";
import { RecordMovement } from "../../../lib/request/commands/record-movement.ts";
import type { Kind } from "../../../lib/policy/pack.ts";
import { aCase, after, aPerson, type Case, changed, give, move, must, outcomeOf, people, permitted, ready, stateOf, today, whyNot } from "./builders.ts";

/* What is said of every movement: in which unit, when, where, with which words and papers. */

const at = `${today}T01:00:00Z`;
const now = `${today}T02:00:00.000Z`;
const yesterday = addDays(today, -1);
const later = (milliseconds: number, from = now) => new Date(Date.parse(from) + milliseconds).toISOString();
const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, "0")}`;

type Act = Parameters<typeof give>[2];
const of = (value: string, unit = "container", more: object = {}): Act => ({ type: "recordMovement", direction: "out", quantity: { value, unit }, at, ...more });
/** The case as if its permit were for another amount, of a case of another kind. */
const under = (value: string, unit: string, kind: Kind = "sample") => changed(ready(), (state) => ({ kind, limit: { value, unit }, permit: { ...("permit" in state ? state.permit : {}), limit: { value, unit } } }));
const permitWith = (more: object) => changed(ready(), (state) => ({ permit: { ...("permit" in state ? state.permit : {}), ...more } }));
const against = (so: Case, act: Act, actor: Parameters<typeof give>[1] = people.requester) => whyNot(outcomeOf(so, actor, act));

/** What is written of an act that is accepted. */
function written(so: Case, act: Act): unknown {
  const outcome = outcomeOf(so, people.requester, act);
  if (!("events" in outcome)) throw new Error(JSON.stringify(outcome));
  return outcome.events[0];
}

describe("what crosses", () => {
  const plain = { movement: "01900000-0000-7000-8000-0000000000aa", direction: "out", controlPoint: "hkia", at: "2026-11-24T01:00:00.000Z" };

  test("in the permit's unit is written as it was said, and no more than was said", () => {
    expect(written(ready(), of("3"))).toEqual({ type: "movement.recorded", data: { ...plain, quantity: { value: "3", unit: "container" } } });
  });

  test("in another unit keeps how it was said; money also its rate, which is nothing to an amount in the permit's currency", () => {
    expect(written(under("2", "kg"), of("500", "g"))).toEqual({ type: "movement.recorded", data: { ...plain, quantity: { value: "0.5", unit: "kg" }, stated: { value: "500", unit: "g" } } });
    const rate = { value: "1.08", on: today };
    const funds = under("1000", "HKD", "funds");
    expect(written(funds, of("100", "CNY", { rate }))).toEqual({ type: "movement.recorded", data: { ...plain, quantity: { value: "108", unit: "HKD" }, stated: { value: "100", unit: "CNY" }, rate } });
    expect(written(funds, of("100", "HKD", { rate }))).toEqual({ type: "movement.recorded", data: { ...plain, quantity: { value: "100", unit: "HKD" } } });
  });

  test.each<[string, object, object]>([
    ["the carrier", { carrier: "Harbour" }, { carrier: "Harbour", details: {} }],
    ["the condition", { condition: "Dry" }, { condition: "Dry", details: {} }],
    ["a detail", { details: { packages: "2" } }, { details: { packages: "2" } }],
    ["all of them", { carrier: "Harbour", condition: "Dry", details: { seal: "S1" } }, { carrier: "Harbour", condition: "Dry", details: { seal: "S1" } }],
  ])("seals in one text what was said in words: %s", (_, words, text) => {
    expect(written(ready(), of("3", "container", words))).toMatchObject({ data: { about: { say: JSON.stringify(text), readers: null } } });
  });

  test("names its papers, which are documents of the request", () => {
    const attach = (n: number): Act => ({ type: "attachDocument", document: id(n), name: "List", paper: null, mediaType: "application/pdf", size: 9, sha256: "a".repeat(64) });
    const so = after(ready(), [people.requester, attach(71)], [people.requester, attach(72)]);
    expect(written(so, of("3", "container", { papers: [id(72), id(71)] }))).toMatchObject({ data: { papers: [id(72), id(71)] } });
    expect(against(so, of("3", "container", { papers: [id(71), id(73)] }))).toEqual([["unknownDocument", "papers.1", {}]]);
  });

  test.each<[string, Case, Act, unknown]>([
    ["in another currency without a rate", under("9", "HKD", "funds"), of("1", "CNY"), ["rateNeeded", "rate.value", { from: "CNY", unit: "HKD" }]],
    ["in money where things are counted", ready(), of("1", "CNY"), ["wrongUnit", "quantity.unit", { unit: "container" }]],
    ["as a thing where money is counted", under("9", "HKD", "funds"), of("1"), ["wrongUnit", "quantity.unit", { unit: "HKD" }]],
    ["with a rate of a later day", under("9", "HKD", "funds"), of("1", "CNY", { rate: { value: "1", on: addDays(today, 1) } }), ["dateInFuture", "rate.on", { day: addDays(today, 1) }]],
    ["with what its kind does not ask", ready(), of("1", "container", { details: { colour: "red" } }), ["wrongValue", "details.colour", { problem: "unknownFact", expected: "" }]],
    ["as nothing", ready(), of("0"), ["notPositive", "quantity.value", {}]],
    ["as half a container", ready(), of("0.5"), ["wholeNumberNeeded", "quantity.value", { unit: "container" }]],
    ["where there is no control point", ready(), of("1", "container", { controlPoint: "atlantis" }), ["unknownControlPoint", "controlPoint", { controlPoint: "atlantis" }]],
    ["more than a minute from now", ready(), of("1", "container", { at: later(60_001) }), ["dateInFuture", "at", { day: today }]],
    ["as what is not there", ready(), of("1", "container", { movement: id(9) }), ["unknownMovement", "movement", {}]],
    ["before the permit holds", ready(), of("1", "container", { at: `${yesterday}T01:00:00Z` }), ["outsideWindow", "at", { from: today, to: "2026-12-31" }]],
    ["on the day from which it is revoked", permitWith({ revokedFrom: today }), of("1"), ["wrongStatus", undefined, { status: "revoked" }]],
  ])("%s is refused, with where and of what", (_, so, act, why) => expect(against(so, act)).toEqual([why]));

  test.each<[string, Case, Act, string?]>([
    ["a phone runs a minute fast", ready(), of("1", "container", { at: later(60_000) })],
    ["the rate is of the same day", under("9", "HKD", "funds"), of("1", "CNY", { rate: { value: "1", on: dayOf(at) } })],
    ["it is the permit's last day", permitWith({ validUntil: today }), of("1")],
    ["it is revoked from tomorrow", permitWith({ revokedFrom: addDays(today, 1) }), of("1")],
    ["it is the day of the revocation and it comes back", changed(after(ready(), [people.requester, move("2")]), (state) => ({ permit: { ...("permit" in state ? state.permit : {}), revokedFrom: today } })), of("1", "container", { direction: "return" })],
  ])("is accepted where %s", (_, so, act) => expect(against(so, act)).toEqual([]));

  test("has twenty details at most", () => {
    const parsed = (count: number) => RecordMovement.safeParse({ ...of("1"), commandId: id(1), details: Object.fromEntries(Array.from({ length: count }, (_, n) => [`name${n}`, "x"])) }).success;
    expect([parsed(0), parsed(20), parsed(21)]).toEqual([true, true, false]);
  });

  test("may not end outside before the permit held, nor after now", () => {
    const end = (when: string): Act => ({ type: "recordEnd", end: "destroyed", quantity: { value: "1", unit: "container" }, at: when });
    const so = after(ready(), [people.requester, move("2")]);
    expect(against(so, end(`${yesterday}T01:00:00Z`))).toEqual([["outsideWindow", "at", { from: today, to: "2026-12-31" }]]);
    expect(against(so, end(at))).toEqual([]);
  });
});

describe("the stages of a movement", () => {
  const stage = (which: "departed" | "arrived", more: object = {}): Act => ({ type: "recordStage", stage: which, quantity: { value: "2", unit: "container" }, at, ...more });
  const movement = id(5);
  const left = (when = at) => must(give(ready(), people.requester, stage("departed", { at: when }), { fresh: { permitNumber: "CWP-1", id: movement } }));

  test("come one after the other, to the minute", () => {
    const so = left(`${today}T01:00:30Z`);
    expect(against(so, of("2", "container", { movement, at: `${today}T01:00:10Z` }))).toEqual([]);
    expect(against(so, of("2", "container", { movement, at: `${today}T00:59:59Z` }))).toEqual([["beforeEarlierStage", "at", { stage: "departed", day: today }]]);
    expect(against(so, stage("departed", { movement }))).toEqual([["stageBehind", "movement", { stage: "departed" }]]);
  });

  test("say what arrived instead before the condition that it is in", () => {
    expect(written(left(), stage("arrived", { movement, otherItem: "Empty boxes", condition: "Torn" }))).toMatchObject({ data: { about: { say: JSON.stringify({ condition: "Empty boxes\nTorn", details: {} }) } } });
    expect(written(left(), stage("arrived", { movement, otherItem: "Empty boxes" }))).toMatchObject({ data: { about: { say: JSON.stringify({ condition: "Empty boxes", details: {} }) } } });
    expect(written(left(), stage("arrived", { movement, condition: "Torn" }))).toMatchObject({ data: { about: { say: JSON.stringify({ condition: "Torn", details: {} }) } } });
    expect(written(left(), stage("arrived", { movement }))).toEqual({ type: "movement.arrived", data: { movement: "01900000-0000-7000-8000-0000000000aa", direction: "out", quantity: { value: "2", unit: "container" }, controlPoint: null, at: "2026-11-24T01:00:00.000Z", consignment: movement } });
  });

  test("go the way in which the movement began where nothing else is said, and name the day it is expected only where one is", () => {
    const out = after(ready(), [people.requester, move("5")]);
    const back = must(give(out, people.requester, stage("departed", { direction: "return" }), { fresh: { permitNumber: "CWP-1", id: movement } }));
    expect(written(back, stage("arrived", { movement }))).toMatchObject({ data: { direction: "return" } });
    expect(written(back, stage("arrived", { movement, direction: "out" }))).toMatchObject({ data: { direction: "out" } });
    expect(written(ready(), stage("departed"))).toEqual({ type: "movement.departed", data: { movement: "01900000-0000-7000-8000-0000000000aa", direction: "out", quantity: { value: "2", unit: "container" }, controlPoint: null, at: "2026-11-24T01:00:00.000Z" } });
    expect(written(ready(), stage("departed", { expected: today }))).toMatchObject({ data: { expected: today } });
  });

  test("are refused in a unit that counts something else, of a departure beyond the days of the permit, and where nothing may leave", () => {
    expect(against(ready(), stage("departed", { quantity: { value: "1", unit: "mL" } }))).toEqual([["wrongUnit", "quantity.unit", { unit: "container" }]]);
    expect(against(ready(), stage("departed", { at: `${yesterday}T01:00:00Z` }))).toEqual([["outsideWindow", "at", { from: today, to: "2026-12-31" }]]);
    expect(against(permitWith({ validFrom: "2026-11-01", validUntil: yesterday }), stage("departed"))).toEqual([["wrongStatus", undefined, { status: "expired" }]]);
    expect(against(ready(), stage("arrived", { at: `${yesterday}T01:00:00Z` }))).toEqual([]);
    expect(against(permitWith({ suspended: at }), stage("departed"))).toEqual([["permitSuspended", undefined, undefined]]);
    expect(against(permitWith({ suspended: at }), stage("arrived"))).toEqual([]);
    expect(against(permitted(), stage("departed")).map(([code]) => code)).toEqual(["requirementOpen", "requirementOpen"]);
  });

  test("are booked in after the end only of what is on its way", () => {
    const ended = (so: Case) => changed(so, () => ({ status: "closed" }));
    const closed = [["wrongStatus", undefined, { status: "closed" }]];
    expect(against(ended(left()), stage("arrived", { movement }))).toEqual([]);
    expect(against(ended(left()), stage("departed"))).toEqual(closed);
    expect(against(ended(ready()), stage("arrived"))).toEqual(closed);
    const planned = after(ready(), [people.requester, { type: "planMovement", direction: "out", quantity: { value: "1", unit: "container" }, at }]);
    expect(against(ended(planned), stage("arrived"))).toEqual(closed);
    const both = must(give(after(left(), [people.requester, move("1")]), people.requester, stage("arrived", { movement }), { fresh: { permitNumber: "CWP-1", id: id(6) } }));
    expect(against(ended(both), stage("arrived"))).toEqual([]);
    const all = must(give(left(), people.requester, stage("arrived", { movement }), { fresh: { permitNumber: "CWP-1", id: id(6) } }));
    expect(against(ended(all), stage("arrived"))).toEqual(closed);
    expect(against(permitWith({}), stage("arrived"))).toEqual([]);
    expect(against(changed(ready(), () => ({ status: "approved", permit: undefined })), stage("arrived"))).toEqual([["wrongStatus", undefined, { status: "approved" }]]);
  });

  test("are written by an officer of the permit's control point, and of no other", () => {
    const officer = aPerson("officer", [["control-point-officer", { kind: "desk", id: "hkia" }]], "hkia");
    const crosses = (so: Case, controlPoints: string[]) => whyNot(outcomeOf(so, officer, of("1"), { checkpoints: [{ desk: "hkia", controlPoints }] }))[0]?.[0];
    expect([crosses(ready(), ["sz-bay", "hkia"]), crosses(ready(), ["sz-bay"]), crosses(permitWith({ controlPoint: null }), ["hkia"]), crosses(aCase(), ["hkia"])]).toEqual([undefined, "notPermitted", "notPermitted", "notPermitted"]);
  });

  test("are written of what they have in hand by others, where the kind is one that is in anybody's hands, and of nothing else", () => {
    const held = changed(left(), ({ ledger }) => ({ ledger: ledger.map((one) => ({ ...one, person: people.stranger.id })) }));
    const two = changed(held, ({ ledger }) => ({ ledger: [...ledger, ...ledger.map((one) => ({ ...one, id: id(6), consignment: id(6), person: people.requester.id }))] }));
    const arrive = (so: Case, more: object = { movement }) => against(so, stage("arrived", more), people.stranger);
    const notInHand = [["notInHand", "movement", {}]];
    const notPermitted = [["notPermitted", undefined, undefined]];
    expect([arrive(two), arrive(two, { movement: id(6) }), arrive(two, {})]).toEqual([[], notInHand, notInHand]);
    expect(against(two, stage("departed", { movement }), people.stranger)).toEqual(notInHand);
    expect(arrive(changed(two, () => ({ kind: "funds" })))).toEqual(notPermitted);
    expect(arrive(aCase())).toEqual(notPermitted);
    expect(stateOf(two).ledger).toHaveLength(2);
  });
});
