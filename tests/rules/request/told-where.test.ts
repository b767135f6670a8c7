import { describe, expect, test } from "vitest";
import { readTrace } from "../../../lib/permit/trace.ts";
import { Day } from "../../../lib/request/commands/shared.ts";
import type { Context } from "../../../lib/request/context.ts";
import { aCase, aPerson, after, approved, type Case, codes, endorsed, give, move, must, people, ready, reviewed, stateOf, submitted, today } from "./builders.ts";

/* A refusal says at which field it is, and with what it is put into words: each act once, all of it. */

type Act = Parameters<typeof give>[2];
type Told = readonly [code: string, path: string | undefined, params: object];
const told = (so: Case, by: Context["actor"], act: Act, change: Partial<Context> = {}): readonly Told[] => {
  const outcome = give(so, by, act, change);
  return "refusals" in outcome ? outcome.refusals.map(({ code, path, params }) => [code, path, params ?? {}] as const) : [];
};
const nobody = "01900000-0000-7000-8000-0000000000ff";
const lead = aPerson("lead", [["desk-lead", { kind: "desk", id: "hku.biosafety" }]], "hku");
const second = aPerson("second", [["desk-officer", { kind: "desk", id: "hku.biosafety" }]], "hku");
const at = `${today}T01:00:00Z`;
const of = (value: string, unit = "container") => ({ value, unit });

describe("what an authority answered", () => {
  const record = (more: object): Act => ({ type: "recordRequirement", requirement: "cn-special-goods-permit", outcome: "granted", reference: "R/1", date: "2026-11-20", ...more });
  test.each<[string, object, Told]>([
    ["of no requirement", { requirement: "none" }, ["unknownRequirement", "requirement", { requirement: "none" }]],
    ["of tomorrow", { date: "2026-11-25" }, ["dateInFuture", "date", { day: "2026-11-25" }]],
    ["that is over before it begins", { validFrom: "2026-12-01", validUntil: "2026-11-30" }, ["validityBeforeDate", "validUntil", {}]],
    ["that is over before it was given", { validUntil: "2026-11-19" }, ["validityBeforeDate", "validUntil", {}]],
    ["of nothing", { limit: of("0") }, ["notPositive", "limit.value", {}]],
    ["in no unit of ours", { limit: of("1", "mile") }, ["wrongUnit", "limit.unit", { unit: expect.stringContaining("container, ") }]],
    ["on no paper of the request", { paper: nobody }, ["unknownDocument", "paper", {}]],
    ["with a question", { question: "Why?" }, ["notOfOutcome", "question", { outcome: "granted" }]],
    ["with a reason", { reason: "No." }, ["notOfOutcome", "reason", { outcome: "granted" }]],
    ["filed from a day", { outcome: "filed", validFrom: "2026-12-01" }, ["notOfOutcome", "validFrom", { outcome: "filed" }]],
    ["filed for an amount", { outcome: "filed", limit: of("1") }, ["notOfOutcome", "limit.value", { outcome: "filed" }]],
  ])("granted %s", (_, more, refused) => {
    expect(told(submitted(), people.requester, record(more))).toEqual([refused]);
    if (!("paper" in more)) expect(told(aCase(), people.requester, record(more))).toEqual([refused]);
  });
  test("on the day it ends, and for the days of one", () => {
    for (const more of [{ validUntil: "2026-11-20" }, { validFrom: "2026-12-01", validUntil: "2026-12-01" }, { date: today }]) expect(told(submitted(), people.requester, record(more))).toEqual([]);
  });
  test("that asks what, and only of what is with it", () => {
    expect(told(submitted(), people.requester, record({ outcome: "queried" }))).toEqual([["requirementNotFiled", "requirement", { requirement: "cn-special-goods-permit" }], ["questionMissing", "question", {}]]);
    const refused = after(submitted(), [people.requester, record({ outcome: "refused", reason: "No." })]);
    expect(told(refused, people.requester, record({ outcome: "queried", question: "Why?" }))).toEqual([["requirementNotFiled", "requirement", { requirement: "cn-special-goods-permit" }]]);
    expect(told(refused, people.requester, record({ outcome: "filed" }))).toEqual([]);
    const granted = after(submitted(), [people.requester, record({})]);
    expect(told(granted, people.requester, record({ outcome: "filed" }))).toEqual([["requirementSettled", "requirement", { requirement: "cn-special-goods-permit", status: "granted" }]]);
  });
  test("of what was waived, or cannot be had", () => {
    const state = stateOf(submitted());
    const so = (change: object): Case => ({ events: [], target: { at: "live", state: { ...state, requirements: state.requirements.map((one) => (one.id === "cn-special-goods-permit" ? { ...one, ...change } : one)) } } });
    expect(told(so({ status: "waived" }), people.requester, record({}))).toEqual([["requirementSettled", "requirement", { requirement: "cn-special-goods-permit", status: "waived" }]]);
    expect(told(so({ type: "prohibition" }), people.requester, record({}))).toEqual([["prohibited", "requirement", { regime: state.requirements.find(({ id }) => id === "cn-special-goods-permit")?.regime }]]);
  });
  test("is kept with a draft, the last of each, and is what its requirement then is", () => {
    const paper = { id: nobody, name: "x", paper: null, mediaType: "application/pdf", size: 1, sha256: "0".repeat(64) };
    const said = { validFrom: "2026-11-21", validUntil: "2027-11-20", limit: of("50"), paper: nobody };
    const so = must(give(must(give(aCase(), people.requester, record({ outcome: "filed" }))), people.requester, record(said), { draftDocuments: [paper] }));
    const kept = so.target.at === "draft" ? so.target.draft : null;
    expect([kept?.version, kept?.updatedAt, kept?.recorded.map(({ requirement, outcome }) => [requirement, outcome])]).toEqual([5, `${today}T02:00:00.000Z`, [["doc-mta", "granted"], ["cn-ethics-review", "granted"], ["cn-special-goods-permit", "granted"]]]);
    expect(kept?.recorded.at(-1)).toMatchObject(said);
    expect(told(so, people.requester, record({ outcome: "filed" }))).toEqual([["requirementSettled", "requirement", { requirement: "cn-special-goods-permit", status: "granted" }]]);
  });
});

describe("at a step", () => {
  const step = { step: "biosafety" } as const;
  test("a question about no fact", () => {
    const ask = (...questions: object[]) => told(endorsed(), people.biosafety, { type: "return", ...step, questions });
    expect(ask({ text: "Why?" }, { text: "What?", fact: "sample.colour" })).toEqual([["unknownFact", "questions.1.fact", { fact: "sample.colour" }]]);
    const so = must(give(endorsed(), people.biosafety, { type: "return", ...step, questions: [{ text: "Why?" }, { text: "How many?", fact: "sample.quantity" }] }));
    expect(so.events.at(-1)).toMatchObject({ type: "request.returned", data: { step: "biosafety", round: 1, questions: [{ id: "biosafety.1.1", fact: null }, { id: "biosafety.1.2", fact: "sample.quantity" }] } });
  });
  test("advice by a day that has passed, or of somebody who may not", () => {
    const refer = (named: Context["named"], more: object = {}) => told(endorsed(), people.biosafety, { type: "refer", ...step, to: "x@y.example", question: "Which level?", ...more }, { named });
    expect(refer(second, { due: "2026-11-23" })).toEqual([["dateInPast", "due", { day: "2026-11-23" }]]);
    expect(refer(people.teammate)).toEqual([["mayNotAdvise", "to", { person: "teammate" }]]);
    expect(refer({ ...second, standsIn: [people.requester.id], grants: second.grants.map((grant) => ({ ...grant, for: people.requester.id })) })).toEqual([["mayNotAdvise", "to", { person: "second" }]]);
    expect(refer(null)).toEqual([["unknownPerson", "to", {}]]);
  });
  test("aside a second time, or after deciding", () => {
    const recuse: Act = { type: "recuse", ...step, reason: "My sister." };
    expect(told(after(endorsed(), [people.biosafety, recuse]), people.biosafety, recuse)).toEqual([["recused", undefined, step]]);
    const wanting = { ...stateOf(endorsed()) };
    const both: Case = { events: [], target: { at: "live", state: { ...wanting, steps: wanting.steps.map((one) => (one.id === "biosafety" ? { ...one, decisionsNeeded: 2 } : one)) } } };
    expect(told(after(both, [people.biosafety, { type: "approve", ...step }]), people.biosafety, recuse)).toEqual([["decidedAlready", undefined, step]]);
    expect(told(endorsed(), second, recuse)).toEqual([]);
  });
  test("back to its queue by whoever has it, its head and who handed it on, and by nobody else", () => {
    const release: Act = { type: "release", ...step };
    expect(told(endorsed(), people.biosafety, release)).toEqual([["notHeld", undefined, step]]);
    const held = after(endorsed(), [people.biosafety, { type: "claim", ...step }]);
    expect([codes(give(held, people.biosafety, release)), codes(give(held, lead, release)), codes(give(held, second, release))]).toEqual([[], [], ["heldByOther"]]);
    const third = aPerson("third", [["desk-officer", { kind: "desk", id: "hku.biosafety" }]], "hku");
    const handed = must(give(held, people.biosafety, { type: "delegate", ...step, to: second.id, reason: "Away." }, { named: second }));
    expect([codes(give(handed, second, release)), codes(give(handed, people.biosafety, release)), codes(give(handed, third, release))]).toEqual([[], [], ["heldByOther"]]);
    const back = must(give(handed, second, { ...release, reason: "Too much." }));
    expect(back.events.at(-1)).toMatchObject({ type: "step.released", data: { step: "biosafety", round: 1, from: second.id, reason: { digest: expect.any(String) } } });
  });
  test("into hands that have it, and beside a reviewer who has one", () => {
    const held = after(endorsed(), [people.biosafety, { type: "claim", ...step }]);
    expect(told(held, lead, { type: "assign", ...step, to: "x", keepWork: true }, { named: people.biosafety })).toEqual([["heldAlready", "to", step]]);
    expect(told(held, lead, { type: "addReviewer", ...step, to: "x", reason: "Both." }, { named: people.biosafety })).toEqual([["heldAlready", "to", step]]);
    expect(told(held, lead, { type: "assign", ...step, to: "x", keepWork: true }, { named: null })).toEqual([["unknownPerson", "to", {}]]);
    const two = must(give(held, lead, { type: "addReviewer", ...step, to: second.id, reason: "Both." }, { named: second }));
    expect(two.events.at(-1)).toMatchObject({ type: "step.reviewerAdded", data: { step: "biosafety", round: 1, to: second.id } });
    expect(told(two, lead, { type: "addReviewer", ...step, to: "x", reason: "Both." }, { named: second })).toEqual([["heldAlready", "to", step]]);
  });
});

describe("in the ledger", () => {
  const crossed = () => after(ready(), [people.requester, move("10")]);
  const movement = (so: Case) => stateOf(so).ledger[0]?.id ?? "";
  const paper = (so: Case) => after(so, [people.requester, { type: "attachDocument", document: nobody, name: "logger.csv", paper: null, mediaType: "text/plain", size: 9, sha256: "a".repeat(64) }]);
  const trace = (so: Case, more: object = {}, change: Partial<Context> = { now: `${today}T03:00:00.000Z`, trace: readTrace(`${today}T01:30:00Z,4`) }) => told(so, people.requester, { type: "recordTrace", movement: movement(so), document: nobody, range: { from: "2", to: "8" }, ...more }, change);
  test.each<[string, object, Told]>([
    ["of no movement", { movement: "01900000-0000-7000-8000-0000000000ee" }, ["unknownMovement", "movement", {}]],
    ["in no paper", { document: "01900000-0000-7000-8000-0000000000ee" }, ["unknownDocument", "document", {}]],
    ["against a range that is none", { range: { from: "8", to: "2" } }, ["rangeReversed", "range.to", {}]],
  ])("a trace %s", (_, more, refused) => expect(trace(paper(crossed()), more)).toEqual([refused]));
  test("a trace that cannot be read, each way", () => {
    const wrong = (problem: object) => trace(paper(crossed()), {}, { trace: { wrong: problem } as never });
    expect(wrong({ code: "noReadings" })).toEqual([["traceUnread", "document", {}]]);
    expect(wrong({ code: "tooLong", most: 9 })).toEqual([["traceTooLong", "document", { most: 9 }]]);
    expect(wrong({ code: "daysUnclear" })).toEqual([["traceDays", "document", {}]]);
    expect(wrong({ code: "line", line: 3, problem: "time" })).toEqual([["traceLine", "document", { line: 3, problem: "time" }]]);
    expect(trace(paper(crossed()), {}, { trace: null })).toEqual([["unknownDocument", "document", {}]]);
  });
  test("a trace of another time: a little ahead of the clock still counts, and so does the moment of arrival", () => {
    const of = (line: string, so = paper(crossed())) => trace(so, {}, { now: `${today}T03:00:00.000Z`, trace: readTrace(line) });
    expect(of(`${today}T03:05:00Z,4`)).toEqual([]);
    expect(of(`${today}T03:05:01Z,4`)).toEqual([["dateInFuture", "document", { day: today }]]);
    expect(of(`${today}T00:59:59Z,4`)).toEqual([["traceElsewhen", "document", { from: today, to: today }]]);
    expect(of(`${today}T01:00:00Z,4`)).toEqual([]);
    const arrived = must(give(paper(crossed()), people.requester, { type: "recordStage", stage: "arrived", movement: movement(crossed()), quantity: { value: "10", unit: "container" }, at: `${today}T01:30:00Z` }, { fresh: { permitNumber: "P", id: "01900000-0000-7000-8000-0000000000ab" } }));
    expect(of(`${today}T01:30:00Z,4`, arrived)).toEqual([]);
    expect(of(`${today}T01:30:01Z,4`, arrived)).toEqual([["traceElsewhen", "document", { from: today, to: today }]]);
  });
  test("the same file again for the same movement, not another of either", () => {
    const once = must(give(paper(crossed()), people.requester, { type: "recordTrace", movement: movement(crossed()), document: nobody, range: { from: "2", to: "8" } }, { now: `${today}T03:00:00.000Z`, trace: readTrace(`${today}T01:30:00Z,4`) }));
    expect(trace(once)).toEqual([["nothingChanged", "document", {}]]);
    const other = "01900000-0000-7000-8000-0000000000cd";
    const more = after(once, [people.requester, { type: "attachDocument", document: other, name: "second.csv", paper: null, mediaType: "text/plain", size: 9, sha256: "b".repeat(64) }]);
    expect(trace(more, { document: other })).toEqual([]);
  });
  test("more destroyed than is outside, also where nothing is", () => {
    const end: Act = { type: "recordEnd", end: "destroyed", quantity: of("1"), at };
    expect(told(ready(), people.requester, end)).toEqual([["nothingToReturn", undefined, { outside: "0", unit: "container" }]]);
    expect(told(crossed(), people.requester, { ...end, quantity: of("11") })).toEqual([["nothingToReturn", "quantity.value", { outside: "10", unit: "container" }]]);
    expect(told(crossed(), people.requester, { ...end, quantity: of("1", "mL") }).map(([code, path]) => [code, path])).toEqual([["wrongUnit", "quantity.unit"]]);
    expect(told(approved(), people.requester, end)).toEqual([["wrongStatus", undefined, { status: "approved" }]]);
  });
  test("a correction of nothing, of an entry that is none, and of one that was corrected", () => {
    const correct = (so: Case, named: string) => told(so, people.requester, { type: "correctMovement", movement: named, quantity: of("9"), reason: "Counted again." }, { fresh: { permitNumber: "P", id: "01900000-0000-7000-8000-0000000000ab" } });
    expect(correct(ready(), nobody)).toEqual([["unknownMovement", undefined, {}]]);
    expect(correct(crossed(), nobody)).toEqual([["unknownMovement", "movement", {}]]);
    expect(correct(approved(), nobody)).toEqual([["wrongStatus", undefined, { status: "approved" }]]);
    const once = must(give(crossed(), people.requester, { type: "correctMovement", movement: movement(crossed()), quantity: of("9"), reason: "Counted again." }, { fresh: { permitNumber: "P", id: "01900000-0000-7000-8000-0000000000ab" } }));
    expect(correct(once, movement(crossed()))).toEqual([["correctedAlready", "movement", {}]]);
  });
  test("a discrepancy that is none", () => {
    const settle: Act = { type: "resolveDiscrepancy", discrepancy: "none", outcome: "explained", reason: "So." };
    expect(told(crossed(), people.biosafety, settle)).toEqual([["noDiscrepancy", undefined, {}]]);
    const open = must(give(ready(), people.requester, { ...move("3"), controlPoint: "sz-bay" }));
    expect(told(open, people.biosafety, settle)).toEqual([["noDiscrepancy", "discrepancy", {}]]);
  });
});

describe("several crossings at once", () => {
  const row = (value: string, more: object = {}) => ({ direction: "out", quantity: of(value), at, ...more });
  const batch = (so: Case, ...movements: object[]) => told(so, people.requester, { type: "recordMovements", movements }, { fresh: { permitNumber: "P", id: "01900000-0000-7000-8000-00000000fffe" } });
  test("each stand at their row and field", () => {
    expect(batch(ready(), row("1"), row("1"))).toEqual([["repeatedRow", "movements.1", { row: 1 }]]);
    expect(batch(ready(), row("20"), row("11", { at: `${today}T01:01:00Z` }))).toEqual([["overLimit", "movements.1.quantity.value", { remaining: "10", unit: "container" }]]);
    expect(batch(ready(), row("1", { controlPoint: "sz-bay" }))).toEqual([["recordedAlone", "movements.0.controlPoint", { anomaly: "wrongControlPoint", found: "sz-bay", expected: "hkia" }]]);
    const planned = must(give(ready(), people.requester, { type: "recordStage", stage: "departed", quantity: of("2"), at }));
    const movement = stateOf(planned).ledger[0]?.id;
    expect(batch(planned, row("3", { movement }))).toEqual([["recordedAlone", "movements.0.quantity.value", { anomaly: "overDeclared", found: "3", expected: "2" }]]);
    expect(batch(planned, row("1", { movement }), row("1", { movement, at: `${today}T01:01:00Z` }))).toEqual([["movementTwice", "movements.1.movement", { row: 1 }]]);
    // Whatever else is wrong with the row is told beside.
    expect(batch(planned, row("1", { movement }), row("0", { movement, at: `${today}T01:01:00Z` })).map(([code, path]) => `${code} ${path}`)).toEqual(["movementTwice movements.1.movement", "notPositive movements.1.quantity.value"]);
    const returning = must(give(after(ready(), [people.requester, move("5")]), people.requester, { type: "recordStage", stage: "departed", quantity: of("2"), at }, { fresh: { permitNumber: "P", id: nobody } }));
    expect(batch(returning, { ...row("2", { movement: nobody }), direction: "return" })).toEqual([["recordedAlone", "movements.0.direction", { anomaly: "wrongDirection", found: "return", expected: "out" }]]);
  });
  test("have ids of their own, over the last four digits too, and say which row of how many they were", () => {
    const so = must(give(ready(), people.requester, { type: "recordMovements", movements: [row("1"), row("2"), row("3")] }, { fresh: { permitNumber: "P", id: "01900000-0000-7000-8000-00000000fffe" } }));
    expect(so.events.slice(-3).map(({ type, data }) => [type, "movement" in data && data.movement, "batch" in data && data.batch])).toEqual([
      ["movement.recorded", "01900000-0000-7000-8000-00000000fffe", { row: 1, of: 3 }],
      ["movement.recorded", "01900000-0000-7000-8000-00000000ffff", { row: 2, of: 3 }],
      ["movement.recorded", "01900000-0000-7000-8000-000000000000", { row: 3, of: 3 }],
    ]);
    expect(batch(so, row("2"))).toEqual([["recordedAlready", "movements.0", {}]]);
  });
});

describe("of a request", () => {
  test("an answer to no question, and a question without one", () => {
    const returned = after(endorsed(), [people.biosafety, { type: "return", step: "biosafety", questions: [{ text: "Why?" }] }]);
    expect(told(returned, people.requester, { type: "resubmit", facts: {}, answers: [{ question: "biosafety.1.9", text: "So." }] })).toEqual([["unknownQuestion", "answers.0.question", { question: "biosafety.1.9" }]]);
  });
  test("a question is answered by its name or its place; another corridor, and a window that cannot be, are refused", () => {
    const returned = after(endorsed(), [people.biosafety, { type: "return", step: "biosafety", questions: [{ text: "Why?" }] }]);
    const resubmit = (more: object) => told(returned, people.requester, { type: "resubmit", answers: [], ...more });
    for (const question of ["biosafety.1.1", "1"]) expect(resubmit({ answers: [{ question, text: "So." }] })).toEqual([]);
    expect(resubmit({ facts: { "to.city": "macao" } })).toContainEqual(["routeFixed", "facts.to.city", { fact: "to.city" }]);
    expect(resubmit({ window: { from: "2026-12-31", to: "2026-12-01" } }).map(([code]) => code)).toContain("windowReversed");
  });
  test("a permit once its window is over, and its end before that", () => {
    const worker = { kind: "worker" } as const;
    const over: Told = ["outsideWindow", undefined, { from: "2026-11-24", to: "2026-12-31" }];
    expect(told(approved(), worker, { type: "issuePermit" }, { today: "2027-01-01" })).toContainEqual(over);
    expect(told(approved(), worker, { type: "issuePermit" }, { today: "2026-12-31" })).not.toContainEqual(over);
    expect(told(ready(), worker, { type: "expire" }, { today: "2026-12-31" })).toEqual([["wrongStatus", undefined, { status: "permitted" }]]);
    expect(told(ready(), worker, { type: "expire" }, { today: "2027-01-01" })).toEqual([]);
  });
  test("a word among desks by somebody who is of none; whoever was named for a step is", () => {
    const comment = { type: "comment", audience: "desks", text: "So." } as const;
    expect(told(submitted(), people.requester, comment)).toEqual([["audienceNotYours", "audience", { audience: "desks" }]]);
    expect(told(submitted(), people.pi, comment)).toEqual([]);
  });
  test("an answer of an authority once it has ended", () => {
    const closed = after(ready(), [people.requester, { type: "close" }]);
    expect(told(closed, people.requester, { type: "recordRequirement", requirement: "cn-special-goods-permit", outcome: "refused", reason: "No.", reference: "R/1", date: "2026-11-20" })).toEqual([["wrongStatus", "requirement", { status: "closed" }]]);
  });
  test("a day before 1900", () => expect(["1899-12-31", "1900-01-01"].map((day) => Day.safeParse(day).success)).toEqual([false, true]));
  test("a revocation from a day that cannot be", () => {
    const revoke = (from: string) => told(ready(), people.signOff, { type: "revoke", reason: "Sold.", from });
    expect(revoke("2026-11-23")).toEqual([["dateInPast", "from", { day: "2026-11-23" }]]);
    expect(revoke("2027-01-01")).toEqual([["outsideWindow", "from", { from: "2026-11-24", to: "2026-12-31" }]]);
  });
  test("a renewal that ends no later", () => expect(told(ready(), people.requester, { type: "renew", window: { from: "2026-12-01", to: "2026-12-31" }, reason: "More." })).toEqual([["windowNotLater", "window.to", { to: "2026-12-31" }]]));
  test("an appeal after its last day", () => {
    const rejected = after(endorsed(), [people.biosafety, { type: "reject", step: "biosafety", reasons: [{ code: "risk", text: "No." }] }]);
    expect(told(rejected, people.requester, { type: "appeal", reason: "Look." }, { today: "2027-06-01" })).toEqual([["appealTooLate", undefined, { day: "2026-12-15" }]]);
  });
  test("closed by a desk only where it is stuck, by its requester only where it is permitted", () => {
    expect(told(approved(), people.requester, { type: "close" })).toEqual([["wrongStatus", undefined, { status: "approved" }]]);
    expect(told(approved(), people.signOff, { type: "close", reason: "Nobody answers." })).toEqual([]);
    expect(told(reviewed(), people.signOff, { type: "close" })).toEqual([["wrongStatus", undefined, { status: "in-review" }]]);
    const open = must(give(ready(), people.requester, { ...move("3"), controlPoint: "sz-bay" }));
    expect(told(open, people.requester, { type: "close" })).toEqual([["discrepancyOpen", undefined, { count: 1 }]]);
  });
});
