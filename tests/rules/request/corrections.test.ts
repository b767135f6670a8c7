import { describe, expect, test } from "vitest";
import { addDays } from "../../../lib/calendar/day.ts";
import { ruleFor } from "../../../lib/request/command.ts";
import type { Context } from "../../../lib/request/context.ts";
import { aCase, aContext, after, approved, type Case, changed, give, move, must, outcomeOf, people, permitted, ready, stateOf, submitted, today, whyNot } from "./builders.ts";

/* What puts an entry of the ledger right, what reads a counter, and what still crosses once the permit has ended. */

const at = `${today}T01:00:00Z`;
const yesterday = addDays(today, -1);
const unit = "container";
const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, "0")}`;
type Act = Parameters<typeof give>[2];
const fresh = (so: Case) => ({ fresh: { permitNumber: "CWP-1", id: id(so.events.length) } });
const acts = (start: Case, ...said: readonly Act[]): Case => said.reduce((so, act) => must(give(so, people.requester, act, fresh(so))), start);
const last = (so: Case) => stateOf(so).ledger.at(-1)?.id ?? "";
const correct = (so: Case, change: object, movement = last(so)): Act => ({ type: "correctMovement", movement, reason: "Wrong.", ...change });
const against = (so: Case, act: Act, change: Parameters<typeof give>[3] = {}) => whyNot(outcomeOf(so, people.requester, act, { ...fresh(so), ...change }));
const of = (value: string, more: object = {}): Act => ({ type: "recordMovement", direction: "out", quantity: { value, unit }, at, ...more });
const stage = (which: "departed" | "arrived", value: string, more: object = {}): Act => ({ type: "recordStage", stage: which, quantity: { value, unit }, at, ...more });
const read = (total: string, more: object = {}): Act => ({ type: "recordReading", counter: "meter", total: { value: total, unit }, at, ...more });
const permitWith = (so: Case, more: object, state: object = {}) => changed(so, (before) => ({ permit: { ...("permit" in before ? before.permit : {}), ...more }, ...state }));

function written(so: Case, act: Act): { readonly type: string; readonly data: object } {
  const outcome = outcomeOf(so, people.requester, act, fresh(so));
  if (!("events" in outcome) || !outcome.events[0]) throw new Error(JSON.stringify(outcome));
  return outcome.events[0];
}

describe("a correction", () => {
  test("leaves as it was what it does not say: in which unit and at which rate, where, with which papers, expected when", () => {
    const money = permitWith(ready(), { limit: { value: "1000", unit: "HKD" } }, { kind: "funds", limit: { value: "1000", unit: "HKD" } });
    const paper = (n: number): Act => ({ type: "attachDocument", document: id(n), name: "List", paper: null, mediaType: "application/pdf", size: 9, sha256: "a".repeat(64) });
    const rate = { value: "1.08", on: today };
    const start = acts(money, paper(901), paper(902));
    const so = acts(start, { type: "recordMovement", direction: "out", quantity: { value: "100", unit: "CNY" }, rate, controlPoint: "sz-bay", papers: [id(901)], at });
    const was = { quantity: { value: "108", unit: "HKD" }, stated: { value: "100", unit: "CNY" }, rate, controlPoint: "sz-bay", papers: [id(901)], at: "2026-11-24T01:00:00.000Z" };
    expect(written(so, correct(so, { carrier: "Bank" }))).toMatchObject({ type: "movement.corrected", data: { ...was, corrects: last(so), stage: "crossed", direction: "out", reason: { say: "Wrong." } } });
    expect(written(so, correct(so, { rate: { value: "1.1", on: today }, controlPoint: "hkia", papers: [id(902)] }))).toMatchObject({ data: { ...was, quantity: { value: "110", unit: "HKD" }, rate: { value: "1.1", on: today }, controlPoint: "hkia", papers: [id(902)] } });
    const planned = acts(ready(), { type: "planMovement", direction: "out", quantity: { value: "1", unit }, at, expected: "2026-12-01" });
    expect(written(planned, correct(planned, { quantity: { value: "2", unit } }))).toMatchObject({ data: { expected: "2026-12-01" } });
    const plain = acts(ready(), of("1"));
    const { data } = written(plain, correct(plain, { quantity: { value: "2", unit } }));
    expect(Object.keys(data).toSorted()).toEqual(["at", "consignment", "controlPoint", "corrects", "direction", "movement", "quantity", "reason", "stage"]);
  });

  test("of a reading is held to the one before; one that never was counts nothing", () => {
    const so = acts(ready(), read("5"), read("9"));
    expect(written(so, correct(so, { carrier: "Meter" }))).toMatchObject({ data: { quantity: { value: "4", unit }, reading: { counter: "meter", total: "9" } } });
    expect(written(so, correct(so, { isVoid: true }))).toMatchObject({ data: { quantity: { value: "0", unit }, reading: { counter: "meter", total: "5" }, isVoid: true } });
    const single = acts(ready(), read("5"));
    expect(written(single, correct(single, { isVoid: true }))).toMatchObject({ data: { quantity: { value: "0", unit }, reading: { counter: "meter", total: "0" } } });
    expect(against(so, correct(so, { quantity: { value: "4", unit } }))).toEqual([["readingBelow", "quantity.value", { last: "5", unit }]]);
    expect(against(so, correct(so, { quantity: { value: "8", unit } }, stateOf(so).ledger[0]?.id))).toEqual([["readingNotLast", "movement", {}]]);
  });

  test("of what departed is held to what is left without its own crossing, and of what crossed to what is left beside it", () => {
    const so = acts(ready(), stage("departed", "20"));
    const departed = last(so);
    const crossed = acts(so, of("20", { movement: departed }));
    expect(against(crossed, correct(crossed, { quantity: { value: "25", unit } }, departed))).toEqual([]);
    expect(against(crossed, correct(crossed, { quantity: { value: "31", unit } }, departed))).toEqual([["overLimit", "quantity.value", { remaining: "30", unit }]]);
    const two = acts(crossed, of("5"));
    expect(against(two, correct(two, { quantity: { value: "26", unit } }, departed))).toEqual([["overLimit", "quantity.value", { remaining: "25", unit }]]);
    expect(against(two, correct(two, { quantity: { value: "11", unit } }))).toEqual([["overLimit", "quantity.value", { remaining: "10", unit }]]);
  });

  test("may say an earlier hour of a departure, though it crossed since, and no earlier one of a crossing", () => {
    const so = acts(ready(), stage("departed", "2"));
    const departed = last(so);
    const crossed = acts(so, of("2", { movement: departed, at: `${today}T01:30:00Z` }));
    expect(against(crossed, correct(crossed, { at: `${today}T00:30:00Z` }, departed))).toEqual([]);
    expect(against(crossed, correct(crossed, { at: `${today}T00:30:00Z` }))).toEqual([["beforeEarlierStage", "at", { stage: "departed", day: today }]]);
  });

  test("is held to the days of the permit as its entry was: an arrival to none, an end to the first, what never was to none", () => {
    const outside = [["outsideWindow", "at", { from: today, to: "2026-12-31" }]];
    const early = { at: `${yesterday}T01:00:00Z` };
    const ended = acts(ready(), of("2"), { type: "recordEnd", end: "destroyed", quantity: { value: "1", unit }, at });
    expect([against(ended, correct(ended, early)), against(ended, correct(ended, { ...early, isVoid: true }))]).toEqual([outside, []]);
    const arrived = acts(ready(), stage("arrived", "2"));
    expect(against(arrived, correct(arrived, early))).toEqual([]);
    const crossed = acts(ready(), of("2"));
    expect([against(crossed, correct(crossed, early)), against(crossed, correct(crossed, { ...early, isVoid: true }))]).toEqual([outside, []]);
    const late = { today: "2027-01-10", now: "2027-01-10T02:00:00.000Z" };
    expect(against(permitWith(crossed, { validUntil: today }), correct(crossed, { at: `${addDays(today, 1)}T01:00:00Z` }), late)).toEqual([["outsideWindow", "at", { from: today, to: today }]]);
    const over = permitWith(crossed, { validFrom: "2026-11-01", validUntil: yesterday }, { status: "expired" });
    expect(against(over, correct(over, { quantity: { value: "1", unit } }), late)).toEqual([]);
  });

  test("is refused where there is nothing to put right, and says what has come further and every reason against, each once", () => {
    const may = (so: Case) => ruleFor("correctMovement").may(so.target, aContext(people.requester)).map(({ code, params }) => [code, params]);
    expect([may(aCase()), may(submitted())]).toEqual([[["wrongStatus", { status: "draft" }]], [["wrongStatus", { status: "submitted" }]]]);
    expect([may(ready()), may(changed(ready(), () => ({ status: "closed" })))]).toEqual([[["unknownMovement", undefined]], [["wrongStatus", { status: "closed" }]]]);
    const planned = acts(ready(), { type: "planMovement", direction: "out", quantity: { value: "1", unit }, at });
    const gone = acts(planned, stage("departed", "1", { movement: last(planned) }));
    expect(against(gone, correct(gone, { quantity: { value: "2", unit } }, last(planned)))).toEqual([["stageBehind", "movement", { stage: "departed" }]]);
    const so = acts(ready(), of("1"));
    expect(against(so, correct(so, { quantity: { value: "0.5", unit }, controlPoint: "atlantis", papers: [id(1), id(2)] })).map(([code, path]) => `${code} ${path}`)).toEqual(["wholeNumberNeeded quantity.value", "unknownControlPoint controlPoint", "unknownDocument papers.0", "unknownDocument papers.1"]);
    expect(against(so, correct(so, {}, id(999)))).toEqual([["unknownMovement", "movement", {}]]);
    const once = acts(so, correct(so, { quantity: { value: "2", unit } }));
    expect(against(once, correct(once, {}, last(so)))).toEqual([["correctedAlready", "movement", {}]]);
  });
});

describe("the reading of a counter", () => {
  test("stands at the permit's control point where no other is said, and is held to its days", () => {
    expect(written(ready(), read("5"))).toMatchObject({ type: "movement.read", data: { controlPoint: "hkia", reading: { counter: "meter", total: "5" } } });
    const elsewhere = outcomeOf(ready(), people.requester, read("5", { controlPoint: "sz-bay" }));
    expect("events" in elsewhere && elsewhere.events).toMatchObject([{ data: { controlPoint: "sz-bay" } }, { type: "discrepancy.opened", data: { code: "wrongControlPoint", found: "sz-bay", expected: "hkia" } }]);
    expect(against(permitWith(ready(), { validFrom: "2026-11-01", validUntil: yesterday }), read("5"))).toEqual([["wrongStatus", undefined, { status: "expired" }]]);
  });

  test("is refused at its own fields", () => {
    expect(against(ready(), { ...read("5"), total: { value: "5", unit: "mL" } })).toEqual([["wrongUnit", "total.unit", { unit }]]);
    expect(against(ready(), read("0.5", { controlPoint: "atlantis" })).map(([code, path]) => `${code} ${path}`)).toEqual(["wholeNumberNeeded total.value", "unknownControlPoint controlPoint"]);
  });
});

describe("what may leave", () => {
  const gone = (so = ready()) => acts(so, stage("departed", "3"));
  const wrong = (status: string, path?: string) => [["wrongStatus", path, { status }]];
  const late = { today: "2027-01-10", now: "2027-01-10T02:00:00.000Z" };

  test("is nothing before there is a permit, and waits for other requests only where one was approved", () => {
    const waits: Context["waits"] = [{ dossier: "x", request: "y", number: "CW-2", until: "permit", step: null, standing: "open" }];
    expect(against(submitted(), of("1"), { waits })).toEqual(wrong("submitted"));
    expect(against(approved(), of("1"), { waits }).map(([code]) => code)).toEqual(["wrongStatus", "dependencyOpen"]);
    expect(against(changed(approved(), () => ({ status: "closed" })), of("1"))).toEqual(wrong("closed"));
  });

  test("is nothing of whom a revocation bars, and everything that is missing is said", () => {
    const bars = [{ person: people.requester.id, number: "CW-9", until: "2027-01-01" }];
    expect(against(ready(), of("1"), { bars })).toEqual([["barred", undefined, { number: "CW-9", day: "2027-01-01" }]]);
    expect(against(permitted(), { type: "planMovement", direction: "out", quantity: { value: "1", unit }, at }).map(([code]) => code)).toEqual(["requirementOpen", "requirementOpen"]);
    expect(against(ready(), { type: "planMovement", direction: "out", quantity: { value: "1", unit: "mL" }, at })).toEqual([["wrongUnit", "quantity.unit", { unit }]]);
  });

  test("is after the end what had departed by the permit's last day and comes across once it has expired", () => {
    const expired = (so: Case, validUntil = today) => permitWith(so, { validFrom: "2026-11-01", validUntil }, { status: "expired" });
    const cross = (so: Case) => of("3", { movement: last(so), at: "2027-01-09T01:00:00Z" });
    const so = gone();
    expect(against(expired(so), cross(so), late)).toEqual([]);
    expect(against(expired(so, yesterday), cross(so), late)).toEqual(wrong("expired"));
    expect(against(changed(so, () => ({ status: "closed" })), cross(so), late)).toEqual(wrong("closed"));
    const planned = acts(ready(), { type: "planMovement", direction: "out", quantity: { value: "3", unit }, at });
    expect(against(expired(planned), cross(planned), late)).toEqual(wrong("expired"));
    const out = after(so, [people.requester, move("2")]);
    expect(against(changed(out, () => ({ status: "closed" })), cross(so), late)).toEqual(wrong("closed", "direction"));
    expect(against(expired(out), of("1"), late)).toEqual(wrong("expired", "direction"));
  });
});
