import { describe, expect, test } from "vitest";
import { hasEnded, type RequestStatus } from "../../../lib/request/state.ts";
import { type Case, aPerson, after, approved, changed, codes, endorsed, give, grant, move, outcomeOf, people, ready, stateOf, submitted, whyNot } from "./builders.ts";

const officer = aPerson("officer", [["control-point-officer", { kind: "desk", id: "hkia" }]], "hkia");
const worker = { kind: "worker" } as const;
const later = { now: "2027-02-01T02:00:00.000Z", today: "2027-02-01", checkpoints: [{ desk: "hkia", controlPoints: ["hkia"] }] };
const out = () => after(ready(), [people.requester, move("20")]);

/** The ways a permit ends, each after twenty of thirty containers have left. */
const ended: Readonly<Partial<Record<RequestStatus, () => Case>>> = {
  closed: () => after(out(), [people.requester, { type: "close" }]),
  expired: () => {
    const outcome = give(out(), worker, { type: "expire" }, { now: "2027-01-01T02:00:00.000Z", today: "2027-01-01" });
    if ("refusals" in outcome) throw new Error(JSON.stringify(outcome.refusals));
    return outcome;
  },
  revoked: () => after(out(), [people.signOff, { type: "revoke", reason: "Seal broken." }]),
};
/** The ways a request ends without a permit. */
const over: Readonly<Partial<Record<RequestStatus, () => Case>>> = {
  rejected: () => after(endorsed(), [people.biosafety, { type: "reject", step: "biosafety", reasons: [{ code: "risk", text: "No cabinet." }] }]),
  withdrawn: () => after(submitted(), [people.requester, { type: "withdraw", reason: "Not needed." }]),
};

const paper = { type: "attachDocument", document: "01900000-0000-7000-8000-0000000000dd", name: "Declaration.pdf", paper: null, mediaType: "application/pdf", size: 10, sha256: "0".repeat(64) } as const;
const record = (requirement: string, outcome = "granted") => ({ type: "recordRequirement" as const, requirement, outcome, reference: "D/1", date: "2027-01-15" });
const back = (value: string, at = "2027-01-20T01:00:00Z") => ({ ...move(value, "return"), at });
/** The serum case asks for a declaration within fourteen days of the crossing, and for a licence before the permit. */
const late = "hk-tdec";
const early = "cn-special-goods-permit";

test("the case has something that is due after the crossing, and something that was due before the permit", () => {
  const due = (id: string) => stateOf(out()).requirements.find((one) => one.id === id)?.due;
  expect([due(late), due(early)]).toEqual(["after-crossing", "before-permit"]);
});

describe.each(Object.entries(ended))("once a permit is %s", (status, reached) => {
  test("what is due at the crossing or after it is recorded by the requester, the team and the desks, and by nobody else", () => {
    expect(hasEnded(stateOf(reached()).status)).toBe(true);
    for (const who of [people.requester, people.teammate, people.biosafety, people.signOff]) expect([who.name, codes(give(reached(), who, record(late), later))]).toEqual([who.name, []]);
    for (const who of [people.auditor, people.stranger, officer]) expect([who.name, codes(give(reached(), who, record(late), later))]).toEqual([who.name, ["notPermitted"]]);
    const outcome = give(reached(), people.requester, record(late, "filed"), later);
    expect("refusals" in outcome ? outcome.refusals : stateOf(outcome).requirements.find(({ id }) => id === late)).toMatchObject({ status: "filed", date: "2027-01-15" });
    expect("refusals" in outcome ? null : stateOf(outcome).status).toBe(status);
  });

  test("what was due before is not recorded any more, nor is what nobody asked for", () => {
    expect(codes(give(reached(), people.requester, record(early), later))).toEqual(["wrongStatus"]);
    expect(codes(give(reached(), people.requester, record("nothing"), later))).toEqual(["unknownRequirement"]);
  });

  test("nothing at all is recorded where nothing was due so late", () => {
    const so = changed(reached(), ({ requirements }) => ({ requirements: requirements.filter(({ due }) => due !== "at-crossing" && due !== "after-crossing") }));
    expect(whyNot(outcomeOf(so, people.requester, record(late), later))).toEqual([["wrongStatus", undefined, { status }]]);
  });

  test("late papers are attached by the requester, the team and the desks, and by nobody else", () => {
    for (const who of [people.requester, people.teammate, people.biosafety, people.signOff]) expect([who.name, codes(give(reached(), who, paper, later))]).toEqual([who.name, []]);
    for (const who of [people.auditor, people.stranger, officer]) expect([who.name, codes(give(reached(), who, paper, later))]).toEqual([who.name, ["notPermitted"]]);
  });

  test("goods that are out may still come back, also past the last day, and no more than are out", () => {
    for (const who of [people.requester, people.teammate, officer]) expect([who.name, codes(give(reached(), who, back("20"), later))]).toEqual([who.name, []]);
    for (const who of [people.auditor, people.stranger, people.biosafety]) expect([who.name, codes(give(reached(), who, back("20"), later))]).toEqual([who.name, ["notPermitted"]]);
    expect(codes(give(reached(), people.requester, back("21"), later))).toEqual(["nothingToReturn"]);
    const all = give(reached(), people.requester, back("20"), later);
    expect("refusals" in all ? all.refusals : codes(give(all, people.requester, back("1"), later))).toEqual(["wrongStatus"]);
    expect("refusals" in all ? null : stateOf(all).status).toBe(status);
  });

  test("nothing leaves any more, also not with a date from before", () => {
    expect(codes(give(reached(), people.requester, move("1"), later))).toEqual(["wrongStatus"]);
    expect(codes(give(reached(), officer, move("1"), later))).toEqual(["wrongStatus"]);
  });

  test("nothing comes back in the future, or before the permit began", () => {
    expect(codes(give(reached(), people.requester, back("1", "2027-03-01T01:00:00Z"), later))).toEqual(["dateInFuture"]);
    expect(codes(give(reached(), people.requester, back("1", "2026-11-20T01:00:00Z"), later))).toEqual(["outsideWindow"]);
  });

  test("it is not closed, revoked, withdrawn or edited, and no terms are accepted", () => {
    for (const [who, act] of [[people.requester, { type: "close" }], [people.signOff, { type: "revoke", reason: "x" }], [people.requester, { type: "withdraw", reason: "x" }], [people.requester, { type: "resubmit", answers: [] }], [people.requester, { type: "acceptTerms", terms: ["true-answers"] }]] as const) {
      expect([act.type, codes(give(reached(), who, act, later))]).toEqual([act.type, ["wrongStatus"]]);
    }
  });
});

describe.each(Object.entries(over))("once a request is %s", (_status, reached) => {
  test("no paper, no filing and no movement is added to it", () => {
    for (const act of [paper, record(late), grant(early), back("1")]) expect([act.type, codes(give(reached(), people.requester, act, later))]).toEqual([act.type, ["wrongStatus"]]);
  });
});

test("while the permit holds, goods may come back after its last day has passed", () => {
  expect(codes(give(out(), people.requester, back("5"), later))).toEqual([]);
  expect(codes(give(out(), people.requester, { ...move("5"), at: "2027-01-20T01:00:00Z" }, later))).toEqual(["wrongStatus"]);
});

test("of a request that was closed without a permit nothing is taken over, recorded, corrected, issued again or revoked", () => {
  const never = after(approved(), [people.signOff, { type: "close", reason: "No." }]);
  const carried = { direction: "out", quantity: { value: "1", unit: "container" }, at: "2026-11-24T01:00:00Z" } as const;
  const acts = [
    { type: "takeOver", code: "x", isSound: true }, { type: "recordMovement", ...carried }, { type: "planMovement", ...carried }, { type: "recordStage", stage: "departed", ...carried }, { type: "recordReading", counter: "a", total: carried.quantity, at: carried.at },
    { type: "recordEnd", movement: "x", end: "lost", reason: "x" }, { type: "correctMovement", movement: "x", ...carried, reason: "x" }, { type: "reissue", reason: "x" }, { type: "revoke", reason: "x" },
  ] as const;
  for (const act of acts) for (const who of [people.requester, people.teammate, people.signOff, people.acceptance]) expect([act.type, codes(give(never, who, act)).length]).not.toEqual([act.type, 0]);
  expect(codes(give(never, people.requester, acts[0]))).toEqual(["permitNotValid"]);
});
