import { describe, expect, test } from "vitest";
import { addDays } from "../../../lib/calendar/day.ts";
import { noticesFor } from "../../../lib/notice/notices.ts";
import { blockersOf } from "../../../lib/request/blockers.ts";
import { draftRequirements } from "../../../lib/request/commands/record-requirement.ts";
import { replay } from "../../../lib/request/evolve.ts";
import type { Context } from "../../../lib/request/context.ts";
import { hostLetter } from "../../../lib/request/requirement.ts";
import type { LiveState } from "../../../lib/request/state.ts";
import { aCase, aContext, aDraft, after, approved, type Case, codes, endorsed, give, move, people, permitted, ready, stateOf, submitted, today } from "./builders.ts";

const special = "cn-special-goods-permit";
const others = ["hk-biological-import-599a", "cn-hgr-scope-determination"];
const worker = { kind: "worker" } as const;

const record = (requirement: string, outcome: string, more: Readonly<Record<string, unknown>> = {}) => ({ type: "recordRequirement", requirement, outcome, reference: `${outcome}/1`, date: today, ...more }) as const;
const did = (so: Case, ...acts: readonly ReturnType<typeof record>[]) => after(so, ...acts.map((act) => [people.requester, act] as const));
const one = (so: Case, id = special) => stateOf(so).requirements.find((requirement) => requirement.id === id);
const blocked = (so: Case, day = today) => blockersOf(stateOf(so), { today: day, waits: [], desks: aContext(people.requester).desks });
const on = (day: string) => ({ today: day, now: `${day}T02:00:00.000Z` });
const live = (so: Case) => stateOf(so);

describe("a query of the authority", () => {
  test("says what is asked and when, and makes it the requester's move until it is filed again", () => {
    const filed = did(approved(), record(special, "filed"));
    expect(blocked(filed).find(({ requirement }) => requirement === special)).toEqual({ code: "requirementOpen", by: "authority", requirement: special });
    const queried = did(filed, record(special, "queried", { question: "Which freezer?" }));
    expect(one(queried)).toMatchObject({ status: "queried", date: today, question: { digest: expect.any(String) } });
    expect(blocked(queried).find(({ requirement }) => requirement === special)).toEqual({ code: "requirementQueried", by: "requester", requirement: special });
    const again = did(queried, record(special, "filed"));
    expect([one(again)?.status, one(again)?.question, blocked(again).find(({ requirement }) => requirement === special)?.by]).toEqual(["filed", undefined, "authority"]);
  });

  test("can be about nothing that is not with the authority, and says what is asked", () => {
    expect(codes(give(approved(), people.requester, record(special, "queried", { question: "Why?" })))).toEqual(["requirementNotFiled"]);
    expect(codes(give(did(approved(), record(special, "filed")), people.requester, record(special, "queried")))).toEqual(["questionMissing"]);
    expect(codes(give(did(approved(), record(special, "granted")), people.requester, record(special, "queried", { question: "Why?" })))).toEqual(["requirementSettled"]);
  });

  test("of a declaration that was filed, and so was met, shuts its gate again", () => {
    const filed = did(permitted(), record("int-un3373", "filed"), record("int-dry-ice", "filed"));
    expect(codes(give(filed, people.requester, move("1")))).toEqual([]);
    expect(codes(give(did(filed, record("int-dry-ice", "queried", { question: "How much?" })), people.requester, move("1")))).toEqual(["requirementQueried"]);
  });

  test("is told to the requester and the team", () => {
    const so = did(approved(), record(special, "filed"), record(special, "queried", { question: "Which freezer?" }));
    const [last] = so.events.slice(-1);
    if (!last) throw new Error("no event");
    const byDesk = { ...last, actor: { person: people.signOff.id, desk: "smu.sign-off" } };
    expect(noticesFor(byDesk, replay(so.events.slice(0, -1)), live(so)).map(({ code, to, requirement }) => [code, to.as, requirement])).toEqual([["requirementQueried", "requester", special], ["requirementQueried", "team", special]]);
  });
});

describe("a grant", () => {
  test("has its number, the day of its issue, from when to when it holds, what it is for, and a paper", () => {
    const paper = "01900000-0000-7000-8000-0000000000dd";
    const attached = after(approved(), [people.requester, { type: "attachDocument", document: paper, name: "Permit", paper: null, mediaType: "application/pdf", size: 9, sha256: "a".repeat(64) }]);
    const granted = did(attached, record(special, "granted", { date: "2026-11-20", validFrom: "2026-11-23", validUntil: "2027-11-22", limit: { value: "40", unit: "container" }, paper }));
    expect(one(granted)).toMatchObject({ status: "granted", date: "2026-11-20", validFrom: "2026-11-23", validUntil: "2027-11-22", limit: { value: "40", unit: "container" }, paper });
  });

  test("is refused with every reason: validity that ends before it begins, no amount, a unit that nothing is counted in, a paper of elsewhere, a day to come", () => {
    const wrong = record(special, "granted", { date: addDays(today, 1), validFrom: "2027-02-01", validUntil: "2027-01-31", limit: { value: "0", unit: "bushel" }, paper: "01900000-0000-7000-8000-0000000000ee" });
    expect(codes(give(approved(), people.requester, wrong)).toSorted()).toEqual(["dateInFuture", "notPositive", "unknownDocument", "validityBeforeDate", "wrongUnit"]);
    const attached = after(approved(), [people.requester, { type: "attachDocument", document: "01900000-0000-7000-8000-0000000000dd", name: "Permit", paper: null, mediaType: "application/pdf", size: 9, sha256: "a".repeat(64) }]);
    expect(codes(give(attached, people.requester, record(special, "granted", { paper: "01900000-0000-7000-8000-0000000000ee" })))).toEqual(["unknownDocument"]);
    expect(codes(give(approved(), people.requester, record(special, "filed", { limit: { value: "1", unit: "tube" }, validFrom: today, reason: "No." })))).toEqual(["notOfOutcome", "notOfOutcome", "notOfOutcome"]);
  });

  test("in place of another names it, and the other stays in the history", () => {
    const first = did(permitted(), record("int-un3373", "granted", { reference: "A/1", validUntil: "2026-12-01" }));
    const second = did(first, record("int-un3373", "granted", { reference: "A/2", validUntil: "2027-12-01" }));
    const entry = first.events.at(-1)?.seq;
    expect(second.events.at(-1)?.data).toMatchObject({ replaces: entry });
    expect(one(second, "int-un3373")).toMatchObject({ validUntil: "2027-12-01", earlier: [{ validUntil: "2026-12-01", entry }] });
    expect(did(permitted(), record("int-un3373", "filed"), record("int-un3373", "granted")).events.at(-1)?.data).not.toHaveProperty("replaces");
    expect(one(did(second, record("int-un3373", "refused", { reason: "Withdrawn." })), "int-un3373")?.earlier).toHaveLength(2);
  });

  test("recorded of a draft stands there with everything that was said of it, and with nothing that was not", () => {
    const plain = { requirement: "doc-mta", outcome: "granted" as const, reference: "M/1", date: "2026-11-01", validUntil: "2027-01-31" };
    const more = { validFrom: "2026-11-02", limit: { value: "30", unit: "tube" }, paper: "p", grant: { organisation: "smu", quota: "goods", year: 2026, unit: "tube" } };
    const stands = (record: object) => draftRequirements(aDraft({ recorded: [{ ...plain, ...record }] }), aContext(people.requester)).find(({ id }) => id === "doc-mta");
    expect(stands(more)).toMatchObject({ status: "granted", date: "2026-11-01", validUntil: "2027-01-31", ...more });
    expect(Object.keys(stands({}) ?? {}).filter((name) => name in more)).toEqual([]);
  });

  test("recorded of a draft changes nothing of what a programme took away", () => {
    const lane = ({ pack, digest }: Context["packs"][number]) => ({ digest, pack: { ...pack, regimes: pack.regimes.flatMap((one) => (one.id === special ? [one, { ...one, id: "lane", type: "facilitation" as const, substitutes: [special] }] : [one])) } });
    const recorded = [{ requirement: special, outcome: "granted" as const, reference: "S/1", date: "2026-11-01", validUntil: null }];
    const stands = (claims: string[]) => draftRequirements(aDraft({ claims, recorded }), aContext(people.requester, { packs: aContext(people.requester).packs.map(lane) })).find(({ id }) => id === special)?.status;
    expect([stands([]), stands(["lane"])]).toEqual(["granted", "waived"]);
  });

  test("of a host that has not joined is a letter, which is recorded of the draft already", () => {
    const so = aCase(aDraft({ host: { ror: "00t33hh48" } }));
    const letter = (host: Partial<Context>) => codes(give(so, people.requester, record(hostLetter, "granted"), host));
    expect([letter({ host: { ror: "00t33hh48" } }), letter({}), letter({ host: null })]).toEqual([[], ["unknownRequirement"], ["unknownRequirement"]]);
  });

  test("recorded before the submission arrives with everything that was said of it", () => {
    const said = { requirement: "doc-mta", outcome: "granted" as const, reference: "M/1", date: "2026-11-01", validUntil: "2027-01-31", validFrom: "2026-11-02", limit: { value: "30", unit: "tube" } };
    const so = after(aCase(aDraft({ recorded: [...aDraft().recorded.filter(({ requirement }) => requirement !== "doc-mta"), said] })), [people.requester, { type: "submit" }]);
    expect(one(so, "doc-mta")).toMatchObject({ status: "granted", validFrom: "2026-11-02", validUntil: "2027-01-31", limit: { value: "30", unit: "tube" } });
  });
});

describe("what a single grant is for", () => {
  const of = (value: string, unit = "container") => ({ limit: { value, unit } });
  const under = (...more: readonly ReturnType<typeof record>[]) => did(permitted(), record("int-dry-ice", "granted"), ...more);
  const first = { fresh: { permitNumber: "P", id: "01900000-0000-7000-8000-000000000001" } };

  test("holds at the crossing like the permit's own limit, to the last of it, also for a plan, a departure, a reading and a correction", () => {
    const so = under(record("int-un3373", "granted", of("10")));
    expect(give(so, people.requester, move("11"))).toEqual({ refusals: [{ code: "overGrant", path: "quantity.value", params: { requirement: "int-un3373", remaining: "10", unit: "container" } }] });
    const eleven = { quantity: { value: "11", unit: "container" }, at: `${today}T01:00:00Z` };
    for (const act of [{ type: "planMovement", direction: "out", ...eleven }, { type: "recordStage", stage: "departed", ...eleven }] as const) expect(codes(give(so, people.requester, act))).toEqual(["overGrant"]);
    expect(give(so, people.requester, { type: "recordReading", counter: "a", total: eleven.quantity, at: eleven.at })).toMatchObject({ refusals: [{ code: "overGrant", path: "total.value" }] });
    const crossed = give(so, people.requester, move("8"), first);
    if ("refusals" in crossed) throw new Error("refused");
    expect(give(crossed, people.requester, move("3"))).toMatchObject({ refusals: [{ code: "overGrant", params: { remaining: "2" } }] });
    expect(codes(give(crossed, people.requester, { type: "correctMovement", movement: first.fresh.id, quantity: { value: "11", unit: "container" }, reason: "Counted again." }))).toEqual(["overGrant"]);
    expect(codes(give(crossed, people.requester, { type: "correctMovement", movement: first.fresh.id, quantity: { value: "10", unit: "container" }, reason: "Counted again." }))).toEqual([]);
    expect(codes(give(crossed, people.requester, move("8", "return")))).toEqual([]);
    expect(codes(give(crossed, people.requester, move("2")))).toEqual([]);
  });

  test("begins anew with a grant in place of it, and is left to people where the authority counts otherwise", () => {
    const so = under(record("int-un3373", "granted", of("10")));
    const crossed = give(so, people.requester, { ...move("10"), at: `${today}T01:00:00Z` });
    if ("refusals" in crossed) throw new Error("refused");
    expect(codes(give(crossed, people.requester, move("1")))).toEqual(["overGrant"]);
    const renewed = give(crossed, people.requester, record("int-un3373", "granted", { ...of("5"), date: "2026-11-25" }), on("2026-11-25"));
    if ("refusals" in renewed) throw new Error("refused");
    const later = { ...move("5"), at: "2026-11-25T01:00:00Z" };
    expect(codes(give(renewed, people.requester, { ...later, quantity: { value: "6", unit: "container" } }, on("2026-11-25")))).toEqual(["overGrant"]);
    expect(codes(give(renewed, people.requester, later, on("2026-11-25")))).toEqual([]);
    expect(codes(give(under(record("int-un3373", "granted", of("1", "mL"))), people.requester, move("9")))).toEqual([]);
  });
});

describe("a refusal", () => {
  test("keeps its reason, and what was refused can be filed again", () => {
    const refused = did(approved(), record(special, "refused", { reason: "No ethics number." }));
    expect(one(refused)).toMatchObject({ status: "refused", reason: { digest: expect.any(String) } });
    expect(blocked(refused).find(({ requirement }) => requirement === special)).toEqual({ code: "requirementRefused", by: "requester", requirement: special });
    const again = did(refused, record(special, "filed"));
    expect([one(again)?.status, one(again)?.reason]).toEqual(["filed", undefined]);
  });
});

describe("what has expired", () => {
  test("holds the permit back; the new grant brings it", () => {
    const so = did(approved(), ...others.map((id) => record(id, "granted")));
    const old = did(so, record(special, "granted", { date: "2026-10-01", validUntil: "2026-11-23" }));
    expect([live(old).status, blocked(old)]).toEqual(["approved", [{ code: "requirementExpired", by: "requester", requirement: special }]]);
    expect(live(did(old, record(special, "granted", { validUntil: "2026-11-24" }))).status).toBe("permitted");
  });

  test("lets what is due nothing more across from the day after its last; the reason names it, and the renewal opens it again", () => {
    const so = did(permitted(), record("int-un3373", "granted", { validUntil: "2026-11-30" }), record("int-dry-ice", "granted"));
    const crossing = (day: string) => ({ ...move("1"), at: `${day}T01:00:00Z` });
    expect(codes(give(so, people.requester, crossing("2026-11-30"), on("2026-11-30")))).toEqual([]);
    expect(give(so, people.requester, crossing("2026-12-01"), on("2026-12-01"))).toEqual({ refusals: [{ code: "requirementExpired", path: "at", params: { requirement: "int-un3373", day: "2026-11-30" } }] });
    expect(blocked(so, "2026-12-01")).toEqual([{ code: "requirementExpired", by: "requester", requirement: "int-un3373" }]);
    const renewed = give(so, people.requester, record("int-un3373", "granted", { validUntil: "2027-11-30" }), on("2026-12-01"));
    if ("refusals" in renewed) throw new Error("refused");
    expect(codes(give(renewed, people.requester, crossing("2026-12-01"), on("2026-12-01")))).toEqual([]);
  });

  test("still lets that be written down which crossed while it held, and everything come back", () => {
    const so = did(permitted(), record("int-un3373", "granted", { validUntil: "2026-11-30" }), record("int-dry-ice", "granted"));
    const late = give(so, people.requester, { ...move("2"), at: "2026-11-30T03:00:00Z" }, on("2026-12-01"));
    if ("refusals" in late) throw new Error("refused");
    expect(codes(give(late, people.requester, { ...move("1", "return"), at: "2026-12-01T01:00:00Z" }, on("2026-12-01")))).toEqual([]);
  });

  test("also where it was due before the permit: the crossing rests on it", () => {
    const so = did(approved(), ...others.map((id) => record(id, "granted")), record(special, "granted", { validUntil: "2026-11-30" }));
    const all = did(so, record("int-un3373", "granted"), record("int-dry-ice", "granted"));
    expect(codes(give(all, people.requester, { ...move("1"), at: "2026-12-01T01:00:00Z" }, on("2026-12-01")))).toEqual(["requirementExpired"]);
  });

  test("can be filed again, and not before", () => {
    const so = did(permitted(), record("int-un3373", "granted", { validUntil: "2026-11-30" }));
    expect(codes(give(so, people.requester, record("int-un3373", "filed")))).toEqual(["requirementSettled"]);
    expect(codes(give(so, people.requester, record("int-un3373", "filed"), on("2026-12-01")))).toEqual([]);
  });

  test("what holds from a later day lets nothing across before it", () => {
    const so = did(permitted(), record("int-un3373", "granted", { validFrom: "2026-11-28", validUntil: "2027-11-27" }), record("int-dry-ice", "granted"));
    expect(codes(give(so, people.requester, move("1")))).toEqual(["requirementNotYet"]);
    expect(codes(give(so, people.requester, { ...move("1"), at: "2026-11-28T01:00:00Z" }, on("2026-11-28")))).toEqual([]);
  });
});

describe("before a permit ends", () => {
  const told = (so: Case) => so.events.flatMap((event) => (event.type === "permit.expiring" ? [[event.at.slice(0, 10), event.data.days]] : []));
  const each = (start: Case, from: string, to: string): Case => {
    let so = start;
    for (let day = from; day <= to; day = addDays(day, 1)) {
      const next = give(so, worker, { type: "tellExpiry" }, on(day));
      if (!("refusals" in next)) so = next;
    }
    return so;
  };

  test("its holders and desks are told, but not of what its own terms leave no time for", () => {
    // It is issued on 24 November for until 31 December.
    const so = each(permitted(), today, "2027-01-05");
    expect(told(so)).toEqual([["2026-12-01", 30], ["2026-12-24", 7]]);
    const last = so.events.at(-1);
    if (!last) throw new Error("no event");
    const whom = noticesFor(last, replay(so.events.slice(0, -1)), live(so));
    expect(new Set(whom.map(({ to }) => to.as))).toEqual(new Set(["requester", "team", "endorser", "desk"]));
    expect(whom.every(({ code, day }) => code === "permitExpiring" && day === "2026-12-31")).toBe(true);
  });

  test("nobody is told of one that has ended", () => {
    expect(told(each(after(permitted(), [people.requester, { type: "close" }]), today, "2027-01-05"))).toEqual([]);
  });
});

describe("before a grant ends", () => {
  const until = (day: string) => did(submitted(), record(special, "granted", { validUntil: day }));
  const told = (so: Case) => so.events.flatMap((event) => (event.type === "requirement.expiring" ? [event.data.days] : []));
  const tell = (so: Case, day: string) => give(so, worker, { type: "tellExpiry" }, on(day));

  test("its holder and the desks are told 60, 30 and 7 days ahead, once each", () => {
    let so = until("2027-03-31");
    for (let day = today; day <= "2027-04-10"; day = addDays(day, 1)) {
      const next = tell(so, day);
      if (!("refusals" in next)) so = next;
    }
    expect(so.events.flatMap((event) => (event.type === "requirement.expiring" ? [[event.at.slice(0, 10), event.data.days]] : []))).toEqual([["2027-01-30", 60], ["2027-03-01", 30], ["2027-03-24", 7]]);
    const last = so.events.at(-1);
    if (!last) throw new Error("no event");
    const whom = noticesFor(last, replay(so.events.slice(0, -1)), live(so));
    expect([...new Set(whom.map(({ to }) => to.as))]).toEqual(["requester", "team", "endorser", "desk"]);
    expect(whom.every(({ code, requirement, day }) => code === "requirementExpiring" && requirement === special && day === "2027-03-31")).toBe(true);
  });

  test("of warnings that were missed only the last is given; a new grant has its own", () => {
    const late = tell(until("2026-12-20"), today);
    if ("refusals" in late) throw new Error("refused");
    expect([told(late), codes(tell(late, addDays(today, 1)))]).toEqual([[30], ["nothingExpires"]]);
    const renewed = did(late, record(special, "granted", { validUntil: "2026-12-30" }));
    const again = tell(renewed, addDays(today, 20));
    if ("refusals" in again) throw new Error("refused");
    expect(told(again)).toEqual([30, 30]);
  });

  test("nobody is told of what has ended, of a request that is over, or by a person", () => {
    expect(codes(tell(until("2026-11-25"), "2026-11-26"))).toEqual(["nothingExpires"]);
    expect(codes(give(until("2026-12-20"), people.requester, { type: "tellExpiry" }))).toEqual(["notPermitted"]);
    expect(codes(tell(after(until("2026-12-20"), [people.requester, { type: "withdraw", reason: "No." }]), today))).toEqual(["wrongStatus"]);
  });
});

describe("what blocks", () => {
  test("says whose move each is: the desk's while it decides, and while a discrepancy is open", () => {
    expect(blocked(endorsed()).filter(({ step }) => step !== undefined)).toEqual([{ code: "stepOpen", by: "desk", step: "biosafety" }, { code: "stepOpen", by: "desk", step: "ethics" }]);
    const odd = after(ready(), [people.requester, { ...move("1"), controlPoint: "sz-bay" }]);
    expect(blocked(odd)).toEqual([{ code: "discrepancyOpen", by: "desk", discrepancy: live(odd).discrepancies[0]?.id }]);
    expect(codes(give(odd, people.requester, { type: "close" }))).toEqual(["discrepancyOpen"]);
    const settled = after(odd, [people.signOff, { type: "resolveDiscrepancy", discrepancy: live(odd).discrepancies[0]?.id, outcome: "explained", reason: "Diverted." }]);
    expect(blocked(settled)).toEqual([]);
  });

  test("what was recorded before these things were kept is replayed to the same state", () => {
    const states: LiveState[] = [live(permitted()), live(did(approved(), record(special, "refused")))];
    for (const state of states) expect(state.requirements.every(({ question, validFrom, limit, paper }) => question === undefined && validFrom === undefined && limit === undefined && paper === undefined)).toBe(true);
  });
});
