import { describe, expect, test } from "vitest";
import { consignments } from "../../../lib/permit/consignments.ts";
import { chainOf, holderOf } from "../../../lib/permit/custody.ts";
import { codeIn, codeOctets, type HandOverCode, readHandOverCode } from "../../../lib/permit/hand-over-code.ts";
import type { PersonActor } from "../../../lib/access/actor.ts";
import { subjectsOf } from "../../../lib/access/subjects.ts";
import { handOverRefusals } from "../../../lib/request/commands/take-over.ts";
import { aCase, aContext, after, aPerson, type Case, changed, codes, give, grant, move, outcomeOf, people, permitted, ready, requestId, stateOf, submitted, today, whyNot } from "../request/builders.ts";

/* Ten containers of thirty leave with the requester and go from hand to hand. */

type Act = Parameters<typeof give>[2];
const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const at = (minutes: number) => new Date(Date.parse(`${today}T01:00:00Z`) + minutes * 60_000).toISOString();
const later = (time: string, milliseconds: number) => new Date(Date.parse(time) + milliseconds).toISOString();
const unit = "container";
const courier = aPerson("courier", [["control-point-officer", { kind: "jurisdiction", id: "HK" }]], "harbour");
const receiver = aPerson("receiver", [["researcher", { kind: "organisation", id: "hku" }]], "hku");

function gave(so: Case, actor: Parameters<typeof give>[1], act: Act, change: Partial<ReturnType<typeof aContext>> = {}): Case {
  const next = give(so, actor, act, { fresh: { permitNumber: "CWP-1", id: id(so.events.length) }, now: at(5), ...change });
  if ("refusals" in next) throw new Error(`${act.type}: ${JSON.stringify(next.refusals)}`);
  return next;
}

function departed(): { so: Case; movement: string } {
  const so = gave(ready(), people.requester, { type: "recordStage", stage: "departed", quantity: { value: "10", unit }, at: at(0) });
  return { so, movement: stateOf(so).ledger.at(-1)?.id ?? "" };
}

const aCode = (movement: string, change: Partial<HandOverCode> = {}): HandOverCode => ({ request: requestId, movement, from: people.requester.id, after: null, issuedAt: at(10), number: "CW-1", quantity: { value: "10", unit }, ...change });
const take = (more: object = {}): Act => ({ type: "takeOver", code: "shown", place: "Bay 4", isSound: true, ...more });
/** Taken over five minutes after the code was shown. */
const takes = (so: Case, actor: Parameters<typeof give>[1], handOver: HandOverCode | null, more: object = {}, now = at(15)) => give(so, actor, take(more), { handOver, named: giver(handOver), now, fresh: { permitNumber: "CWP-1", id: id(so.events.length) } });
const took = (so: Case, actor: Parameters<typeof give>[1], handOver: HandOverCode, more: object = {}, now = at(15)) => gave(so, actor, take(more), { handOver, named: giver(handOver), now });
const giver = (code: HandOverCode | null) => [...Object.values(people), courier, receiver].find(({ id }) => id === code?.from) ?? null;
const open = (so: Case) => stateOf(so).discrepancies.map(({ code, found, expected }) => [code, found, expected]);
const only = (so: Case) => consignments(stateOf(so).ledger)[0] as ReturnType<typeof consignments>[number];
const chain = (so: Case) => chainOf(only(so), stateOf(so)).map(({ is, person, gap }) => [is, person?.replace("person-", "") ?? null, gap?.replace("person-", "") ?? null]);

describe("a hand-over", () => {
  test("records from whom, to whom, how much, when and in which condition, and whoever took it over has it", () => {
    const { so, movement } = departed();
    const taken = took(so, courier, aCode(movement));
    expect(stateOf(taken).custody).toMatchObject([{ movement, from: people.requester.id, to: courier.id, quantity: { value: "10", unit }, at: at(15), isSound: true }]);
    expect([holderOf(only(so), stateOf(so)), holderOf(only(taken), stateOf(taken))]).toEqual([people.requester.id, courier.id]);
    expect(open(taken)).toEqual([]);
    expect(subjectsOf(stateOf(taken))).toContain(`person:${courier.id}`);
  });

  test("of another amount, or of something damaged, is to be explained, and the next count is held to the last", () => {
    const { so, movement } = departed();
    const less = took(so, courier, aCode(movement), { quantity: { value: "9", unit }, isSound: false });
    expect(open(less)).toEqual([["handedOverLess", "9", "10"], ["damaged", null, null]]);
    const next = took(less, receiver, aCode(movement, { from: courier.id, after: stateOf(less).custody[0]?.id ?? "", issuedAt: at(20) }), { quantity: { value: "9", unit } }, at(21));
    expect(open(next)).toHaveLength(2);
    const [discrepancy] = stateOf(next).discrepancies;
    const settle: Act = { type: "resolveDiscrepancy", discrepancy: discrepancy?.id, outcome: "explained", reason: "It broke." };
    expect(codes(give(next, people.signOff, settle))).toEqual([]);
    const other = changed(next, ({ custody }) => ({ custody: [...custody.slice(0, 1).map((one) => ({ ...one, id: id(900), to: people.signOff.id })), ...custody] }));
    expect(codes(give(other, people.signOff, settle))).toEqual([]);
    const own = took(departedCase(), people.signOff, aCode(movementOf(departedCase())), { isSound: false });
    expect(whyNot(outcomeOf(own, people.signOff, { ...settle, discrepancy: stateOf(own).discrepancies[0]?.id }))).toEqual([["ownHandOver", "discrepancy", {}]]);
  });

  test("may be taken by parties, by researchers of the two institutions, by carriers of a side, by desks of the case, and by nobody else", () => {
    const { so, movement } = departed();
    for (const who of [people.teammate, people.pi, receiver, courier, people.acceptance]) expect([who.name, codes(takes(so, who, aCode(movement)))]).toEqual([who.name, []]);
    for (const who of [people.stranger, people.auditor]) expect([who.name, codes(takes(so, who, aCode(movement)))]).toEqual([who.name, ["notPermitted"]]);
  });

  test.each<[string, readonly unknown[], Partial<HandOverCode> | null, object, string]>([
    ["by a code of another system", ["codeForeign", "code", {}], null, {}, at(15)],
    ["by a code of another request", ["codeForeign", "code", {}], { request: id(999) }, {}, at(15)],
    ["of a movement that is not there", ["unknownMovement", "code", {}], { movement: id(999) }, {}, at(15)],
    ["by one’s own code", ["codeOwn", "code", {}], { from: courier.id }, {}, at(15)],
    ["by a code from before another hand-over", ["codeUsed", "code", {}], { after: id(998) }, {}, at(15)],
    ["by a code that has expired", ["codeExpired", "code", {}], {}, {}, later(at(21), 1)],
    ["more than a minute before the code was shown", ["codeExpired", "code", {}], {}, { at: later(at(9), -1) }, at(15)],
    ["sent after more than seven days", ["codeExpired", "code", {}], {}, { at: at(15) }, later(at(15 + 7 * 1440), 1)],
    ["more than a minute from now", ["dateInFuture", "at", { day: today }], {}, { at: later(at(16), 1) }, at(15)],
    ["of another dimension", ["wrongUnit", "quantity.unit", { unit }], {}, { quantity: { value: "1", unit: "mL" } }, at(15)],
    ["of half a container", ["wholeNumberNeeded", "quantity.value", { unit }], {}, { quantity: { value: "0.5", unit } }, at(15)],
    ["of nothing, in good order", ["notPositive", "quantity.value", {}], {}, { quantity: { value: "0", unit } }, at(15)],
  ])("%s is refused, with where and of what", (_, refused, change, more, now) => {
    const { so, movement } = departed();
    expect(whyNot(takes(so, courier, change === null ? null : aCode(movement, change), more, now))).toEqual([refused]);
  });

  test.each<[string, object, string]>([
    ["in the last minute of the code, by a phone that runs a minute fast", {}, at(21)],
    ["by a phone that runs a minute slow", { at: at(9) }, at(15)],
    ["a minute from now by another clock", { at: at(16) }, at(15)],
    ["seven days after it happened, from a phone that had no network", { at: at(15) }, at(15 + 7 * 1440)],
  ])("counts %s", (_, more, now) => {
    const { so, movement } = departed();
    expect(whyNot(takes(so, courier, aCode(movement), more, now))).toEqual([]);
  });

  test("counts as long as whoever showed its code could show another: not of an account that is locked, nor of somebody who neither has it nor writes in the ledger", () => {
    const { so, movement } = departed();
    const shownBy = (named: PersonActor | null, from = people.requester.id, after: string | null = null, of = so) => whyNot(give(of, receiver, take(), { handOver: aCode(movement, { from, after }), named, now: at(15), fresh: { permitNumber: "CWP-1", id: id(of.events.length) } }));
    expect(shownBy(people.requester)).toEqual([]);
    expect(shownBy(null)).toEqual([["codeWithdrawn", "code", {}]]);
    expect(shownBy(courier, courier.id)).toEqual([["codeWithdrawn", "code", {}]]);
    const taken = took(so, courier, aCode(movement));
    const after = stateOf(taken).custody[0]?.id ?? "";
    expect(shownBy(courier, courier.id, after, taken)).toEqual([]);
    expect(shownBy(null, courier.id, after, taken)).toEqual([["codeWithdrawn", "code", {}]]);
    // Used, it is used, whatever has become of whoever showed it.
    expect(shownBy(null, people.requester.id, null, taken)).toEqual([["codeUsed", "code", {}]]);
  });

  test("is written with where, in which condition and how it was counted, and no more", () => {
    const { so, movement } = departed();
    const written = (start: Case, more: object) => {
      const outcome = outcomeOf(start, courier, take(more), { handOver: aCode(movement), named: people.requester, now: at(15), fresh: { permitNumber: "CWP-1", id: id(50) } });
      return "events" in outcome ? outcome.events[0] : outcome;
    };
    const data = { handOver: id(50), movement, from: people.requester.id, to: courier.id, at: at(15), isSound: true };
    const words = (text: object) => ({ say: JSON.stringify(text), readers: null });
    expect(written(so, { condition: "Dry" })).toEqual({ type: "movement.handedOver", data: { ...data, quantity: { value: "10", unit }, about: words({ place: "Bay 4", condition: "Dry" }) } });
    const grams = (n: string) => ({ value: n, unit: "g" });
    const weighed = changed(so, (state) => ({ permit: { ...("permit" in state ? state.permit : {}), limit: grams("30") }, ledger: state.ledger.map((one) => ({ ...one, quantity: grams("10") })) }));
    expect(written(weighed, { quantity: { value: "10000", unit: "mg" } })).toEqual({ type: "movement.handedOver", data: { ...data, quantity: grams("10"), stated: { value: "10000", unit: "mg" }, about: words({ place: "Bay 4" }) } });
  });

  test("of one movement says nothing of another that left before", () => {
    const first = departed();
    const both = gave(first.so, people.requester, { type: "recordStage", stage: "departed", quantity: { value: "1", unit }, at: at(0) });
    const second = stateOf(both).ledger.at(-1)?.id ?? "";
    const taken = took(both, courier, aCode(second));
    expect(codes(takes(taken, courier, aCode(first.movement)))).toEqual([]);
    expect(whyNot(takes(taken, receiver, aCode(second, { from: courier.id, after: stateOf(taken).custody[0]?.id ?? "", issuedAt: at(14) }), { at: at(14) }))).toEqual([["beforeEarlierStage", "at", { stage: "handedOver", day: today }]]);
    const others = took(both, courier, aCode(first.movement));
    expect(codes(takes(others, receiver, aCode(second), { at: at(14) }))).toEqual([]);
    expect(codes(takes(both, receiver, aCode(second, { issuedAt: later(at(0), -60_000) }), { at: later(at(0), -60_000) }))).toEqual(["beforeEarlierStage"]);
  });

  test("is of goods under a permit: a draft, a request without a permit and people are taken over by nobody", () => {
    const { so, movement } = departed();
    expect(whyNot(takes(aCase(), people.requester, aCode(movement)))).toEqual([["notPermitted", undefined, undefined]]);
    expect(whyNot(takes(submitted(), receiver, aCode(movement)))).toEqual([["wrongStatus", undefined, { status: "submitted" }]]);
    expect(whyNot(takes(changed(so, () => ({ kind: "person" })), courier, aCode(movement)))).toEqual([["notHandedOver", undefined, undefined]]);
    expect(whyNot(takes(so, { kind: "worker" }, aCode(movement)))).toEqual([["notPermitted", undefined, undefined]]);
  });

  test("that was entered without network counts when it is sent later, at the time it happened", () => {
    const { so, movement } = departed();
    expect(stateOf(took(so, courier, aCode(movement), { at: at(16) }, at(600))).custody[0]?.at).toBe(at(16));
  });

  test("counts once: the code serves nobody a second time", () => {
    const { so, movement } = departed();
    const taken = took(so, courier, aCode(movement));
    expect(codes(takes(taken, receiver, aCode(movement)))).toEqual(["codeUsed"]);
  });

  test("is refused once it has arrived, and before anything has left", () => {
    const { so, movement } = departed();
    const crossed = gave(so, people.requester, { ...move("10"), movement });
    const arrived = gave(crossed, people.requester, { type: "recordStage", stage: "arrived", movement, quantity: { value: "10", unit }, at: at(4) });
    const another = gave(arrived, people.requester, { type: "recordStage", stage: "departed", quantity: { value: "1", unit }, at: at(4) });
    expect(whyNot(takes(another, courier, aCode(movement)))).toEqual([["arrivedAlready", "code", { day: today }]]);
    expect(codes(takes(arrived, courier, aCode(movement)))).toEqual(["nothingUnderWay"]);
    expect(codes(takes(ready(), courier, aCode(movement)))).toEqual(["nothingUnderWay"]);
    expect(codes(give(after(permitted(), [people.requester, grant("int-un3373")]), courier, take()))).toEqual(["nothingUnderWay"]);
  });
});

describe("a code of a movement", () => {
  const shown = (so: Case, actor: Parameters<typeof give>[1], movement: string) => handOverRefusals(movement, so.target, aContext(actor)).map(({ code, path, params }) => [code, path, params]);
  const notPermitted = ["notPermitted", undefined, undefined];

  test("is shown by whoever has it and by whoever writes in the ledger, and by nobody else", () => {
    const { so, movement } = departed();
    const taken = took(so, courier, aCode(movement));
    for (const who of [people.requester, people.teammate, courier]) expect([who.name, shown(taken, who, movement)]).toEqual([who.name, []]);
    for (const who of [people.stranger, receiver]) expect([who.name, shown(taken, who, movement)]).toEqual([who.name, [notPermitted]]);
    expect(shown(so, courier, movement)).toEqual([notPermitted]);
    expect(shown(taken, { kind: "worker" }, movement)).toEqual([notPermitted]);
    expect(shown(aCase(), people.stranger, movement)).toEqual([notPermitted]);
  });

  test("is of something that is under way, of a kind that goes from hand to hand", () => {
    const { so, movement } = departed();
    const planned = gave(ready(), people.requester, { type: "planMovement", direction: "out", quantity: { value: "1", unit }, at: at(60) });
    const arrived = gave(so, people.requester, { type: "recordStage", stage: "arrived", movement, quantity: { value: "10", unit }, at: at(4) });
    expect(shown(so, people.requester, id(999))).toEqual([["unknownMovement", "movement", {}]]);
    expect(shown(planned, people.requester, movementOf(planned))).toEqual([["notDeparted", "movement", {}]]);
    expect(shown(arrived, people.requester, movement)).toEqual([["arrivedAlready", "movement", { day: today }]]);
    expect(shown(changed(so, () => ({ kind: "person" })), people.requester, movement)).toEqual([["notHandedOver", undefined, undefined]]);
    expect(shown(aCase(), people.requester, movement)).toEqual([["unknownMovement", "movement", {}]]);
  });
});

const departedCase = () => departed().so;
const movementOf = (so: Case) => stateOf(so).ledger.at(-1)?.id ?? "";

test("whoever has it by the record books it in, and nothing else; whoever had it does not any more", () => {
  const { so, movement } = departed();
  const taken = took(so, receiver, aCode(movement));
  const arrive: Act = { type: "recordStage", stage: "arrived", movement, quantity: { value: "10", unit }, at: at(30) };
  const now = { now: at(31) };
  expect(codes(give(so, receiver, arrive, now))).toEqual(["notPermitted"]);
  expect(codes(give(taken, receiver, { ...arrive, stage: "departed", movement: undefined }, now))).toEqual(["notInHand"]);
  expect(codes(give(taken, receiver, { ...arrive, movement: undefined }, now))).toEqual(["notInHand"]);
  const arrived = gave(gave(taken, people.requester, { ...move("10"), movement, at: at(16) }, { now: at(17) }), receiver, arrive, now);
  expect(chain(arrived).at(-1)).toEqual(["arrived", "receiver", null]);
  const on = took(taken, courier, aCode(movement, { from: receiver.id, after: stateOf(taken).custody[0]?.id ?? "", issuedAt: at(20) }), {}, at(21));
  expect(codes(give(on, receiver, arrive, now))).toEqual(["notPermitted"]);
});

describe("the chain of custody", () => {
  test("shows who had it, in order, with the crossing in its place", () => {
    const { so, movement } = departed();
    const taken = took(so, courier, aCode(movement));
    const crossed = gave(taken, people.requester, { ...move("10"), movement, at: at(16) }, { now: at(17) });
    const back = took(crossed, people.teammate, aCode(movement, { from: courier.id, after: stateOf(taken).custody[0]?.id ?? "", issuedAt: at(20) }), {}, at(21));
    const arrived = gave(back, people.teammate, { type: "recordStage", stage: "arrived", movement, quantity: { value: "10", unit }, at: at(30) }, { now: at(31) });
    expect(chain(arrived)).toEqual([["departed", "requester", null], ["handedOver", "courier", null], ["crossed", null, null], ["handedOver", "teammate", null], ["arrived", "teammate", null]]);
  });

  test("shows a gap where somebody handed over or booked in what another had by the record", () => {
    const { so, movement } = departed();
    const taken = took(so, courier, aCode(movement));
    const broken = took(taken, receiver, aCode(movement, { from: people.teammate.id, after: stateOf(taken).custody[0]?.id ?? "", issuedAt: at(20) }), {}, at(21));
    const arrived = gave(broken, people.requester, { type: "recordStage", stage: "arrived", movement, quantity: { value: "10", unit }, at: at(30) }, { now: at(31) });
    expect(chain(arrived)).toEqual([["departed", "requester", null], ["handedOver", "courier", null], ["handedOver", "receiver", "courier"], ["arrived", "requester", "receiver"]]);
  });

  test("is not given to whoever puts the departure right", () => {
    const { so, movement } = departed();
    const corrected = gave(so, people.teammate, { type: "correctMovement", movement, reason: "Nine.", quantity: { value: "9", unit } });
    expect(holderOf(only(corrected), stateOf(corrected))).toBe(people.requester.id);
  });
});

describe("a code", () => {
  const code: HandOverCode = { request: id(1), movement: id(2), from: id(3), after: null, issuedAt: "2026-11-24T01:10:00.000Z", number: "CW-1234", quantity: { value: "10.5", unit: "mL" } };
  const written = (one: HandOverCode) => Buffer.concat([codeOctets(one), Buffer.alloc(16, 7)]).toString("base64url");

  test("reads back as it was written, also out of an address, and fits into a QR code", () => {
    for (const one of [code, { ...code, after: id(4) }]) expect(readHandOverCode(codeIn(`https://causeway.example/hand-over/${written(one)}`))?.code).toEqual(one);
    expect(written(code).length).toBeLessThan(200);
  });

  test.each(["", "CWP-ABCD", "https://elsewhere.example/x", "x".repeat(200), "!".repeat(150), "A".repeat(5000), "WIFI:S:net;;"])("that is another's is none: %s", (text) => expect(readHandOverCode(codeIn(text))).toBeNull());
});
