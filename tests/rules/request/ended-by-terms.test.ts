import { describe, expect, test } from "vitest";
import { allowed } from "../../../lib/request/allowed.ts";
import { onDay } from "../../../lib/request/on-day.ts";
import { permitOf, permitStatus } from "../../../lib/request/state.ts";
import { aContext, aPerson, after, type Case, codes, give, move, must, people, ready, stateOf } from "./builders.ts";

/* Between midnight and the worker's round: a permit whose days are over has ended, whether or not that was written down. */

const worker = { kind: "worker" } as const;
const why = { reason: "Because." };
const onFirst = (day: string) => ({ today: day, now: `${day}T02:00:00.000Z` });
const renewal = { type: "renew" as const, window: { from: "2026-12-31", to: "2027-03-31" }, ...why };
const past: readonly (readonly [string, () => Case, string])[] = [
  ["its last day", () => ready(), "2027-01-01"],
  ["its last day, with a renewal asked for in time", () => must(give(ready(), people.requester, renewal, onFirst("2026-12-31"))), "2027-01-01"],
  ["its last day, suspended", () => after(ready(), [people.signOff, { type: "suspend", ...why }]), "2027-01-01"],
  ["the day before its revocation takes effect", () => after(ready(), [people.signOff, { type: "revoke", from: "2026-12-01", ...why }]), "2026-12-01"],
  ["the day before its revocation takes effect, with something outside", () => after(ready(), [people.requester, move("3")], [people.signOff, { type: "revoke", from: "2026-12-01", ...why }]), "2026-12-01"],
];

describe.each(past)("a permit past %s", (_, so, day) => {
  const change = onFirst(day);
  const [unwritten, written] = [so(), must(give(so(), worker, { type: "expire" }, change))];
  const all = [...Object.values(people), aPerson("elsewhere", [["desk-lead", { kind: "desk", id: "um.sign-off" }]], "um")];

  test("lets everybody do what they may once its end is written down, and no more, for the same reasons", () => {
    for (const who of all) {
      const shown = (one: Case) => allowed(one.target, aContext(who, change));
      expect([who.name, shown(unwritten)]).toEqual([who.name, shown(written)]);
    }
  });

  test("is not suspended, reinstated, reissued, revoked, renewed, amended or closed any more", () => {
    const acts = [{ type: "suspend", ...why }, { type: "reinstate", ...why }, { type: "reissue", ...why }, { type: "revoke", ...why }] as const;
    for (const act of acts) expect([act.type, codes(give(unwritten, people.signOff, act, change))]).toEqual([act.type, ["wrongStatus"]]);
    for (const act of [renewal, { type: "amend", limit: { value: "20", unit: "container" }, ...why }, { type: "close" }] as const) expect([act.type, codes(give(unwritten, people.requester, act, change))]).toEqual([act.type, ["wrongStatus"]]);
  });

  test("is shown as it will be written down, with the number of its last entry", () => {
    const [shown, then] = [onDay(stateOf(unwritten), day), stateOf(written)];
    expect([shown.status, permitStatus(shown, permitOf(shown)!), shown.endedOn, shown.seq, shown.version]).toEqual([then.status, permitStatus(then, permitOf(then)!), then.endedOn, then.seq - 1, then.version - 1]);
  });
});

test("on its last day a permit holds", () => {
  expect([onDay(stateOf(ready()), "2026-12-31").status, onDay(stateOf(past[3]![1]()), "2026-11-30").status]).toEqual(["permitted", "permitted"]);
});

test("what left in time is recorded, and a renewal decided, before the end is written down as after it", () => {
  const out = after(ready(), [people.requester, move("3")]);
  expect(codes(give(out, people.requester, { ...move("3"), direction: "return", at: "2027-01-01T01:00:00Z" }, onFirst("2027-01-01")))).toEqual([]);
  expect(codes(give(past[1]![1](), people.pi, { type: "approve", step: "endorsement" }, onFirst("2027-01-01")))).toEqual([]);
});
