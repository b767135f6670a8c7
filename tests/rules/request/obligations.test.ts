import { describe, expect, test } from "vitest";
import { rulebookOf } from "../../../lib/policy/rulebook.ts";
import { packs } from "../../../lib/policy/registry.ts";
import { Duty, lastDays } from "../../../lib/request/duty.ts";
import { askedByDesks, isOverdue, obligationsIn } from "../../../lib/request/obligations.ts";
import type { Requirement } from "../../../lib/request/state.ts";
import { after, approved, type Case, changed, codes, give, grant, move, outcomeOf, people, permitted, reviewed, stateOf, today, whyNot } from "./builders.ts";

/* What must still be done after approval: asked by a desk as a condition with a clock. The permit runs from 2026-11-24 to 2026-12-31. */

const paper = "01900000-0000-7000-8000-0000000000dd";
const attached = { type: "attachDocument", document: paper, name: "Proof", paper: null, mediaType: "application/pdf", size: 9, sha256: "a".repeat(64) } as const;
const within = (is: Duty["is"], count: number, unit: Duty["unit"], from: Duty["from"]): Duty => ({ is, count, unit, from });

/** A permit whose last desk asked for these. */
function asked(...duties: readonly (Duty | null)[]): Case {
  const conditions = duties.map((duty) => ({ text: "As agreed.", ...(duty && { duty }) }));
  const so = after(reviewed(), [people.signOff, { type: "approve", step: "sign-off" }], [people.acceptance, { type: "approveWithConditions", step: "acceptance", conditions }]);
  return after(so, ...["cn-special-goods-permit", "hk-biological-import-599a", "cn-hgr-scope-determination", "int-un3373", "int-dry-ice"].map((id) => [people.requester, grant(id)] as const));
}

const on = (so: Case, day = today) => obligationsIn(stateOf(so), day).filter(({ requirement }) => requirement === null).map(({ kind, due, status, late }) => [kind, due, status, late ? "late" : ""]);
const ids = (so: Case) => obligationsIn(stateOf(so), today).map(({ id }) => id);
const fulfil = (so: Case, change: object = {}, at = 0) => ({ type: "fulfilObligation", obligation: ids(so)[at], date: today, ...change }) as const;
const waive = (so: Case, at = 0) => ({ type: "waiveObligation", obligation: ids(so)[at], reason: "Not needed any more." }) as const;

describe("its last day", () => {
  test("runs from the permit’s first day, the last crossing so far, or the permit’s last day, and is unknown until then", () => {
    const so = asked(within("report", 1, "month", "permit"), within("return", 10, "day", "crossing"), within("publish", 1, "year", "end"));
    expect(on(so)).toEqual([["report", "2026-12-24", "open", ""], ["return", null, "open", ""], ["publish", "2027-12-31", "open", ""]]);
    expect(on(after(so, [people.requester, move("3")]))[1]).toEqual(["return", "2026-12-04", "open", ""]);
  });

  test("is counted in working days of the place that is named, else of the home institution’s", () => {
    const tenDays = { ...within("file", 10, "workingDay", "permit"), is: "file" } as const;
    // 1 January and the first of the Mainland’s other days off lie between.
    expect(lastDays(tenDays, "2026-12-28", "CN")).not.toEqual(lastDays({ ...tenDays, calendar: "HK" }, "2026-12-20", "CN"));
    expect(lastDays(tenDays, "2026-11-24", "CN")).toEqual(["2026-12-08"]);
    // Christmas is a holiday in Hong Kong and none on the Mainland.
    expect([lastDays({ ...tenDays, count: 3 }, "2026-12-23", "CN"), lastDays({ ...tenDays, count: 3, calendar: "HK" }, "2026-12-23", "CN")]).toEqual([["2026-12-28"], ["2026-12-29"]]);
  });

  test("of a month that is shorter is that month’s last, and a year from 29 February is its 28th", () => {
    expect(lastDays(within("report", 1, "month", "permit"), "2027-01-31", "CN")).toEqual(["2027-02-28"]);
    expect(lastDays(within("report", 1, "year", "permit"), "2028-02-29", "CN")).toEqual(["2029-02-28"]);
  });

  test("an attestation for three years is due each year; papers are kept until the day and are never late", () => {
    const so = asked(within("attest", 3, "year", "permit"), within("keepPapers", 2, "year", "end"));
    expect(on(so, "2028-12-01")).toEqual([["attest", "2027-11-24", "open", "late"], ["attest", "2028-11-24", "open", "late"], ["attest", "2029-11-24", "open", ""], ["keepPapers", "2028-12-31", "open", ""]]);
    expect(on(so, "2029-01-01")[3]).toEqual(["keepPapers", "2028-12-31", "fulfilled", ""]);
    expect(new Set(ids(so)).size).toBe(ids(so).length);
  });

  test("is no further than thirty years off, and nothing is due in no days, in half ones or in weeks", () => {
    expect([Duty.safeParse(within("report", 30, "year", "end")).success, Duty.safeParse(within("report", 10_950, "day", "end")).success]).toEqual([true, true]);
    expect(Duty.safeParse(within("report", 31, "year", "end")).error?.issues).toMatchObject([{ code: "custom", path: ["count"], params: { expected: "withinThirtyYears", most: 30 } }]);
    for (const wrong of [{ count: 0 }, { count: -1 }, { count: 1.5 }, { count: 31, unit: "year" }, { count: 10_951, unit: "day" }, { count: 1e300 }, { unit: "week" }, { is: "dance" }, { from: "whenever" }, { calendar: "XX" }]) expect([wrong, Duty.safeParse({ ...within("report", 1, "day", "end"), ...wrong }).success]).toEqual([wrong, false]);
  });
});

test("there is nothing to do before there is a permit, nor for a condition without a duty", () => {
  const so = after(reviewed(), [people.signOff, { type: "approveWithConditions", step: "sign-off", conditions: [{ text: "Report.", duty: within("report", 5, "day", "permit") }] }]);
  expect(obligationsIn(stateOf(so), today)).toEqual([]);
  expect(codes(give(so, people.requester, { type: "fulfilObligation", obligation: "x", date: today, reference: "R" }))).toEqual(["noObligation"]);
  expect(on(asked(null, within("report", 5, "day", "permit")))).toEqual([["report", "2026-11-29", "open", ""]]);
});

test("each goes by a name of its own, by the year where it is due for years, and nothing is owed by half of one", () => {
  const so = asked(within("report", 5, "day", "permit"), within("attest", 2, "year", "permit"), within("attest", 3, "month", "permit"));
  const [condition, years, months] = stateOf(so).conditions.map(({ id }) => id ?? "");
  const own = obligationsIn(stateOf(so), today).filter(({ requirement }) => requirement === null);
  expect(own.map(({ id, year }) => [id, year])).toEqual([[condition, null], [`${years}.1`, { nth: 1, of: 2, begins: "2026-11-24" }], [`${years}.2`, { nth: 2, of: 2, begins: "2027-11-24" }], [months, null]]);
  expect(new Set([condition, years, months]).size).toBe(3);
  expect([condition, years, months].map((id) => id?.split("-")[1])).toEqual(["1", "2", "3"]);
  const [first] = stateOf(so).conditions;
  if (!first?.duty) throw new Error("no duty");
  const { id: _, ...unnamed } = first;
  const { duty: _duty, ...plain } = first;
  expect(askedByDesks({ ...stateOf(so), conditions: [unnamed, plain] }, today)).toEqual([]);
});

test("is late from the day after its last, and runs from what left last, not from what came back", () => {
  const so = asked(within("report", 5, "day", "permit"), within("return", 10, "day", "crossing"));
  expect([on(so, "2026-11-29")[0], on(so, "2026-11-30")[0]]).toEqual([["report", "2026-11-29", "open", ""], ["report", "2026-11-29", "open", "late"]]);
  const kept = asked(within("keepPapers", 5, "day", "permit"));
  expect([on(kept, "2026-11-29")[0]?.[2], on(kept, "2026-11-30")[0]?.[2]]).toEqual(["open", "fulfilled"]);
  const back = after(so, [people.requester, move("3")]);
  const later = give(back, people.requester, { ...move("3", "return"), at: "2026-11-27T01:00:00Z" }, { now: "2026-11-28T02:00:00.000Z", today: "2026-11-28" });
  if ("refusals" in later) throw new Error(codes(later).join());
  expect(on(later)[1]).toEqual(["return", "2026-12-04", "open", ""]);
});

test("once the permit has ended nobody owes what was to follow a crossing that never was, by a desk or a rule; what was waived stays told", () => {
  const declared: Requirement = { id: "report", regime: "report", type: "declaration", due: "after-crossing", uncertain: false, status: "open", reference: null, date: null, validUntil: null, waivedBy: null };
  const so = asked(within("report", 5, "day", "permit"), within("return", 10, "day", "crossing"), within("destroy", 10, "day", "crossing"));
  const waived = after(so, [people.acceptance, waive(so, 2)]);
  const crossed = after(waived, [people.requester, move("3")]);
  const owed = (one: Case, status: string) => obligationsIn({ ...stateOf(changed(one, () => ({ status }))), requirements: [declared] }, today).map((one) => `${one.kind} ${one.status}`);
  const all = ["report open", "return open", "destroy waived", "file open"];
  expect(owed(waived, "permitted")).toEqual(all);
  for (const status of ["expired", "revoked", "closed"]) expect([owed(waived, status), owed(crossed, status)]).toEqual([["report open", "destroy waived"], all]);
});

describe("what a rule asks for after a crossing", () => {
  const clock = { days: 14, unit: "day", calendar: "HK", from: "crossing" } as const;
  const asks = (change: Partial<Requirement> = {}): Requirement => ({ id: "report", regime: "report", type: "declaration", due: "after-crossing", uncertain: false, status: "open", reference: null, date: null, validUntil: null, waivedBy: null, clock, ...change });
  const owed = (change: Partial<Requirement> = {}, day = "2026-12-08", so = after(permitted(), ...["int-un3373", "int-dry-ice"].map((id) => [people.requester, grant(id)] as const), [people.requester, move("3")])) =>
    obligationsIn({ ...stateOf(so), requirements: [asks(change)] }, day).map(({ id, due, status, late }) => [id, due, status, late]);
  test("is open until it is filed or waived, late from the day after its last, and unknown while nothing crossed", () => {
    expect([owed(), owed({}, "2026-12-09"), owed({}, "2026-12-09", permitted())]).toEqual([[["report", "2026-12-08", "open", false]], [["report", "2026-12-08", "open", true]], [["report", null, "open", false]]]);
    expect([owed({ status: "filed" }, "2027-01-01"), owed({ status: "waived" }, "2027-01-01"), owed({ status: "filed", validUntil: "2026-12-01" }, "2027-01-01")]).toEqual([[["report", "2026-12-08", "fulfilled", false]], [["report", "2026-12-08", "waived", false]], [["report", "2026-12-08", "fulfilled", false]]]);
  });
  test("stays told once it is filed or waived, also where the permit ended and nothing crossed", () => {
    const never = after(permitted(), [people.requester, { type: "close" }]);
    expect([owed({}, today, never), owed({ status: "filed" }, today, never), owed({ status: "waived" }, today, never)]).toEqual([[], [["report", null, "fulfilled", false]], [["report", null, "waived", false]]]);
  });
  test("is overdue once it is late, but while it is filed itself", () => {
    const late = { late: true, requirement: "report" };
    expect([isOverdue(late, [asks()]), isOverdue(late, [asks({ status: "filed" })]), isOverdue(late, [asks({ id: "other", status: "filed" })]), isOverdue({ ...late, late: false }, [asks()])]).toEqual([true, false, true, false]);
  });
  test("is neither what is due before, nor a prohibition; without a time of its own, or of its rule, it has no last day", () => {
    const { clock: _, ...timeless } = asks();
    expect([owed({ due: "at-crossing" }), owed({ due: "before-permit" }), owed({ type: "prohibition" })]).toEqual([[], [], []]);
    expect(obligationsIn({ ...stateOf(permitted()), requirements: [timeless] }, today)).toMatchObject([{ id: "report", due: null, settled: null, proof: false }]);
    expect(obligationsIn({ ...stateOf(approved()), requirements: [asks()] }, today)).toEqual([]);
  });
});

describe("met", () => {
  test("by a paper of the request or a reference, by the requester’s side, once", () => {
    const so = asked(within("report", 5, "day", "permit"));
    expect(codes(give(so, people.requester, fulfil(so)))).toEqual(["evidenceNeeded"]);
    expect(codes(give(so, people.requester, fulfil(so, { date: "2026-11-25", document: "none" })))).toEqual(["dateInFuture", "unknownDocument"]);
    expect(give(so, people.requester, fulfil(so, { date: "2026-11-25", reference: "R" }))).toMatchObject({ refusals: [{ code: "dateInFuture", params: { day: "2026-11-25" }, path: "date" }] });
    for (const other of [people.acceptance, people.signOff, people.stranger, people.auditor]) expect(codes(give(so, other, fulfil(so, { reference: "R/9" })))).toEqual(["notPermitted"]);
    const done = after(so, [people.teammate, fulfil(so, { reference: "R/9" })]);
    expect(on(done, "2027-06-01")).toEqual([["report", "2026-11-29", "fulfilled", ""]]);
    const proved = after(so, [people.requester, attached], [people.requester, fulfil(so, { document: paper })]);
    expect([done, proved].map((one) => one.events.at(-1)?.data)).toMatchObject([{ reference: { digest: expect.any(String) }, document: null }, { reference: null, document: paper }]);
    expect(codes(give(done, people.requester, fulfil(so, { reference: "R/9" })))).toEqual(["noObligation"]);
  });

  test.each(["destroy", "deleteData"] as const)("to %s is proved by a paper alone", (is) => {
    const so = asked(within(is, 5, "day", "permit"));
    expect(codes(give(so, people.requester, fulfil(so, { reference: "R/9" })))).toEqual(["proofNeeded"]);
    const proved = after(so, [people.requester, attached]);
    expect(on(after(proved, [people.requester, fulfil(so, { document: paper })]))[0]?.[2]).toBe("fulfilled");
  });
});

test("the desk that asked waives it with a reason; no other desk, and nobody of the requester’s side", () => {
  const so = asked(within("publish", 2, "year", "end"));
  expect(codes(give(so, people.signOff, waive(so)))).toEqual(["askedElsewhere"]);
  expect(codes(give(so, people.requester, waive(so)))).toEqual(["notPermitted"]);
  expect(codes(give(so, people.teammate, waive(so)))).toEqual(["teamMember", "askedElsewhere"]);
  expect(on(after(so, [people.acceptance, waive(so)]), "2040-01-01")).toEqual([["publish", "2028-12-31", "waived", ""]]);
});

test("what is said of one that is not there, not shown, too early or another desk's is refused at its place", () => {
  const against = (so: Case, who: typeof people.acceptance, act: Parameters<typeof give>[2], change: Parameters<typeof give>[3] = {}) => whyNot(outcomeOf(so, who, act, change));
  const so = after(asked(within("report", 5, "day", "permit"), within("destroy", 9, "day", "permit")), [people.requester, attached]);
  expect(against(so, people.requester, fulfil(so, { obligation: "none", reference: "R" }))).toEqual([["noObligation", "obligation", {}]]);
  expect(against(so, people.requester, fulfil(so))).toEqual([["evidenceNeeded", "reference", {}]]);
  expect(against(so, people.requester, fulfil(so, {}, 1))).toEqual([["proofNeeded", "document", {}]]);
  expect(against(so, people.requester, fulfil(so, { document: "01900000-0000-7000-8000-0000000000ee" }))).toEqual([["unknownDocument", "document", {}]]);
  const years = asked(within("attest", 2, "year", "permit"));
  expect(against(years, people.requester, fulfil(years, { reference: "R" }, 1))).toEqual([["yearNotBegun", "date", { day: expect.stringMatching(/^2027-11-2/) }]]);
  const unknown = asked(within("attest", 2, "year", "crossing"));
  expect(against(unknown, people.requester, fulfil(unknown, { reference: "R" }))).toEqual([["yearNotBegun", "date", { day: "" }]]);
  const done = outcomeOf(so, people.requester, fulfil(so, { document: paper }));
  expect("events" in done && done.events[0]).toEqual({ type: "obligation.fulfilled", data: { obligation: ids(so)[0], date: today, reference: null, document: paper } });
  expect(against(so, people.acceptance, { ...waive(so), obligation: "none" })).toEqual([["noObligation", "obligation", {}]]);
  const none = asked(null);
  for (const [who, act] of [[people.requester, { type: "fulfilObligation", obligation: "x", date: today, reference: "R" }], [people.acceptance, { type: "waiveObligation", obligation: "x", reason: "No." }]] as const) expect(against(none, who, act)).toEqual([["noObligation", undefined, undefined]]);
  const two = after(reviewed(), [people.signOff, { type: "approveWithConditions", step: "sign-off", conditions: [{ text: "Report.", duty: within("report", 5, "day", "permit") }] }], [people.acceptance, { type: "approveWithConditions", step: "acceptance", conditions: [{ text: "Publish.", duty: within("publish", 2, "year", "end") }] }]);
  const both = after(two, ...["cn-special-goods-permit", "hk-biological-import-599a", "cn-hgr-scope-determination"].map((id) => [people.requester, grant(id)] as const));
  expect([against(both, people.signOff, waive(both, 0)), against(both, people.signOff, waive(both, 1))]).toEqual([[], [["askedElsewhere", "obligation", {}]]]);
});

describe("closing", () => {
  const later = { now: "2026-12-20T02:00:00.000Z", today: "2026-12-20" };

  test("is refused while one is late, and leaves open what is due later", () => {
    const so = asked(within("report", 5, "day", "permit"), within("publish", 1, "year", "end"));
    expect(whyNot(outcomeOf(so, people.requester, { type: "close" }, later))).toEqual([["obligationsLate", undefined, { count: 1 }]]);
    const done = after(so, [people.requester, fulfil(so, { reference: "R/9" })]);
    const closed = give(done, people.requester, { type: "close" }, later);
    if ("refusals" in closed) throw new Error(codes(closed).join());
    expect(on(closed)[1]).toEqual(["publish", "2027-12-31", "open", ""]);
    expect(on(after(closed, [people.requester, fulfil(closed, { reference: "doi:10.1/2" }, 1)]))[1]?.[2]).toBe("fulfilled");
  });

  test("what a rule asks for after a crossing stands among them, is recorded as a requirement, and does not stop it", () => {
    const so = asked(within("report", 1, "year", "permit"));
    const state = { ...stateOf(so), requirements: [...stateOf(so).requirements, { id: "gba-scc-filing", regime: "gba-scc-filing", type: "filing", due: "after-crossing", uncertain: false, status: "open", reference: null, date: null, validUntil: null, waivedBy: null } as const] };
    const { regimes } = rulebookOf(packs.map((pack) => ({ pack, digest: "" })));
    const tenDays = [...regimes.values()].find(({ clock, due }) => due === "after-crossing" && clock?.unit === "working_day");
    const regime = { ...tenDays, id: "gba-scc-filing", clock: { days: 10, unit: "working_day", calendar: "CN", from: "effective" } } as NonNullable<typeof tenDays>;
    const crossed = { ...state, movements: stateOf(after(so, [people.requester, move("3")])).movements };
    const found = obligationsIn(crossed, "2026-12-20", new Map([[regime.id, regime]])).find(({ id }) => id === "gba-scc-filing");
    expect([found?.due, found?.late, found?.status]).toEqual(["2026-12-08", true, "open"]);
    expect(codes(give(so, people.requester, { type: "fulfilObligation", obligation: "gba-scc-filing", date: today, reference: "R" }))).toEqual(["noObligation"]);
  });
});
