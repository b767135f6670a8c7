import { describe, expect, test } from "vitest";
import { type AccountStanding, afterEntry } from "../../../lib/account/ledger.ts";
import { accountsNamed, holdingsOf } from "../../../lib/account/holdings.ts";
import { isUnlimited, noLimit, perRequest } from "../../../lib/account/standing-grant.ts";
import { SetQuota, setQuota } from "../../../lib/account/set-quota.ts";
import { addDays } from "../../../lib/calendar/day.ts";
import { aCase, aDraft, after, aPerson, approved, type Case, changed, codes, give, move, must, outcomeOf, people, permitted, stateOf, today, whyNot } from "../request/builders.ts";

const special = "cn-special-goods-permit";
const key = { organisation: "smu", quota: "special-goods", year: 2026 } as const;
const grant = { regime: special, number: "SG-2026-7", issued: "2026-03-01", validUntil: "2027-02-28" };
const link = { type: "linkGrant", requirement: special, ...key } as const;
const head = aPerson("keeper", [["desk-lead", { kind: "desk", id: "smu.sign-off" }]]);

const account = (change: Partial<AccountStanding> = {}): AccountStanding => ({ ...key, desk: "smu.sign-off", grant, limit: { value: "50", unit: "container" }, reserved: "0", used: "0", own: { reserved: "0", used: "0" }, ...change });
const one = (so: Case) => stateOf(so).requirements.find(({ id }) => id === special);
const entries = ({ entries: all = [] }: Case) => all.map(({ happening: { type, data } }) => [type, data.amount.value, data.amount.unit]);
/** How the account stands after what a case wrote to it. */
const standing = ({ entries: all = [] }: Case, from = account()) => all.reduce((so, { happening }) => afterEntry(so, happening), from);

function linked(so: Case, from = account()): Case {
  const next = give(so, people.requester, link, { accounts: [from] });
  if ("refusals" in next) throw new Error(JSON.stringify(next.refusals));
  return next;
}

describe("a requirement that rests on a standing grant", () => {
  test("is granted by its number and for its days, and sets aside what the request is limited to", () => {
    const so = linked(approved());
    expect(one(so)).toMatchObject({ status: "granted", date: grant.issued, validUntil: grant.validUntil, grant: { ...key, unit: "container" } });
    expect(entries(so)).toEqual([["quota.reserved", "30", "container"]]);
    expect(accountsNamed(stateOf(so))).toEqual([key]);
  });

  test("is refused where less remains: of two that want the last, the second is told what is left", () => {
    const first = linked(approved());
    const { own: _, ...all } = standing(first);
    const second = give(approved(), people.requester, link, { accounts: [account({ reserved: all.reserved })] });
    expect(second).toEqual({ refusals: [{ code: "quotaExceeded", params: { quota: key.quota, year: "2026", asked: "30", left: "20", unit: "container" } }] });
  });

  test("uses what crosses, and lets go of the rest when the request ends", () => {
    const others = ["hk-biological-import-599a", "cn-hgr-scope-determination", "int-un3373", "int-dry-ice"].map((id) => [people.requester, { type: "recordRequirement", requirement: id, outcome: "granted", reference: "R/2", date: "2026-11-20" }] as const);
    let so = linked(approved());
    for (const [actor, act] of [...others, [people.requester, move("4")] as const, [people.requester, { type: "close" }] as const]) {
      const next = give(so, actor, act, { accounts: [standing(so)] });
      if ("refusals" in next) throw new Error(JSON.stringify(next.refusals));
      so = next;
    }
    expect(entries(so)).toEqual([["quota.reserved", "30", "container"], ["quota.used", "4", "container"], ["quota.released", "26", "container"]]);
    expect(standing(so)).toMatchObject({ reserved: "0", used: "4" });
  });

  test("lets go when the request is withdrawn, or when the authority's refusal takes its place", () => {
    const so = linked(approved());
    for (const act of [{ type: "withdraw", reason: "No." } as const, { type: "recordRequirement", requirement: special, outcome: "refused", reference: "R/3", date: today } as const]) {
      const next = give(so, people.requester, act, { accounts: [standing(so)] });
      if ("refusals" in next) throw new Error(JSON.stringify(next.refusals));
      expect(entries(next).slice(1)).toEqual([["quota.released", "30", "container"]]);
    }
  });

  test("expires with the grant, and rests on its renewal when it is linked again", () => {
    const short = account({ grant: { ...grant, validUntil: "2026-11-30" } });
    const so = linked(approved(), short);
    const day = { today: "2026-12-01", now: "2026-12-01T02:00:00.000Z" };
    expect(codes(give(so, people.requester, link, { ...day, accounts: [standing(so, short)] }))).toEqual(["requirementExpired"]);
    const renewed = give(so, people.requester, link, { ...day, accounts: [standing(so, account({ grant: { ...grant, number: "SG-2026-8", validUntil: "2027-11-30" } }))] });
    if ("refusals" in renewed) throw new Error(JSON.stringify(renewed.refusals));
    expect(one(renewed)).toMatchObject({ validUntil: "2027-11-30", earlier: [{ validUntil: "2026-11-30" }] });
    expect(entries(renewed)).toHaveLength(1);
  });

  test("counts the request once where the grant says no amount", () => {
    const so = linked(approved(), account({ limit: { value: noLimit, unit: perRequest } }));
    expect(entries(so)).toEqual([["quota.reserved", "1", perRequest]]);
    expect(isUnlimited({ unit: perRequest, limit: noLimit })).toBe(true);
  });

  test("rests on no grant for another rule, of another organisation, that counts otherwise, or that is a quota of our own", () => {
    const { grant: _, ...own } = account();
    expect(codes(give(approved(), people.requester, link, { accounts: [account({ grant: { ...grant, regime: "int-dry-ice" } })] }))).toEqual(["unknownGrant"]);
    expect(codes(give(approved(), people.requester, link, { accounts: [] }))).toEqual(["unknownGrant"]);
    expect(codes(give(approved(), people.requester, link, { accounts: [own] }))).toEqual(["unknownGrant"]);
    expect(codes(give(approved(), people.requester, link, { accounts: [account({ limit: { value: "9", unit: "mL" } })] }))).toEqual(["wrongUnit"]);
    expect(codes(give(approved(), people.stranger, link, { accounts: [account()] }))).toEqual(["notPermitted"]);
    expect(codes(give(approved(), people.requester, { ...link, requirement: "no-such" }, { accounts: [account()] }))).toEqual(["unknownRequirement"]);
  });

  test("is linked by the requester, the team and the desks; what stands against it is said with where and of what", () => {
    const against = (so: Case, act: object, from = account(), actor = people.requester) => whyNot(outcomeOf(so, actor, { ...link, ...act }, { accounts: [from] }));
    const as = (change: object) => changed(approved(), ({ requirements }) => ({ requirements: requirements.map((each) => (each.id === special ? { ...each, ...change } : each)) }));
    for (const who of [people.requester, people.teammate, people.biosafety]) expect([who.name, against(approved(), {}, account(), who)]).toEqual([who.name, []]);
    expect(against(approved(), { requirement: "no-such" })).toEqual([["unknownRequirement", "requirement", { requirement: "no-such" }]]);
    expect(against(as({ type: "prohibition" }), {})).toEqual([["prohibited", "requirement", { regime: special }]]);
    expect(against(as({ status: "waived" }), {})).toEqual([["requirementSettled", "requirement", { requirement: special, status: "waived" }]]);
    expect(against(approved(), { quota: "other" })).toEqual([["unknownGrant", "grant", { grant: "other 2026" }]]);
    expect(against(approved(), {}, account({ grant: { ...grant, validUntil: addDays(today, -1) } }))).toEqual([["requirementExpired", "grant", { requirement: special, day: addDays(today, -1) }]]);
    expect(against(approved(), {}, account({ grant: { ...grant, validUntil: today } }))).toEqual([]);
    for (const so of [approved(), aCase()]) expect(against(so, {}, account({ limit: { value: "9", unit: "mL" } }))).toEqual([["wrongUnit", "grant", { unit: "mL" }]]);
    expect(against(after(approved(), [people.requester, { type: "withdraw", reason: "No." }]), {})).toEqual([["wrongStatus", undefined, { status: "withdrawn" }]]);
  });

  test("is written with the days of the grant, and names the grant that it comes in place of", () => {
    const data = { requirement: special, reference: { say: grant.number, readers: null }, date: grant.issued, validUntil: grant.validUntil, grant: { ...key, unit: "container" } };
    const written = (so: Case, from = account()) => outcomeOf(so, people.requester, link, { accounts: [from] });
    expect(written(approved())).toMatchObject({ events: [{ type: "requirement.linked", data }] });
    const { validUntil: _, ...endless } = grant;
    const outcome = written(approved(), account({ grant: { ...endless, validFrom: "2026-03-02" } }));
    expect("events" in outcome && outcome.events[0]).toEqual({ type: "requirement.linked", data: { ...data, validUntil: null, validFrom: "2026-03-02" } });
    const plain = written(approved());
    expect("events" in plain && plain.events[0]).toEqual({ type: "requirement.linked", data });
    const filed = written(after(approved(), [people.requester, { type: "recordRequirement", requirement: special, outcome: "filed", reference: "F/1", date: today }]));
    expect("events" in filed && filed.events[0]).toEqual({ type: "requirement.linked", data });
    const again = outcomeOf(linked(approved()), people.requester, link, { accounts: [standing(linked(approved()))] });
    expect("events" in again && again.events[0]).toEqual({ type: "requirement.linked", data: { ...data, replaces: linked(approved()).events.at(-1)?.seq } });
  });

  test("waits with a draft, and sets nothing aside before it is submitted", () => {
    const record = { requirement: special, outcome: "granted", reference: grant.number, date: grant.issued, validUntil: grant.validUntil, grant: { ...key, unit: "container" } };
    const outcome = outcomeOf(aCase(), people.requester, link, { accounts: [account({ grant: { ...grant, validFrom: "2026-03-02" } })] });
    expect(outcome).toEqual({ draft: { ...aDraft(), recorded: [...aDraft().recorded, { ...record, validFrom: "2026-03-02" }], version: 4, updatedAt: `${today}T02:00:00.000Z` }, warnings: [] });
    const drafted = linked(aCase());
    expect(drafted.target.at === "draft" && drafted.target.draft.recorded.at(-1)).toEqual(record);
  });

  test("of a draft is still there and still counts what is asked for when that is submitted", () => {
    const against = (so: Case, accounts: readonly AccountStanding[]) => whyNot(outcomeOf(so, people.requester, { type: "submit" }, { accounts }));
    const drafted = linked(aCase());
    const { grant: _, ...quota } = account();
    const unknown = [["unknownGrant", undefined, { grant: "special-goods 2026" }]];
    expect([against(drafted, [account()]), against(drafted, []), against(drafted, [quota])]).toEqual([[], unknown, unknown]);
    expect(against(drafted, [account({ limit: { value: "9", unit: "mL" } })])).toEqual([["wrongUnit", "limit.unit", { unit: "mL" }]]);
    const other = { requirement: "gone-rule", outcome: "granted" as const, reference: "R", date: today, validUntil: null, grant: { ...key, unit: "container" } };
    expect(against(aCase(aDraft({ recorded: [...aDraft().recorded, other] })), [])).toEqual([]);
  });

  test("is nobody's holding before it is linked", () => expect(holdingsOf(stateOf(permitted()))).toEqual([]));
});

describe("a standing grant", () => {
  const commandId = "01900000-0000-7000-8000-0000000000ff";
  const register = (more: Readonly<Record<string, unknown>>, actor = head) => setQuota({ status: "none" }, { key, command: SetQuota.parse({ commandId, desk: "smu.sign-off", grant, ...more }), actor, deskOf: "smu", today });
  const refusedAs = (outcome: ReturnType<typeof register>) => ("refusals" in outcome ? outcome.refusals.map(({ code }) => code) : []);

  test("is registered by the head of a desk of its organisation, with an amount or none", () => {
    expect(register({ limit: { value: "50", unit: "container" } })).toMatchObject({ events: [{ type: "quota.set", data: { ...key, grant, limit: { value: "50", unit: "container" } } }] });
    expect(register({})).toMatchObject({ events: [{ type: "quota.set", data: { limit: { value: noLimit, unit: perRequest } } }] });
    expect(refusedAs(register({}, people.requester))).toEqual(["notPermitted"]);
  });

  test("is issued by now and ends after it began; a quota of our own says how much", () => {
    expect(refusedAs(register({ grant: { ...grant, issued: addDays(today, 1), validUntil: today } }))).toEqual(["dateInFuture", "validityBeforeDate"]);
    expect(refusedAs(register({ grant: undefined }))).toEqual(["notPositive"]);
  });
});

test("nobody else's acts are counted twice: linking again takes nothing more", () => {
  const so = linked(approved());
  const again = give(so, people.requester, link, { accounts: [standing(so)] });
  if ("refusals" in again) throw new Error("refused");
  expect(entries(again)).toHaveLength(1);
  expect(after(again).events.length).toBe(so.events.length + 1);
});

describe("once a standing grant is renewed", () => {
  const worker = { kind: "worker" } as const;
  const renewed = { regime: special, number: "SG-2026-8", issued: "2026-11-20", validFrom: "2026-12-01", validUntil: "2027-11-30" };
  const follow = { type: "followGrant", ...key } as const;
  const follows = (so: Case, from = account({ grant: renewed }), act: object = {}, actor: Parameters<typeof give>[1] = worker) => outcomeOf(so, actor, { ...follow, ...act }, { accounts: [standing(so, from)] });
  const unknown = [["unknownGrant", undefined, { grant: "special-goods 2026" }]];

  test("whatever rests on it goes on under its number and its days, and takes what it took", () => {
    const so = linked(approved());
    const data = { requirement: special, reference: { say: renewed.number, readers: null }, date: renewed.issued, validUntil: renewed.validUntil, validFrom: renewed.validFrom, grant: { ...key, unit: "container" }, replaces: so.events.at(-1)?.seq };
    expect(follows(so)).toEqual({ events: [{ type: "requirement.linked", data }], entries: [] });
    const { validFrom: _, validUntil: __, ...endless } = renewed;
    const { validFrom: ___, ...from } = data;
    expect(follows(so, account({ grant: endless }))).toEqual({ events: [{ type: "requirement.linked", data: { ...from, validUntil: null } }], entries: [] });
  });

  test("once, though an amendment that is open asks for the same", () => {
    const so = must(give(linked(approved()), people.requester, { type: "amend", facts: { "sample.quantity": 40 }, reason: "Ten more." }, { accounts: [account()] }));
    expect(stateOf(so).amendment?.requirements.map(({ id }) => id)).toContain(special);
    const outcome = follows(so);
    expect("events" in outcome && outcome.events.map(({ data }) => "requirement" in data && data.requirement)).toEqual([special]);
  });

  test("nothing else does: what rests on another, on none, or on a grant under another rule", () => {
    const so = linked(approved());
    expect(whyNot(follows(approved()))).toEqual(unknown);
    expect(whyNot(follows(so, account({ grant: { ...renewed, regime: "int-dry-ice" } })))).toEqual(unknown);
    expect(whyNot(outcomeOf(so, worker, follow, { accounts: [] }))).toEqual(unknown);
    const { grant: _, ...quota } = account();
    expect(whyNot(follows(so, quota))).toEqual(unknown);
    expect(whyNot(outcomeOf(so, worker, { ...follow, year: 2027 }, { accounts: [account(), account({ year: 2027, grant: renewed })] }))).toEqual([["unknownGrant", undefined, { grant: "special-goods 2027" }]]);
    const two = changed(so, ({ requirements }) => ({ requirements: requirements.map((each) => (each.id === "int-dry-ice" ? { ...each, status: "granted", grant: { ...key, unit: "container" } } : each)) }));
    const outcome = follows(two);
    expect("events" in outcome && outcome.events.map(({ data }) => "requirement" in data && data.requirement)).toEqual([special]);
  });

  test("it is the system that says so, while the request is under way", () => {
    const so = linked(approved());
    expect(whyNot(follows(so, account({ grant: renewed }), {}, { kind: "system" }))).toEqual([]);
    for (const who of [people.requester, people.signOff]) expect(whyNot(follows(so, account({ grant: renewed }), {}, who))).toEqual([["notPermitted", undefined, undefined]]);
    expect(whyNot(follows(aCase()))).toEqual([["wrongStatus", undefined, { status: "draft" }]]);
    expect(whyNot(follows(after(so, [people.requester, { type: "withdraw", reason: "No." }])))).toEqual([["wrongStatus", undefined, { status: "withdrawn" }]]);
  });
});
