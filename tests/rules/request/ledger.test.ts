import { describe, expect, test } from "vitest";
import { ledgerBalance } from "../../../lib/permit/balance.ts";
import { reconcile } from "../../../lib/permit/reconciliation.ts";
import { after, aContext, aPerson, type Case, codes, give, move, outcomeOf, people, ready, stateOf, today, whyNot } from "./builders.ts";

/* The movement ledger of a permit for thirty containers. */

const at = `${today}T01:00:00Z`;
const of = (value: string, unit = "container") => ({ value, unit });
/** Each act makes its entry under an id of its own. */
const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, "0")}`;

type Act = Parameters<typeof give>[2];

function acts(start: Case, ...said: readonly Act[]): Case {
  return said.reduce((so, act, n) => {
    const next = give(so, people.requester, act, { fresh: { permitNumber: "CWP-1", id: id(so.events.length) }, now: `2026-11-24T0${2 + (n % 7)}:00:00.000Z` });
    if ("refusals" in next) throw new Error(`${act.type}: ${JSON.stringify(next.refusals)}`);
    return next;
  }, start);
}

const tries = (so: Case, act: Act, actor = people.requester, change: Partial<ReturnType<typeof aContext>> = {}) => give(so, actor, act, { fresh: { permitNumber: "CWP-1", id: id(so.events.length) }, ...change });
const last = (so: Case) => stateOf(so).ledger.at(-1)?.id ?? "";
const open = (so: Case) => stateOf(so).discrepancies.filter(({ resolved }) => resolved === null).map(({ code, found, expected }) => [code, found, expected]);
const left = (so: Case) => ledgerBalance(stateOf(so).limit, stateOf(so).ledger);

const depart = (value: string, more: object = {}): Act => ({ type: "recordStage", stage: "departed", quantity: of(value), at, ...more });
const arrive = (value: string, more: object = {}): Act => ({ type: "recordStage", stage: "arrived", quantity: of(value), at, ...more });

/** Ten departed and crossed. */
function shipped(): { so: Case; movement: string } {
  const so = acts(ready(), depart("10"));
  const movement = last(so);
  return { so: acts(so, { ...move("10"), movement }), movement };
}

describe("a parcel of ten", () => {
  test("booked in as ten agrees, and the ledger says what is where", () => {
    const { so, movement } = shipped();
    const done = acts(so, arrive("10", { movement }));
    expect(open(done)).toEqual([]);
    // Only what crossed is a crossing, whatever was written before and after it.
    expect([acts(ready(), depart("10")), so, done].map((one) => stateOf(one).movements.map(({ stage }) => stage))).toEqual([[], ["crossed"], ["crossed"]]);
    expect(reconcile(stateOf(done).ledger)).toMatchObject({ departed: "10", crossed: "10", arrived: "10", returned: "0", outside: "10", underWay: "0" });
  });

  test.each([["9", "arrivedLess"], ["11", "arrivedMore"]])("booked in as %s is recorded as a difference", (value, code) => {
    const { so, movement } = shipped();
    expect(open(acts(so, arrive(value, { movement })))).toEqual([[code, value, "10"]]);
  });

  test("another item is recorded as a difference", () => {
    const { so, movement } = shipped();
    expect(open(acts(so, arrive("10", { movement, otherItem: "Ten empty boxes" })))).toEqual([["otherItem", null, null]]);
  });

  test("cannot go back a stage or arrive twice", () => {
    const { so, movement } = shipped();
    const arrived = acts(so, arrive("10", { movement }));
    for (const act of [depart("10", { movement }), { ...move("1"), movement }, arrive("10", { movement })]) expect(codes(tries(arrived, act))).toEqual(["stageBehind"]);
  });

  test("does not arrive before it crossed", () => {
    const { so, movement } = shipped();
    expect(codes(tries(so, arrive("10", { movement, at: `${today}T00:30:00Z` })))).toEqual(["beforeEarlierStage"]);
    const arrived = acts(so, arrive("10", { movement }));
    expect(codes(tries(arrived, { type: "correctMovement", movement: last(arrived), at: `${today}T00:30:00Z`, reason: "Earlier." }))).toContain("beforeEarlierStage");
  });

  test("that was planned is not edited once it departed; an entry is never changed, but named by its correction", () => {
    const planned = acts(ready(), { type: "planMovement", direction: "out", quantity: of("10"), at: `${today}T09:00:00Z` });
    const movement = last(planned);
    const changed = acts(planned, { type: "correctMovement", movement, quantity: of("8"), reason: "Two broke." });
    const gone = acts(changed, depart("8", { movement }));
    expect(codes(tries(gone, { type: "correctMovement", movement: last(changed), quantity: of("9"), reason: "One more." }))).toEqual(["stageBehind"]);
    expect(stateOf(gone).ledger.map(({ quantity, correctedBy }) => [quantity.value, correctedBy !== null])).toEqual([["10", true], ["8", false], ["8", false]]);
  });
});

describe("a correction obeys the limits that its entry obeyed", () => {
  test("no more than is left beside it, and every refusal says how much that is", () => {
    const so = acts(ready(), move("20"), move("5"));
    const movement = last(so);
    expect(tries(so, { type: "correctMovement", movement, quantity: of("11"), reason: "More." })).toEqual({ refusals: [{ code: "overLimit", path: "quantity.value", params: { remaining: "10", unit: "container" } }] });
    expect(left(acts(so, { type: "correctMovement", movement, quantity: of("10"), reason: "More." }))).toMatchObject({ used: "30", remaining: "0" });
  });

  test("what came back must have left", () => {
    const so = acts(ready(), move("10"));
    const movement = last(so);
    const back = acts(so, move("6", "return"));
    expect(tries(back, { type: "correctMovement", movement, quantity: of("5"), reason: "Miscounted." })).toEqual({ refusals: [{ code: "belowAccounted", path: "quantity.value", params: { missing: "1", unit: "container" } }] });
    expect(codes(tries(back, { type: "correctMovement", movement, isVoid: true, reason: "Never was." }))).toEqual(["belowAccounted"]);
    expect(left(acts(back, { type: "correctMovement", movement, quantity: of("6"), reason: "Miscounted." })).outside).toBe("0");
  });

  test("days, units and whole numbers are judged again", () => {
    const so = acts(ready(), move("10"));
    const movement = last(so);
    const tried = (change: object) => codes(tries(so, { type: "correctMovement", movement, reason: "Wrong.", ...change }));
    expect(tried({ at: "2026-11-20T01:00:00Z" })).toEqual(["outsideWindow"]);
    expect(tried({ quantity: of("1", "g") })).toEqual(["wrongUnit"]);
    expect(tried({ quantity: of("1.5") })).toEqual(["wholeNumberNeeded"]);
    expect(tried({ quantity: of("0") })).toEqual(["notPositive"]);
    expect(tried({ at: "2026-12-20T01:00:00Z" })).toEqual(["dateInFuture"]);
  });

  test("an entry is corrected once, its correction once more, and what was cancelled takes nothing", () => {
    const so = acts(ready(), move("10"));
    const movement = last(so);
    const once = acts(so, { type: "correctMovement", movement, quantity: of("12"), reason: "Miscounted." });
    expect(codes(tries(once, { type: "correctMovement", movement, quantity: of("13"), reason: "Again." }))).toEqual(["correctedAlready"]);
    const never = acts(once, { type: "correctMovement", movement: last(once), isVoid: true, reason: "It stayed." });
    expect(left(never)).toEqual({ used: "0", remaining: "30", outside: "0" });
    expect(codes(tries(never, { type: "correctMovement", movement: last(never), quantity: of("1"), reason: "No." }))).toEqual(["correctedAlready"]);
    expect(codes(tries(never, { type: "correctMovement", movement: id(999), quantity: of("1"), reason: "No." }))).toEqual(["unknownMovement"]);
  });
});

describe("readings of a counter", () => {
  const read = (total: string, counter = "meter"): Act => ({ type: "recordReading", counter, total: of(total), at });

  test("count as what they add, each counter for itself, and beside single crossings", () => {
    const so = acts(ready(), read("5"), read("8"), read("4", "second"), move("3"));
    expect(left(so)).toMatchObject({ used: "15", remaining: "15" });
    expect(stateOf(so).ledger.map(({ quantity }) => quantity.value)).toEqual(["5", "3", "4", "3"]);
  });

  test("never fall, never say nothing, and never pass the limit", () => {
    const so = acts(ready(), read("8"), move("20"));
    expect(tries(so, read("7"))).toEqual({ refusals: [{ code: "readingBelow", path: "total.value", params: { last: "8", unit: "container" } }] });
    expect(codes(tries(so, read("8")))).toEqual(["nothingChanged"]);
    expect(tries(so, read("11"))).toEqual({ refusals: [{ code: "overLimit", path: "total.value", params: { remaining: "2", unit: "container" } }] });
  });

  test("are corrected from the last, down to the reading before", () => {
    const so = acts(ready(), read("5"), read("9"));
    const [first, second] = stateOf(so).ledger;
    expect(codes(tries(so, { type: "correctMovement", movement: first?.id, quantity: of("4"), reason: "Misread." }))).toEqual(["readingNotLast"]);
    expect(codes(tries(so, { type: "correctMovement", movement: second?.id, quantity: of("4"), reason: "Misread." }))).toEqual(["notPositive", "readingBelow"].slice(1));
    const put = acts(so, { type: "correctMovement", movement: second?.id, quantity: of("7"), reason: "Misread." });
    expect(left(put).used).toBe("7");
    expect(left(acts(put, read("10"))).used).toBe("10");
  });
});

describe("what ends outside", () => {
  test("is no more than is outside, and no longer is", () => {
    const so = acts(ready(), move("10"), { type: "recordEnd", end: "destroyed", quantity: of("4"), at });
    expect(left(so)).toEqual({ used: "10", remaining: "20", outside: "6" });
    expect(tries(so, { type: "recordEnd", end: "transferred", quantity: of("7"), at })).toEqual({ refusals: [{ code: "nothingToReturn", path: "quantity.value", params: { outside: "6", unit: "container" } }] });
    expect(codes(tries(ready(), { type: "recordEnd", end: "destroyed", quantity: of("1"), at }))).toEqual(["nothingToReturn"]);
  });
});

describe("a discrepancy", () => {
  const officer = aPerson("officer", [["control-point-officer", { kind: "desk", id: "hkia" }]], "hkia");
  const checkpoints = [{ desk: "hkia", controlPoints: ["hkia"] }];

  test("opens when it crosses somewhere else, the other way or in greater number than declared", () => {
    const so = acts(ready(), depart("10"));
    expect(open(acts(so, { ...move("11"), movement: last(so), controlPoint: "sz-bay" }))).toEqual([["wrongControlPoint", "sz-bay", "hkia"], ["overDeclared", "11", "10"]]);
    const two = acts(ready(), move("5"), depart("2"));
    expect(open(acts(two, { ...move("2", "return"), movement: last(two) }))).toEqual([["wrongDirection", "return", "out"]]);
  });

  test("opens when something arrives that never left, or never crossed", () => {
    expect(open(acts(ready(), arrive("3")))).toEqual([["arrivalWithoutDeparture", "3", null]]);
    const so = acts(ready(), depart("3"));
    expect(open(acts(so, arrive("3", { movement: last(so) })))).toEqual([["arrivalWithoutCrossing", "3", null]]);
  });

  test("opens for what departed in time and crosses after the permit has expired; nothing else leaves then", () => {
    const so = acts(ready(), depart("3"));
    const late = { now: "2027-01-02T02:00:00.000Z", today: "2027-01-02" };
    const expired = give(so, { kind: "worker" }, { type: "expire" }, late);
    if ("refusals" in expired) throw new Error("not expired");
    const crossing = { ...move("3"), at: "2027-01-01T20:00:00Z" };
    expect(codes(tries(expired, crossing, people.requester, late))).toEqual(["wrongStatus"]);
    const { type: _, ...row } = crossing;
    expect(whyNot(outcomeOf(expired, officer, { type: "recordMovements", movements: [{ ...row, movement: last(so) }] }, { ...late, checkpoints }))).toEqual([["recordedAlone", "movements.0.at", { anomaly: "afterExpiry", found: "2027-01-02", expected: "2026-12-31" }]]);
    const next = tries(expired, { ...crossing, movement: last(so) }, officer, { ...late, checkpoints });
    if ("refusals" in next) throw new Error(JSON.stringify(next.refusals));
    expect(open(next)).toEqual([["afterExpiry", "2027-01-02", "2026-12-31"]]);
  });

  test("opens by itself, once, the day after it should have arrived", () => {
    const so = acts(ready(), depart("3", { expected: "2026-11-26" }));
    const on = (day: string) => give(so, { kind: "worker" }, { type: "reportNotArrived" }, { today: day, now: `${day}T02:00:00.000Z` });
    expect(codes(on("2026-11-26"))).toEqual(["noDiscrepancy"]);
    const missing = on("2026-11-27");
    if ("refusals" in missing) throw new Error("nothing reported");
    expect(open(missing)).toEqual([["notArrived", null, "2026-11-26"]]);
    expect(codes(give(missing, { kind: "worker" }, { type: "reportNotArrived" }, { today: "2026-12-27" }))).toEqual(["noDiscrepancy"]);
    expect(codes(give(acts(ready(), depart("3")), { kind: "worker" }, { type: "reportNotArrived" }, { today: "2026-12-08" }))).toEqual(["noDiscrepancy"]);
    expect(codes(give(acts(ready(), depart("3")), { kind: "worker" }, { type: "reportNotArrived" }, { today: "2026-12-09" }))).toEqual([]);
  });

  test("opens for what is late alone, and not for what should arrive later", () => {
    const so = acts(ready(), depart("3", { expected: "2026-11-26" }), depart("2", { expected: "2026-11-27" }));
    const missing = give(so, { kind: "worker" }, { type: "reportNotArrived" }, { today: "2026-11-27", now: "2026-11-27T02:00:00.000Z" });
    if ("refusals" in missing) throw new Error("nothing reported");
    expect(open(missing)).toEqual([["notArrived", null, "2026-11-26"]]);
    expect(missing.events.slice(so.events.length)).toHaveLength(1);
  });

  test("keeps the request open until a desk of the case settles it with a reason; nobody settles their own", () => {
    const so = acts(ready(), { ...move("3"), controlPoint: "sz-bay" });
    expect(codes(give(so, people.requester, { type: "close" }))).toEqual(["discrepancyOpen"]);
    const settle = { type: "resolveDiscrepancy", discrepancy: `${last(so)}:wrongControlPoint`, outcome: "explained", reason: "The airport was shut." } as const;
    expect(codes(give(so, people.requester, settle))).toEqual(["notPermitted"]);
    expect(codes(give(so, people.teammate, settle))).toEqual(["teamMember"]);
    expect(codes(give(so, people.biosafety, { ...settle, discrepancy: "none" }))).toEqual(["noDiscrepancy"]);
    const settled = after(so, [people.biosafety, settle]);
    expect(open(settled)).toEqual([]);
    expect(codes(give(settled, people.biosafety, settle))).toEqual(["noDiscrepancy"]);
    expect(stateOf(after(settled, [people.requester, { type: "close" }])).status).toBe("closed");
  });
});
