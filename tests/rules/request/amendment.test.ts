import { describe, expect, test } from "vitest";
import { amendmentAgainst } from "../../../lib/request/amending.ts";
import { readableFacts } from "../../../lib/request/answers.ts";
import type { Context } from "../../../lib/request/context.ts";
import { replay } from "../../../lib/request/evolve.ts";
import { permitOf } from "../../../lib/request/state.ts";
import { aCase, aContext, aDraft, after, aPerson, approved, type Case, codes, give, grant, move, people, ready, serum, stateOf, submitted, today } from "./builders.ts";

const more = { type: "amend" as const, facts: { "sample.quantity": 40 }, reason: "Ten more patients." };
const asked = () => after(ready(), [people.requester, more]);
const rounds = (one: Case) => stateOf(one).steps.map(({ id, status, round }) => `${id} ${round} ${status}`);
const agree = (one: Case) => after(one, [people.pi, { type: "approve", step: "endorsement" }], [people.signOff, { type: "approve", step: "sign-off" }], [people.acceptance, { type: "approve", step: "acceptance" }]);

describe("amending by difference", () => {
  test("asks only the desks whose facts or findings changed, and names what changed", () => {
    expect(rounds(asked())).toEqual(["endorsement 2 open", "biosafety 1 done", "ethics 1 done", "sign-off 2 waiting", "acceptance 2 waiting"]);
    expect(asked().events.at(-1)).toMatchObject({ type: "amendment.requested", data: { as: "amendment", changed: ["sample.quantity", "limit"], stands: ["biosafety", "ethics"] } });
    expect(stateOf(after(ready(), [people.requester, { ...more, facts: { "sample.un": "UN2814" } }])).amendment?.changed).toEqual(["sample.un"]);
  });

  test("until it is decided the permit holds under its old terms", () => {
    const one = asked();
    expect([stateOf(one).status, permitOf(stateOf(one))?.limit.value, stateOf(one).limit.value]).toEqual(["permitted", "30", "30"]);
    expect(codes(give(one, people.requester, move("31")))).toEqual(["overLimit"]);
    expect(stateOf(after(one, [people.requester, move("30")])).movements).toHaveLength(1);
  });

  test("approved, the permit keeps its number and holds under the new terms, by an event of its own", () => {
    const done = agree(asked());
    expect(done.events.slice(-2).map(({ type }) => type)).toEqual(["amendment.approved", "permit.amended"]);
    expect(permitOf(stateOf(done))).toMatchObject({ number: "CWP-0000-0000-0000", limit: { value: "40", unit: "container" } });
    expect(stateOf(done)).toMatchObject({ status: "permitted", amendment: null, changed: ["sample.quantity", "limit"] });
    expect(codes(give(done, people.requester, move("40")))).toEqual([]);
  });

  test("refused, everything is as it was, every desk's decision too, and no round is spoken of twice", () => {
    const refused = after(asked(), [people.pi, { type: "approve", step: "endorsement" }], [people.signOff, { type: "reject", step: "sign-off", reasons: [{ code: "capacity", text: "No room." }] }]);
    expect(refused.events.at(-1)?.type).toBe("amendment.refused");
    expect(stateOf(refused)).toMatchObject({ status: "permitted", amendment: null, limit: { value: "30" } });
    expect(rounds(refused)).toEqual(rounds(ready()));
    expect(stateOf(refused).steps.map(({ lastRound }) => lastRound)).toEqual([2, 1, 1, 2, 2]);
    expect(stateOf(asked()).amendment?.person).toBe(people.requester.id);
    expect(rounds(after(refused, [people.requester, more]))).toEqual(["endorsement 3 open", "biosafety 1 done", "ethics 1 done", "sign-off 3 waiting", "acceptance 3 waiting"]);
  });

  test("it is withdrawn by its requester, and then nobody decides any more", () => {
    const withdrawn = after(asked(), [people.requester, { type: "withdrawAmendment", reason: "Enough as it is." }]);
    expect(rounds(withdrawn)).toEqual(rounds(ready()));
    expect(codes(give(withdrawn, people.pi, { type: "approve", step: "endorsement" }))).toEqual(["wrongStatus"]);
    expect(codes(give(withdrawn, people.requester, { type: "withdrawAmendment", reason: "Again." }))).toEqual(["noAmendment"]);
    expect(codes(give(asked(), people.signOff, { type: "withdrawAmendment", reason: "Not mine." }))).toEqual(["notPermitted"]);
  });

  test("new rules that it brings hold the amended permit, not the asking, and can be recorded meanwhile", () => {
    const one = after(ready(), [people.requester, { type: "amend", facts: { "sample.cites": "II", "sample.live_wild_origin": false }, reason: "A protected species." }]);
    const known = stateOf(ready()).requirements.map(({ id }) => id);
    const fresh = stateOf(one).amendment?.requirements.filter(({ id, due }) => !known.includes(id) && (due === "before-permit" || due === "before-submission")).map(({ id }) => id) ?? [];
    expect(fresh).not.toEqual([]);
    expect(stateOf(one).requirements.map(({ id }) => id)).toEqual(known);
    const recorded = fresh.reduce((so, id) => after(so, [people.requester, grant(id)]), one);
    expect(stateOf(recorded).amendment?.requirements.filter(({ id }) => fresh.includes(id)).map(({ status }) => status)).toEqual(fresh.map(() => "granted"));
  });

  test("the same person may decide a step again; nobody decides their own, their team's or two steps", () => {
    expect(codes(give(asked(), people.requester, { type: "approve", step: "endorsement" }))).toEqual(["notPermitted"]);
    const next = after(asked(), [people.pi, { type: "approve", step: "endorsement" }]);
    expect(codes(give(next, people.teammate, { type: "approve", step: "sign-off" }))).toEqual(["teamMember"]);
    expect(codes(give(next, people.both, { type: "approve", step: "sign-off" }))).toEqual([]);
  });

  test("it is not sent back: the permit holds, so there is nothing to return", () => {
    expect(codes(give(asked(), people.pi, { type: "return", step: "endorsement", questions: [{ text: "Why?" }] }))).toEqual(["amendmentNotReturned"]);
  });

  test("another corridor is another request; what changes nothing, what is wrong, and a second one at once are refused", () => {
    const amend = (change: object, one = ready()) => codes(give(one, people.requester, { type: "amend", reason: "So.", ...change }));
    expect(amend({ facts: { "to.city": "macao" } })).toContain("routeFixed");
    expect(amend({})).toEqual(["nothingChanged"]);
    expect(amend({ facts: { "sample.quantity": 30 } })).toEqual(["nothingChanged"]);
    expect(amend({ facts: { "sample.nothing": 1 } })).toEqual(["unknownFact"]);
    expect(amend({ claims: ["no-such-programme"] })).toEqual(["notOffered"]);
    expect(amend({ window: { from: "2026-12-31", to: "2026-12-01" } })).toContain("windowReversed");
    expect(amend({ limit: { value: "10", unit: "container" } }, after(ready(), [people.requester, move("20")]))).toEqual(["limitBelowUsed"]);
    expect(amend({ limit: { value: "0", unit: "container" } })).toEqual(["notPositive"]);
    expect(amend({ facts: { "sample.quantity": 50 } }, asked())).toEqual(["amendmentOpen"]);
  });

  test("only what is approved is amended, only by its requester or team, and only within its window", () => {
    expect(codes(give(submitted(), people.requester, more))).toEqual(["wrongStatus"]);
    for (const who of [people.signOff, people.auditor, people.stranger]) expect(codes(give(ready(), who, more))).toEqual(["notPermitted"]);
    expect(codes(give(ready(), people.teammate, more))).toEqual([]);
    expect(codes(give(ready(), people.requester, more, { today: "2026-12-31" }))).toEqual([]);
    expect(codes(give(ready(), people.requester, more, { today: "2027-01-01" }))).toEqual(["wrongStatus"]);
    expect(codes(give(approved(), people.requester, more, { today: "2027-01-01" }))).toEqual(["outsideWindow"]);
  });

  test("approved but without a permit yet, the permit waits for the amendment and is then issued under its terms", () => {
    const one = after(approved(), [people.requester, more], ...["cn-special-goods-permit", "hk-biological-import-599a", "cn-hgr-scope-determination"].map((id) => [people.requester, grant(id)] as const));
    expect(stateOf(one).status).toBe("approved");
    const done = agree(one);
    expect(done.events.slice(-2).map(({ type }) => type)).toEqual(["amendment.approved", "permit.issued"]);
    expect(permitOf(stateOf(done))?.limit.value).toBe("40");
  });

  test("what was decided under other terms is replayed to the same state", () => {
    for (const one of [asked(), agree(asked()), after(asked(), [people.requester, { type: "withdrawAmendment", reason: "No." }])]) expect(replay(one.events)).toEqual(stateOf(one));
  });
});

describe("an amendment is told", () => {
  const told = (act: object, so = ready(), change: Partial<Context> = {}) => {
    const outcome = give(so, people.requester, { type: "amend", reason: "So.", ...act }, change);
    return "refusals" in outcome ? outcome.refusals.map(({ code, path, params }) => [code, path, params]) : [];
  };
  const window = (from: string, to: string) => ({ window: { from, to } });

  test("what it cannot be a change of, and when it is too late for one", () => {
    expect(told({}, aCase())).toEqual([["wrongStatus", undefined, { status: "draft" }]]);
    expect(amendmentAgainst({ at: "draft" }, aContext(people.requester))).toEqual([{ code: "wrongStatus", params: { status: "draft" } }]);
    expect(told({ facts: { "transit.jurs": ["CN"] } }).map(([code]) => code)).toContain("prohibited");
    expect(told({}, submitted())).toEqual([["wrongStatus", undefined, { status: "submitted" }]]);
    expect(told({}, approved(), { today: "2027-01-01" })).toEqual([["outsideWindow", undefined, { from: "2026-11-24", to: "2026-12-31" }]]);
    expect(told({ facts: { "to.city": "macao" } }).find(([, path]) => path === "facts.to.city")).toEqual(["routeFixed", "facts.to.city", { fact: "to.city" }]);
  });

  test("that it changes nothing, also where the limit is written otherwise", () => {
    for (const value of ["30", "30.0", "030.00"]) expect([value, told({ limit: { value, unit: "container" } })]).toEqual([value, [["nothingChanged", undefined, undefined]]]);
  });

  test("that what crossed is more than it would be for, or is counted otherwise; while nothing has, it is for anything", () => {
    const moved = after(ready(), [people.requester, move("20")]);
    expect(told({ limit: { value: "10", unit: "container" } }, moved)).toEqual([["limitBelowUsed", "limit.value", { used: "20", unit: "container" }]]);
    expect(told({ limit: { value: "10", unit: "mL" } }, moved)).toEqual([["wrongUnit", "limit.unit", { unit: "container" }]]);
    expect([told({ limit: { value: "20", unit: "container" } }, moved), told({ limit: { value: "10", unit: "mL" } }), told({ limit: { value: "10", unit: "mL" } }, approved())]).toEqual([[], [], []]);
  });

  test("nothing of a crossing whose day is over, but of a window that is, and of a crossing outside the window that it names itself", () => {
    const later = { today: "2026-12-15", now: "2026-12-15T02:00:00.000Z" };
    expect(told({ facts: { "sample.quantity": 40 } }, ready(), later)).toEqual([]);
    expect(told(window("2026-11-24", "2026-12-12"), ready(), later)).toEqual([["dateInPast", "window.to", { day: "2026-12-12" }]]);
    expect(told({ facts: { date: "2026-12-10" }, ...window("2026-12-20", "2026-12-31") })).toEqual([["crossingOutsideWindow", "facts.date", { from: "2026-12-20", to: "2026-12-31" }]]);
    expect(told({ facts: { date: "2026-12-10" }, ...window("2026-12-20", "2026-12-31") }, ready(), later)).toEqual([["crossingOutsideWindow", "facts.date", { from: "2026-12-20", to: "2026-12-31" }]]);
  });

  test.each<[string, object]>([
    ["is not there yet", { status: "open", validUntil: null }],
    ["was refused", { status: "refused", validUntil: null }],
    ["is asked about", { status: "queried", validUntil: null }],
    ["is over", { status: "granted", validUntil: "2026-11-23" }],
    ["does not hold yet", { status: "granted", validUntil: null, validFrom: "2026-12-01" }],
  ])("nothing of what an authority has to say: that %s holds the amended permit, not the asking", (_, change) => {
    const state = stateOf(ready());
    const so: Case = { events: [], target: { at: "live", state: { ...state, requirements: state.requirements.map((one) => (one.id === "cn-ethics-review" ? { ...one, ...change } : one)) } } };
    expect(told({ facts: { "sample.quantity": 40 } }, so)).toEqual([]);
  });
});

describe("the request as it would be", () => {
  const of = (act: object, so = ready(), change: Partial<Context> = {}) => {
    const outcome = give(so, people.requester, { type: "amend", reason: "So.", ...act }, change);
    if ("refusals" in outcome) throw new Error(codes(outcome).join());
    const { amendment } = stateOf(outcome);
    return amendment && { crossing: amendment.asked.crossing, limit: `${amendment.asked.limit.value} ${amendment.asked.limit.unit}`, changed: amendment.changed };
  };
  const window = (from: string, to: string) => ({ window: { from, to } });

  test("crosses as planned, or on the first day to come of a window that leaves that out", () => {
    expect([of(window("2026-12-10", "2026-12-31"))?.crossing, of(window("2026-11-24", "2026-12-10"))?.crossing, of(window("2026-12-11", "2026-12-31"))?.crossing, of(window("2026-11-20", "2026-12-09"))?.crossing]).toEqual(["2026-12-10", "2026-12-10", "2026-12-11", today]);
    expect(of({ facts: { date: "2026-12-20" }, ...window("2026-12-15", "2026-12-31") })?.crossing).toBe("2026-12-20");
    expect([of(window("2026-12-01", "2026-12-31"))?.changed, of(window("2026-11-24", "2026-12-30"))?.changed]).toEqual([["window"], ["window"]]);
  });

  test("is for what was asked for by itself, and follows the answers where nothing was; another unit is a change as well", () => {
    const asked = (limit: { readonly value: string; readonly unit: string }): Case => ({ events: [], target: { at: "live", state: { ...stateOf(ready()), limit } } });
    const more = { facts: { "sample.quantity": 40 } };
    expect([of(more)?.limit, of(more, asked({ value: "20", unit: "container" }))?.limit, of(more, asked({ value: "30", unit: "mL" }))?.limit]).toEqual(["40 container", "20 container", "30 mL"]);
    expect(of({ limit: { value: "30", unit: "mL" } })).toMatchObject({ limit: "30 mL", changed: ["limit"] });
  });
});

describe("claims of several programme desks", () => {
  const [fast, pilot] = ["cn-special-goods-hetao-fast", "cn-hgr-hk-branch-pilot"];
  const office = (id: string, programme: string) => ({ id: `${id}.programme`, organisation: id, function: "programme" as const, programmes: [programme], staff: ["one"] });
  const runs = (id: string) => aPerson(id, [["desk-officer", { kind: "desk", id: `${id}.programme` }]], id);
  const zone = { ...serum, "from.city": "shenzhen", "from.zone": "hetao_sz", "org.from.hetao_whitelist": true, "org.hgr_pilot_branch": true, "sample.hgr_material": "cell_containing", "sample.hgr_clinical_trial_no_export": false, checkpoint: "futian-lmcsl", mode: "land_vehicle" };
  const weighed = { desks: [...aContext(people.requester).desks, office("goods", fast), office("pilot", pilot)], answers: { title: "Serum", facts: readableFacts("sample", zone, null), lines: [] } };

  test("each desk keeps its step, and what it decided, when the claim before its own is dropped", () => {
    const must = (so: Case, ...[actor, act]: readonly [Parameters<typeof give>[1], Parameters<typeof give>[2]]) => {
      const next = give(so, actor, act, weighed);
      if ("refusals" in next) throw new Error(`${act.type}: ${JSON.stringify(next.refusals)}`);
      return next;
    };
    const officers: Readonly<Record<string, Parameters<typeof give>[1]>> = { endorsement: people.pi, "programme.goods": runs("goods"), "programme.pilot": runs("pilot"), biosafety: people.biosafety, ethics: people.ethics, "sign-off": people.signOff, acceptance: people.acceptance };
    const decideAll = (so: Case): Case => {
      const open = stateOf(so).steps.find(({ status }) => status === "open");
      return open ? decideAll(must(so, officers[open.id] ?? people.stranger, { type: "approve", step: open.id })) : so;
    };
    const decided = decideAll(must(aCase(aDraft({ facts: zone, claims: [fast, pilot], team: [] })), people.requester, { type: "submit" }));
    const holds = stateOf(decided).requirements.filter(({ status }) => status === "open").reduce((so, { id }) => must(so, people.requester, grant(id)), decided);
    expect(stateOf(holds).status).toBe("permitted");

    const amended = must(holds, people.requester, { type: "amend", claims: [pilot], facts: { "sample.quantity": 20 }, reason: "Not by the fast lane." });
    const programmes = (so: Case) => stateOf(so).steps.flatMap(({ id, round, decisions }) => (id.startsWith("programme") ? [[id, round, decisions.map(({ person }) => person)]] : []));
    expect(stateOf(amended).amendment?.changed).toEqual(["sample.quantity", "limit", "claims"]);
    expect(programmes(decideAll(amended))).toEqual([["programme.pilot", 1, ["person-pilot"]]]);
  });
});
