import { describe, expect, test } from "vitest";
import { erasedBy } from "../../../lib/audit/sealed-in.ts";
import { erasableEntries } from "../../../lib/request/erasable.ts";
import type { Context } from "../../../lib/request/context.ts";
import { replay } from "../../../lib/request/evolve.ts";
import { obligationsIn } from "../../../lib/request/obligations.ts";
import { noTerms } from "../../../lib/retention/due.ts";
import { aPerson, after, approved, type Case, codes, endorsed, give, grant, must, people, ready, stateOf } from "./builders.ts";

const paper = "01900000-0000-7000-8000-0000000000dd";
const attach = { type: "attachDocument", document: paper, name: "List", paper: null, mediaType: "text/plain", size: 9, sha256: "a".repeat(64) } as const;
const takeAway = { type: "erase", rule: "cn-pipl-6", documents: [paper] } as const;
const keeper = aPerson("keeper", [["organisation-admin", { kind: "organisation", id: "smu" }]]);
const worker: Context["actor"] = { kind: "worker" };

/** With the entries of its history, as the server gathers them. */
function erase(so: Case, actor: Context["actor"], act: Parameters<typeof give>[2], { today = "2026-11-24", ...change }: Partial<Context["retention"]> & { readonly today?: string } = {}) {
  return give(so, actor, act, { today, now: `${today}T02:00:00.000Z`, retention: { terms: noTerms, held: false, lifters: [], entries: erasableEntries(so.events, stateOf(so)), ...change } });
}

describe("46: a paper", () => {
  const asked = aPerson("asked", [["desk-officer", { kind: "desk", id: "smu.ethics" }]]);
  const reserved = (): Case => {
    const so = must(give(endorsed(), people.biosafety, { type: "refer", step: "biosafety", to: asked.id, question: "Which level?" }, { named: asked }));
    const state = stateOf(so);
    return { ...so, target: { at: "live", state: { ...state, steps: state.steps.map((one) => (one.id === "biosafety" ? { ...one, people: { reserved: true as const } } : one)) } } };
  };

  test("is gone after it was erased, its entry stays, and it is not erased twice", () => {
    const so = must(erase(after(endorsed(), [people.requester, attach]), people.biosafety, takeAway));
    expect(so.events.map(({ type }) => type).slice(-2)).toEqual(["document.attached", "document.erased"]);
    expect(stateOf(so).documents[0]).toMatchObject({ id: paper, erased: { rule: "cn-pipl-6", person: people.biosafety.id } });
    expect(codes(erase(so, people.biosafety, takeAway))).toEqual(["erasedAlready"]);
    expect(replay(so.events)).toEqual(stateOf(so));
  });

  test("of whoever a step is reserved to is not erased by an officer, but by them and by whoever keeps the record", () => {
    const so = after(reserved(), [asked, attach]);
    expect(codes(erase(so, people.biosafety, takeAway))).toEqual(["paperOfDecider"]);
    expect(codes(erase(so, people.head, takeAway))).toEqual(["paperOfDecider"]);
    for (const who of [asked, keeper]) expect(codes(erase(so, who, takeAway))).toEqual([]);
    expect(codes(erase(after(reserved(), [people.requester, attach]), people.biosafety, takeAway))).toEqual([]);
  });

  test("stays while a requirement rests on it, and goes once that is recorded with another, has expired, or the request has ended", () => {
    const proof = "cn-special-goods-permit";
    const other = { ...attach, document: "01900000-0000-7000-8000-0000000000ee" };
    const met = after(endorsed(), [people.requester, attach], [people.requester, other], [people.requester, { ...grant(proof), paper, validUntil: "2026-12-31" }]);
    for (const who of [people.requester, people.biosafety, keeper]) expect(codes(erase(met, who, takeAway))).toEqual(["requirementRestsOnPaper"]);
    expect(codes(erase(met, keeper, { ...takeAway, documents: [other.document] }))).toEqual([]);
    expect(codes(erase(after(met, [people.requester, { ...grant(proof), paper: other.document }]), keeper, takeAway))).toEqual([]);
    expect(codes(erase(met, keeper, takeAway, { today: "2027-01-01" }))).toEqual([]);
    expect(codes(erase(after(met, [people.requester, { type: "withdraw", reason: "No." }]), keeper, takeAway))).toEqual([]);
  });

  test("stays as what shows that an obligation was fulfilled, until the request has ended", () => {
    const duty = { text: "Report.", duty: { is: "report", count: 2, unit: "year", from: "permit" } };
    const decided = after(endorsed(), [people.requester, attach], [people.biosafety, { type: "approveWithConditions", step: "biosafety", conditions: [duty] }], [people.ethics, { type: "approve", step: "ethics" }], [people.signOff, { type: "approve", step: "sign-off" }], [people.acceptance, { type: "approve", step: "acceptance" }]);
    const so = after(decided, ...["cn-special-goods-permit", "hk-biological-import-599a", "cn-hgr-scope-determination", "int-un3373", "int-dry-ice"].map((id) => [people.requester, grant(id)] as const));
    const shown = after(so, [people.requester, { type: "fulfilObligation", obligation: obligationsIn(stateOf(so), "2026-11-24").find(({ kind }) => kind === "report")?.id ?? "", date: "2026-11-24", document: paper }]);
    expect([codes(erase(so, keeper, takeAway)), codes(erase(shown, keeper, takeAway))]).toEqual([[], ["obligationRestsOnPaper"]]);
    expect(codes(erase(after(shown, [people.requester, { type: "close" }]), keeper, takeAway))).toEqual([]);
  });

  test("stays as long as a desk had its papers kept", () => {
    const kept = [{ text: "Keep the papers.", duty: { is: "keepPapers", count: 2, unit: "year", from: "permit" } }];
    const decided = after(endorsed(), [people.requester, attach], [people.biosafety, { type: "approveWithConditions", step: "biosafety", conditions: kept }], [people.ethics, { type: "approve", step: "ethics" }], [people.signOff, { type: "approve", step: "sign-off" }], [people.acceptance, { type: "approve", step: "acceptance" }]);
    const so = after(decided, ...["cn-special-goods-permit", "hk-biological-import-599a", "cn-hgr-scope-determination"].map((id) => [people.requester, grant(id)] as const));
    expect(codes(erase(so, keeper, takeAway))).toEqual(["papersKeptUntil"]);
    expect(codes(erase(so, keeper, takeAway, { today: "2029-01-01" }))).toEqual([]);
  });
});

describe("answers", () => {
  const over = () => after(ready(), [people.requester, { type: "close" }]);
  const whole = { type: "erase", rule: "cn-pipl-47-1", whole: true } as const;

  test("stay while they are being decided on, whoever asks and by whatever rule", () => {
    for (const rule of ["cn-pipl-6", "cn-pipl-47-3", "cn-pipl-47-1"]) expect([rule, codes(erase(approved(), keeper, { type: "erase", rule, entries: [1] }))]).toEqual([rule, ["eraseUnderWay"]]);
  });

  test("go with everything else that was said once all years are over; what was decided is as it was", () => {
    const before = over();
    expect(codes(erase(before, keeper, whole, { today: "2036-11-24" }))).toEqual(["keptUntil"]);
    const so = must(erase(before, keeper, whole, { today: "2036-11-25" }));
    expect(new Set(so.events.flatMap(erasedBy))).toEqual(new Set(erasableEntries(before.events, stateOf(before)).flatMap(({ digests }) => digests)));
    const { erased, version, seq, changedAt, ...rest } = stateOf(so);
    const { erased: _e, version: _v, seq: _s, changedAt: _c, ...was } = stateOf(before);
    expect([erased.wholeOn, version > 0, seq > 0, changedAt > was.submittedAt, rest]).toEqual(["2036-11-25", true, true, true, was]);
    expect(codes(erase(so, keeper, whole, { today: "2036-11-26" }))).toEqual(["nothingToErase"]);
  });

  test("go by themselves only where the organisation lets them", () => {
    expect(codes(erase(over(), worker, whole, { today: "2040-01-01" }))).toEqual(["ruleNotYours"]);
    expect(codes(erase(over(), worker, whole, { today: "2040-01-01", terms: { years: {}, automatic: true } }))).toEqual([]);
    expect(codes(erase(over(), worker, { ...whole, rule: "cn-pipl-6" }, { today: "2040-01-01", terms: { years: {}, automatic: true } }))).toEqual(["ruleNotYours"]);
  });

  test("stay under a hold on the organisation, and whoever lifted one does not erase", () => {
    expect(codes(erase(over(), keeper, whole, { today: "2040-01-01", held: true }))).toEqual(["underHold"]);
    expect(codes(erase(over(), keeper, whole, { today: "2040-01-01", lifters: [keeper.id] }))).toEqual(["liftedTheHold"]);
    expect(codes(erase(over(), keeper, whole, { today: "2040-01-01", lifters: [people.auditor.id] }))).toEqual([]);
  });

  test("every reason against is given, not the first", () => {
    expect(codes(erase(approved(), people.biosafety, { type: "erase", rule: "mo-8-2005-11", entries: [1, 99] }))).toEqual(["unknownEntry", "ruleElsewhere", "eraseUnderWay", "deskErasesPapers"]);
  });
});

describe("a hold", () => {
  const place = { type: "placeHold", authority: "A court", reason: "Evidence." } as const;
  const held = () => after(after(endorsed(), [people.requester, attach]), [people.auditor, place]);

  test("is placed and lifted by auditors, and stops the desk, the keeper and the worker", () => {
    for (const who of [people.biosafety, keeper, people.requester, worker]) expect(codes(erase(held(), who, takeAway, { terms: { years: {}, automatic: true } }))).toEqual(["underHold"]);
    for (const who of [people.requester, people.head, people.biosafety, keeper, people.stranger]) expect(codes(give(endorsed(), who, place))).toEqual(["notPermitted"]);
    expect(codes(give(held(), people.auditor, place))).toEqual(["heldAlreadyByLaw"]);
    expect(codes(give(endorsed(), people.auditor, { type: "liftHold", reason: "Over." }))).toEqual(["noHold"]);
  });

  test("lifted, it lets go; whoever lifted it erases nothing of the request", () => {
    const both = aPerson("both", [["auditor", { kind: "organisation", id: "smu" }], ["organisation-admin", { kind: "organisation", id: "smu" }]]);
    const free = after(held(), [both, { type: "liftHold", reason: "Over." }]);
    expect(codes(erase(free, both, takeAway))).toEqual(["liftedTheHold"]);
    expect(codes(erase(free, keeper, takeAway))).toEqual([]);
    expect(replay(free.events)).toEqual(stateOf(free));
  });
});
