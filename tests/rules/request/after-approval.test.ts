import { describe, expect, test } from "vitest";
import { replay } from "../../../lib/request/evolve.ts";
import { permitOf, permitStatus } from "../../../lib/request/state.ts";
import { aPerson, after, approved, type Case, codes, endorsed, give, move, must, outcomeOf, people, ready, stateOf, submitted, whyNot } from "./builders.ts";

const worker = { kind: "worker" } as const;
const why = { reason: "Because." };
const permit = (one: Case) => {
  const held = permitOf(stateOf(one));
  if (!held) throw new Error("no permit");
  return held;
};
const onDay = (day: string) => ({ today: day, now: `${day}T02:00:00.000Z` });
const outcome = (one: Case, actor: Parameters<typeof give>[1], act: Parameters<typeof give>[2], day?: string): Case => {
  const next = give(one, actor, act, day === undefined ? {} : onDay(day));
  if ("refusals" in next) throw new Error(JSON.stringify(next.refusals));
  return next;
};

describe("renewing", () => {
  const renew = (to: string) => ({ type: "renew" as const, window: { from: "2026-12-31", to }, ...why });

  test("is still asked for on the last day of the window, and refused after it", () => {
    expect(codes(give(ready(), people.requester, renew("2027-03-31"), onDay("2026-12-31")))).toEqual([]);
    expect(codes(give(ready(), people.requester, renew("2027-03-31"), onDay("2027-01-01")))).toEqual(["wrongStatus"]);
    const over = outcome(ready(), worker, { type: "expire" }, "2027-01-01");
    expect(codes(give(over, people.requester, renew("2027-03-31"), onDay("2027-01-01")))).toEqual(["wrongStatus"]);
  });

  test("what was asked for in time is decided though the permit has expired meanwhile, and then it holds again", () => {
    const asked = outcome(ready(), people.requester, renew("2027-03-31"), "2026-12-31");
    const expired = outcome(asked, worker, { type: "expire" }, "2027-01-01");
    expect(stateOf(expired).status).toBe("expired");
    expect(codes(give(expired, people.requester, move("1"), onDay("2027-01-02")))).toEqual(["wrongStatus"]);
    const deciders = { endorsement: people.pi, biosafety: people.biosafety, ethics: people.ethics, "sign-off": people.signOff, acceptance: people.acceptance } as const;
    let so = expired;
    for (let open = stateOf(so).steps.find(({ status }) => status === "open"); open; open = stateOf(so).steps.find(({ status }) => status === "open")) so = outcome(so, deciders[open.id as keyof typeof deciders], { type: "approve", step: open.id }, "2027-01-04");
    expect([stateOf(so).status, permit(so).validUntil, permit(so).number]).toEqual(["permitted", "2027-03-31", "CWP-0000-0000-0000"]);
    expect(replay(so.events)).toEqual(stateOf(so));
  });

  test("ends later than the permit does; a crossing that was planned before it moves into the window", () => {
    expect(codes(give(ready(), people.requester, renew("2026-12-31")))).toEqual(["windowNotLater"]);
    const asked = after(ready(), [people.requester, { type: "renew", window: { from: "2027-01-04", to: "2027-03-31" }, ...why }]);
    expect(stateOf(asked).amendment).toMatchObject({ as: "renewal", changed: ["date", "window"], asked: { crossing: "2027-01-04" } });
  });
});

describe("suspending", () => {
  const suspended = () => after(ready(), [people.signOff, { type: "suspend", ...why }]);

  test("lets nothing cross until the permit is reinstated", () => {
    expect(permitStatus(stateOf(suspended()), permit(suspended()))).toBe("suspended");
    expect(codes(give(suspended(), people.requester, move("1")))).toEqual(["permitSuspended"]);
    const again = after(suspended(), [people.signOff, { type: "reinstate", ...why }]);
    expect(permitStatus(stateOf(again), permit(again))).toBe("valid");
    expect(stateOf(after(again, [people.requester, move("1")])).movements).toHaveLength(1);
  });

  test("is for the head of a desk, once; reinstating only what is suspended", () => {
    for (const who of [people.requester, people.biosafety, people.auditor, people.stranger]) expect(codes(give(ready(), who, { type: "suspend", ...why }))).toEqual(["notPermitted"]);
    expect(codes(give(suspended(), people.signOff, { type: "suspend", ...why }))).toEqual(["permitSuspended"]);
    expect(codes(give(ready(), people.signOff, { type: "reinstate", ...why }))).toEqual(["notSuspended"]);
    expect(codes(give(approved(), people.signOff, { type: "suspend", ...why }))).toEqual(["wrongStatus"]);
    expect(codes(give(suspended(), people.requester, { type: "reinstate", ...why }))).toEqual(["notPermitted"]);
  });

  test("a suspended permit can be revoked, and expires like any other", () => {
    expect(stateOf(after(suspended(), [people.signOff, { type: "revoke", ...why }])).status).toBe("revoked");
    expect(stateOf(outcome(suspended(), worker, { type: "expire" }, "2027-01-01")).status).toBe("expired");
  });
});

describe("revoking from a day to come", () => {
  const announced = () => after(ready(), [people.signOff, { type: "revoke", from: "2026-12-01", ...why }]);

  test("until then the permit holds, from then on nothing leaves, and the system says when it took effect", () => {
    expect([stateOf(announced()).status, permit(announced()).revokedFrom]).toEqual(["permitted", "2026-12-01"]);
    expect(stateOf(after(announced(), [people.requester, move("1")])).movements).toHaveLength(1);
    expect(codes(give(announced(), people.requester, { ...move("1"), at: "2026-12-01T01:00:00Z" }, onDay("2026-12-01")))).toEqual(["wrongStatus"]);
    expect(codes(give(announced(), worker, { type: "expire" }, onDay("2026-11-30")))).toEqual(["wrongStatus"]);
    const ended = outcome(announced(), worker, { type: "expire" }, "2026-12-01");
    expect([stateOf(ended).status, ended.events.at(-1)?.data]).toEqual(["revoked", { reason: null, announced: true }]);
  });

  test("a day gone by, and one past the permit's last, are refused; today is at once", () => {
    expect(codes(give(ready(), people.signOff, { type: "revoke", from: "2026-11-23", ...why }))).toEqual(["dateInPast"]);
    expect(codes(give(ready(), people.signOff, { type: "revoke", from: "2027-01-01", ...why }))).toEqual(["outsideWindow"]);
    expect(stateOf(after(ready(), [people.signOff, { type: "revoke", from: "2026-11-24", ...why }])).status).toBe("revoked");
    expect(stateOf(after(announced(), [people.signOff, { type: "revoke", ...why }])).status).toBe("revoked");
  });
});

describe("reissuing", () => {
  test("gives a new number for the same terms; the old one is void", () => {
    const next = give(ready(), people.signOff, { type: "reissue", ...why }, { fresh: { permitNumber: "CWP-1111-1111-1111", id: "x" } });
    const one = "refusals" in next ? ready() : next;
    expect(permit(one)).toMatchObject({ number: "CWP-1111-1111-1111", earlier: ["CWP-0000-0000-0000"], limit: { value: "30" }, validUntil: "2026-12-31" });
    for (const who of [people.requester, people.biosafety, people.auditor]) expect(codes(give(ready(), who, { type: "reissue", ...why }))).toEqual(["notPermitted"]);
    expect(codes(give(approved(), people.signOff, { type: "reissue", ...why }))).toEqual(["wrongStatus"]);
  });

  test("each number is replaced once: whoever meant it too is told by which, and names that to replace it as well", () => {
    const anew = (so: Case, number: string, act = {}) => give(so, people.signOff, { type: "reissue", ...why, ...act }, { fresh: { permitNumber: number, id: "x" } });
    const [first, second, third] = ["CWP-0000-0000-0000", "CWP-1111-1111-1111", "CWP-2222-2222-2222"];
    const so = must(anew(ready(), second, { replaces: first }));
    for (const act of [{}, { replaces: first }]) expect(whyNot(anew(so, third, act))).toEqual([["reissuedAlready", "replaces", { replaces: first, number: second }]]);
    expect(whyNot(anew(so, third, { replaces: third }))).toEqual([["otherPermit", "replaces", { number: second }]]);
    expect(permit(must(anew(so, third, { replaces: second })))).toMatchObject({ number: third, earlier: [first, second] });
  });
});

describe("correcting", () => {
  const correct = { type: "correct" as const, what: 2, text: "The reference is R/3." };
  const entry = (person: string | null) => ({ entry: { type: "step.approved" as const, person } });

  test("is an entry of its own that names the one that is wrong; nothing is rewritten", () => {
    const next = give(endorsed(), people.pi, correct, entry(people.pi.id));
    const events = "refusals" in next ? [] : next.events;
    expect(events.slice(0, -1)).toEqual(endorsed().events);
    expect(events.at(-1)).toMatchObject({ type: "entry.corrected", data: { entry: 2, of: "step.approved" } });
  });

  test("is for whoever made the entry, and for the head of a desk", () => {
    expect(codes(give(endorsed(), people.signOff, correct, entry(people.pi.id)))).toEqual([]);
    expect(codes(give(endorsed(), people.biosafety, correct, entry(people.pi.id)))).toEqual(["notYourEntry"]);
    for (const who of [people.auditor, people.stranger]) expect(codes(give(endorsed(), who, correct, entry(who.id)))).toEqual(["notPermitted"]);
  });

  test("an entry that is not there, and what was said to a few, are refused", () => {
    expect(codes(give(endorsed(), people.requester, correct))).toEqual(["unknownEntry"]);
    expect(codes(give(endorsed(), people.requester, correct, { entry: { type: "comment.added", person: people.requester.id } }))).toEqual(["notCorrectable"]);
  });
});

describe("handing the request over", () => {
  const to = { type: "transfer" as const, to: people.teammate.id, ...why };

  test("a desk makes a teammate the requester, and rights swap", () => {
    const next = after(ready(), [people.signOff, to]);
    expect(stateOf(next)).toMatchObject({ requester: people.teammate.id, team: [people.requester.id], submittedBy: people.requester.id });
    expect(codes(give(after(endorsed(), [people.biosafety, to]), people.teammate, { type: "withdraw", ...why }))).toEqual([]);
    expect(codes(give(after(endorsed(), [people.biosafety, to]), people.requester, { type: "withdraw", ...why }))).toEqual(["notRequester"]);
  });

  test("not by themselves, not by the requester, and only to somebody of the team", () => {
    expect(codes(give(ready(), people.teammate, to))).toEqual(["teamMember"]);
    expect(codes(give(ready(), people.requester, to))).toEqual(["notPermitted"]);
    expect(codes(give(ready(), people.signOff, { ...to, to: people.stranger.id }))).toEqual(["notTeammate"]);
    expect(codes(give(after(submitted(), [people.requester, { type: "withdraw", ...why }]), people.signOff, to))).toEqual(["wrongStatus"]);
  });
});

describe("closing", () => {
  test("by the requester, the team or the head of a desk once there is a permit", () => {
    for (const who of [people.requester, people.teammate, people.signOff]) expect(stateOf(after(ready(), [who, { type: "close" }])).status).toBe("closed");
    expect(codes(give(ready(), people.biosafety, { type: "close" }))).toEqual(["notPermitted"]);
  });

  test("by a desk while it was sent back or waits for a permit that does not come; its requester withdraws it instead", () => {
    const returned = after(endorsed(), [people.biosafety, { type: "return", step: "biosafety", questions: [{ text: "How many?" }] }]);
    for (const one of [returned, approved()]) {
      const closed = after(one, [people.biosafety, { type: "close", ...why }]);
      expect([stateOf(closed).status, permitOf(stateOf(closed)), stateOf(closed).steps.filter(({ status }) => status === "open")]).toEqual(["closed", null, []]);
      expect(replay(closed.events)).toEqual(stateOf(closed));
      expect(codes(give(one, people.requester, { type: "close" }))).toEqual(["wrongStatus"]);
    }
    expect(codes(give(endorsed(), people.biosafety, { type: "close" }))).not.toEqual([]);
  });

  test("where it waits, not by an officer of a desk who is of the team: they withdraw it too", () => {
    expect(whyNot(outcomeOf(approved(), people.teammate, { type: "close", ...why }))).toEqual([["wrongStatus", undefined, { status: "approved" }]]);
    expect(whyNot(outcomeOf(endorsed(), people.signOff, { type: "close", ...why }))).toEqual([["wrongStatus", undefined, { status: "in-review" }]]);
  });

  test("without a reason where none is given, with what was not settled counted where it is refused", () => {
    const data = (act: object) => after(ready(), [people.requester, { type: "close", ...act }]).events.at(-1)?.data;
    expect([data({}), data(why)]).toEqual([{ reason: null }, { reason: { digest: expect.any(String) } }]);
    const unlike = after(ready(), [people.requester, { ...move("3"), controlPoint: "sz-bay" }]);
    expect(whyNot(outcomeOf(unlike, people.requester, { type: "close" }))).toEqual([["discrepancyOpen", undefined, { count: 1 }]]);
  });

  test("WCP 18: withdrawal only before the permit is issued", () => {
    const returned = after(endorsed(), [people.biosafety, { type: "return", step: "biosafety", questions: [{ text: "How many?" }] }]);
    for (const one of [submitted(), endorsed(), returned, approved()]) expect(codes(give(one, people.requester, { type: "withdraw", ...why }))).toEqual([]);
    expect(codes(give(ready(), people.requester, { type: "withdraw", ...why }))).toEqual(["wrongStatus"]);
  });
});

test("somebody with a role elsewhere has no say over a permit", () => {
  const lead = aPerson("elsewhere", [["desk-lead", { kind: "desk", id: "um.sign-off" }]], "um");
  for (const type of ["suspend", "reinstate", "revoke", "reissue"] as const) expect(codes(give(ready(), lead, { type, ...why }))).toEqual(["notPermitted"]);
});
