import { describe, expect, test } from "vitest";
import { erasedBy } from "../../../lib/audit/sealed-in.ts";
import { erasableEntries } from "../../../lib/request/erasable.ts";
import type { Context } from "../../../lib/request/context.ts";
import { replay } from "../../../lib/request/evolve.ts";
import { obligationsIn } from "../../../lib/request/obligations.ts";
import { noTerms } from "../../../lib/retention/due.ts";
import { ruleFor } from "../../../lib/request/command.ts";
import { aCase, aContext, aPerson, after, approved, type Case, changed, codes, endorsed, give, grant, move, must, outcomeOf, people, ready, stateOf, whyNot } from "./builders.ts";

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

  test("go when whoever they are about asks for it, once only years of the house are left", () => {
    const asks = (rule: string, today: string) => codes(erase(over(), people.requester, { type: "erase", rule, entries: [1] }, { today }));
    expect([asks("cn-pipl-47-3", "2029-11-24"), asks("cn-pipl-47-3", "2029-11-25"), asks("cn-pipl-47-1", "2029-11-25")]).toEqual([["keptUntil"], [], ["keptUntil"]]);
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

describe("what goes", () => {
  const second = { ...attach, document: "01900000-0000-7000-8000-0000000000ee" };
  const said = { type: "comment", audience: "requester", text: "Is it cold?" } as const;
  const start = () => after(endorsed(), [people.requester, said], [people.requester, attach], [people.requester, second]);
  const comment = () => start().events.find(({ type }) => type === "comment.added")?.seq ?? 0;
  const kept = (so: Case, change: Partial<Context["retention"]> = {}): Partial<Context> => ({ retention: { terms: noTerms, held: false, lifters: [], entries: erasableEntries(so.events, stateOf(so)), ...change } });
  const against = (so: Case, who: Context["actor"], act: object, today = "2026-11-24", change: Partial<Context["retention"]> = {}) => whyNot(outcomeOf(so, who, { type: "erase", rule: "cn-pipl-6", ...act }, { ...kept(so, change), today, now: `${today}T02:00:00.000Z` }));
  const written = (so: Case, who: Context["actor"], act: object, today = "2026-11-24"): unknown => {
    const outcome = outcomeOf(so, who, { type: "erase", rule: "cn-pipl-6", ...act }, { ...kept(so), today });
    return "events" in outcome ? outcome.events : outcome;
  };
  const digestsOf = (so: Case, seq: number) => erasableEntries(so.events, stateOf(so)).find((one) => one.seq === seq)?.digests;

  test("is named once, with the reason once: words, and papers with their names", () => {
    const so = start();
    const reason = { say: "Too much.", readers: null };
    const [first, last] = stateOf(so).documents;
    const words = { type: "words.erased", data: { rule: "cn-pipl-6", entries: [comment()], digests: digestsOf(so, comment()), reason } };
    const gone = (document = paper, digests = [first?.name.digest], why: unknown = null) => ({ type: "document.erased", data: { document, rule: "cn-pipl-6", digests, reason: why } });
    expect(written(so, people.requester, { entries: [comment(), comment()], documents: [paper], reason: "Too much." })).toEqual([words, gone()]);
    expect(written(so, people.requester, { documents: [paper], reason: "Too much." })).toEqual([gone(paper, [first?.name.digest], reason)]);
    expect(written(so, people.requester, { entries: [comment()] })).toEqual([{ ...words, data: { ...words.data, reason: null } }]);
    const named = so.events.find(({ type }) => type === "document.attached")?.seq ?? 0;
    expect(written(so, people.requester, { entries: [named], documents: [paper] })).toEqual([{ type: "words.erased", data: { rule: "cn-pipl-6", entries: [named], digests: digestsOf(so, named), reason: null } }, gone(paper, [])]);
    const nameless = must(erase(so, people.requester, { type: "erase", rule: "cn-pipl-6", entries: [named] }));
    expect(written(nameless, people.requester, { documents: [paper, second.document] })).toEqual([gone(paper, []), gone(second.document, [last?.name.digest].filter((digest) => digest !== first?.name.digest))]);
    const over = after(so, [people.requester, { type: "withdraw", reason: "No." }]);
    expect(written(over, keeper, { whole: true, rule: "cn-pipl-47-1", reason: "Over." }, "2040-01-01")).toMatchObject([{ type: "words.erased", data: { whole: true, reason: { say: "Over." } } }, { type: "document.erased", data: { reason: null } }, { type: "document.erased", data: { reason: null } }]);
  });

  test("is there: unknown entries and papers, and those that are gone, are named as what they are", () => {
    const so = must(erase(start(), people.requester, { type: "erase", rule: "cn-pipl-6", entries: [comment()], documents: [paper] }));
    expect(against(so, people.requester, { entries: [comment()] })).toEqual([["erasedAlready", "entries", { entry: comment() }]]);
    expect(against(so, people.requester, { entries: [999] })).toEqual([["unknownEntry", "entries", { entry: 999 }]]);
    expect(against(so, people.requester, { documents: [paper] })).toEqual([["erasedAlready", "documents", {}]]);
    expect(against(so, people.requester, { documents: ["01900000-0000-7000-8000-0000000000ff"] })).toEqual([["unknownDocument", "documents", {}]]);
    expect(against(so, people.requester, {})).toEqual([["nothingToErase", undefined, undefined]]);
    const whole = changed(so, ({ documents }) => ({ erased: { digests: [], wholeOn: "2026-11-24" }, documents: documents.map((one) => ({ ...one, erased: null })) }));
    const none = (all: Case) => changed(all, ({ documents }) => ({ documents: documents.map((one) => ({ ...one, erased: { at: "x", rule: "cn-pipl-6", person: null } })) }));
    const one = (all: Case) => changed(all, ({ documents }) => ({ documents: documents.map((each, n) => (n === 0 ? each : { ...each, erased: { at: "x", rule: "cn-pipl-6", person: null } })) }));
    expect([against(whole, keeper, { documents: [paper] }), against(one(whole), keeper, { documents: [paper] })]).toEqual([[], []]);
    expect(against(none(whole), keeper, { documents: [paper] })).toEqual([["nothingToErase", undefined, undefined]]);
  });

  test("goes by a rule of the places of the request, and by one that is whose it is", () => {
    const over = () => after(start(), [people.requester, { type: "withdraw", reason: "No." }]);
    const yours = (who: Context["actor"], rule: string) => against(over(), who, { rule, documents: [paper] }, "2040-01-01", { terms: { years: {}, automatic: true } });
    const not = (rule: string) => [["ruleNotYours", "rule", { rule }]];
    expect(against(start(), keeper, { rule: "mo-8-2005-11", documents: [paper] })[0]).toEqual(["ruleElsewhere", "rule", { rule: "mo-8-2005-11" }]);
    expect(against(start(), keeper, { rule: "none", documents: [paper] })).toEqual([["unknownRule", "rule", { rule: "none" }]]);
    for (const [who, rules] of [[people.requester, ["cn-pipl-47-1", "cn-pipl-47-3", "cn-pipl-6"]], [keeper, ["cn-pipl-47-1", "cn-pipl-47-3", "cn-pipl-6"]], [people.biosafety, ["cn-pipl-6"]], [worker, ["cn-pipl-47-1"]]] as const)
      for (const rule of ["cn-pipl-47-1", "cn-pipl-47-3", "cn-pipl-6"]) expect([rule, who, yours(who, rule)]).toEqual([rule, who, (rules as readonly string[]).includes(rule) ? [] : not(rule)]);
  });

  test("waits for the end of what is decided, also of an amendment, and of the years that it is kept, and says until when", () => {
    const closed = after(ready(), [people.requester, said], [people.requester, { type: "close" }]);
    expect(against(closed, keeper, { rule: "cn-pipl-47-1", whole: true }, "2036-11-24")).toEqual([["keptUntil", undefined, { day: "2036-11-24", rule: expect.any(String) }]]);
    const amended = changed(closed, () => ({ amendment: {} }));
    expect(against(amended, keeper, { rule: "cn-pipl-6", entries: [1] })).toEqual([["eraseUnderWay", undefined, undefined]]);
    expect(against(amended, keeper, { rule: "cn-pipl-47-1", entries: [1] }, "2040-01-01")).toEqual([["eraseUnderWay", undefined, undefined]]);
    expect(against(approved(), keeper, { rule: "cn-pipl-6", whole: true })).toEqual([["eraseUnderWay", undefined, undefined]]);
  });

  test("keeps papers that a desk had kept until a day that is not known yet, but no words", () => {
    const keepPapers = { text: "Keep them.", duty: { is: "keepPapers", count: 2, unit: "year", from: "crossing" } };
    const decided = after(start(), [people.biosafety, { type: "approveWithConditions", step: "biosafety", conditions: [keepPapers] }], [people.ethics, { type: "approve", step: "ethics" }], [people.signOff, { type: "approve", step: "sign-off" }], [people.acceptance, { type: "approve", step: "acceptance" }]);
    const so = after(decided, ...["cn-special-goods-permit", "hk-biological-import-599a", "cn-hgr-scope-determination"].map((id) => [people.requester, grant(id)] as const));
    expect(against(so, keeper, { documents: [paper] })).toEqual([["papersKept", undefined, undefined]]);
    expect(against(so, keeper, { entries: [comment()] })).toEqual([]);
    const moved = after(so, ...["int-un3373", "int-dry-ice"].map((id) => [people.requester, grant(id)] as const), [people.requester, move("1")]);
    expect(against(moved, keeper, { documents: [paper] })).toEqual([["papersKeptUntil", undefined, { day: "2028-11-24" }]]);
  });

  test("is one's own: others' words and papers are not a requester's, and words are no desk's", () => {
    const so = after(start(), [people.teammate, { ...attach, document: "01900000-0000-7000-8000-0000000000ef" }]);
    expect(against(so, people.requester, { documents: ["01900000-0000-7000-8000-0000000000ef"] })).toEqual([["notYourWords", "documents", {}]]);
    expect(against(so, people.teammate, { entries: [comment()] })).toEqual([["notYourWords", "entries", {}]]);
    expect(against(so, people.biosafety, { entries: [comment()] })).toEqual([["deskErasesPapers", undefined, undefined]]);
    expect(ruleFor("erase").may(aCase().target, aContext(people.requester))).toEqual([{ code: "wrongStatus", params: { status: "draft" } }]);
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
