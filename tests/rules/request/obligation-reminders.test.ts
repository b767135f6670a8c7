import { describe, expect, test } from "vitest";
import { addDays } from "../../../lib/calendar/day.ts";
import { noticesFor } from "../../../lib/notice/notices.ts";
import type { Duty } from "../../../lib/request/duty.ts";
import { replay } from "../../../lib/request/evolve.ts";
import { openWithDays, remindersDue } from "../../../lib/request/obligation-reminders.ts";
import { obligationsIn } from "../../../lib/request/obligations.ts";
import { after, type Case, codes, give, grant, move, people, reviewed, stateOf, today } from "./builders.ts";

/* Whoever owes something is reminded of it, once each time. The permit runs from 2026-11-24 to 2026-12-31. */

const worker = { kind: "worker" } as const;
const on = (day: string) => ({ now: `${day}T02:00:00.000Z`, today: day });
const within = (is: Duty["is"], count: number, unit: Duty["unit"], from: Duty["from"]): Duty => ({ is, count, unit, from });

function asked(...duties: readonly Duty[]): Case {
  const so = after(reviewed(), [people.signOff, { type: "approve", step: "sign-off" }], [people.acceptance, { type: "approveWithConditions", step: "acceptance", conditions: duties.map((duty) => ({ text: "As agreed.", duty })) }]);
  return after(so, ...["cn-special-goods-permit", "hk-biological-import-599a", "cn-hgr-scope-determination", "int-un3373", "int-dry-ice"].map((id) => [people.requester, grant(id)] as const));
}

const tell = (so: Case, day: string) => give(so, worker, { type: "tellObligations" }, on(day));
const told = (so: Case) => so.events.flatMap((event) => (event.type === "obligation.reminded" && /^\d/.test(event.data.obligation) ? [[event.at.slice(0, 10), event.data.due, event.data.days]] : []));
const idOf = (so: Case, at = 0) => obligationsIn(stateOf(so), today)[at]?.id ?? "";

/** Asked every day, as the worker asks. */
function lived(so: Case, from: string, to: string): Case {
  let now = so;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const next = tell(now, day);
    if (!("refusals" in next)) now = next;
  }
  return now;
}

describe("whoever owes something", () => {
  test("is reminded 14, 7 and 1 days before its last day and told once it is late, each once", () => {
    const so = lived(asked(within("report", 30, "day", "permit")), today, "2027-02-01");
    expect(told(so)).toEqual([["2026-12-10", "2026-12-24", 14], ["2026-12-17", "2026-12-24", 7], ["2026-12-23", "2026-12-24", 1], ["2026-12-25", "2026-12-24", null]]);
  });

  test("gets, of reminders that were missed, only the last", () => {
    expect(told(lived(asked(within("report", 5, "day", "permit")), today, "2026-12-10"))).toEqual([["2026-11-24", "2026-11-29", 7], ["2026-11-28", "2026-11-29", 1], ["2026-11-30", "2026-11-29", null]]);
    expect(told(lived(asked(within("report", 5, "day", "permit")), "2026-12-08", "2026-12-10"))).toEqual([["2026-12-08", "2026-11-29", null]]);
  });

  test("is told of a last day that has moved as of a new one", () => {
    const crossed = after(asked(within("return", 10, "day", "crossing")), [people.requester, move("3")]);
    const first = lived(crossed, today, "2026-11-27");
    const again = give(first, people.requester, { ...move("2"), at: "2026-12-01T01:00:00Z" }, on("2026-12-01"));
    if ("refusals" in again) throw new Error(codes(again).join());
    expect(told(lived(again, "2026-12-01", "2026-12-01")).map(([, due, days]) => [due, days])).toEqual([["2026-12-04", 14], ["2026-12-04", 7], ["2026-12-11", 14]]);
  });

  test("hears no more of what is met or waived, and nothing of what has no last day yet or of papers that are kept", () => {
    const so = asked(within("report", 30, "day", "permit"), within("return", 10, "day", "crossing"), within("keepPapers", 1, "month", "permit"), within("publish", 31, "day", "permit"));
    const met = after(so, [people.requester, { type: "fulfilObligation", obligation: idOf(so), date: today, reference: "R/1" }], [people.acceptance, { type: "waiveObligation", obligation: idOf(so, 3), reason: "No." }]);
    expect(told(lived(met, today, "2027-03-01"))).toEqual([]);
    expect(openWithDays(stateOf(met)).map(({ kind, remindOn }) => [kind, remindOn])).toEqual([["keepPapers", null]]);
  });

  test("is reminded of each of two that are due on one day", () => {
    const so = asked(within("report", 30, "day", "permit"), within("publish", 30, "day", "permit"));
    const one = { obligation: idOf(so), due: "2026-12-24", days: 14 } as const;
    const state = { ...stateOf(so), remindedObligations: [one] };
    expect(remindersDue(state, "2026-12-10")).toEqual([{ ...one, obligation: idOf(so, 1) }]);
  });

  test("is reminded after the permit has ended, too", () => {
    const so = give(asked(within("publish", 30, "day", "end")), people.requester, { type: "close" }, on("2026-12-20"));
    if ("refusals" in so) throw new Error(codes(so).join());
    expect(told(lived(so, "2026-12-20", "2027-02-10")).map(([day]) => day)).toEqual(["2027-01-16", "2027-01-23", "2027-01-29", "2027-01-31"]);
  });

  test("is the requester and the team; when it is late the desk that asked is told as well, and each of what and since when", () => {
    const so = lived(asked(within("report", 30, "day", "permit")), today, "2027-02-01");
    const reminders = so.events.filter(({ type }) => type === "obligation.reminded");
    const whom = reminders.map((event) => noticesFor(event, replay(so.events.slice(0, event.seq - 1)), replay(so.events.slice(0, event.seq)) as Parameters<typeof noticesFor>[2]).map(({ code, to }) => `${code} ${to.as}`));
    expect(whom).toEqual([...[14, 7, 1].map(() => ["obligationDue requester", "obligationDue team"]), ["obligationLate requester", "obligationLate team", "obligationLate desk"]]);
    const [last] = noticesFor(so.events.at(-1) ?? so.events[0]!, stateOf(so), stateOf(so));
    expect(last).toMatchObject({ day: "2026-12-24", obligation: { kind: "report", requirement: null } });
  });
});

test("nobody but the system reminds, and only where something is due", () => {
  const so = asked(within("report", 30, "day", "permit"));
  expect(codes(give(so, people.requester, { type: "tellObligations" }, on("2026-12-10")))).toEqual(["notPermitted"]);
  expect(codes(tell(so, today))).toEqual(["nothingToRemind"]);
  expect(codes(tell(reviewed(), today))).toEqual(["wrongStatus"]);
});

test("what a rule asks for after a crossing keeps its time with the request, and is reminded of by it alone", () => {
  const so = asked();
  const clock = { days: 10, unit: "working_day", calendar: "CN", from: "effective" } as const;
  const state = { ...stateOf(after(so, [people.requester, move("3")])), requirements: [{ id: "gba-scc-filing", regime: "gba-scc-filing", type: "filing", due: "after-crossing", uncertain: false, status: "open", reference: null, date: null, validUntil: null, waivedBy: null, clock } as const] };
  expect(openWithDays(state)).toEqual([{ id: "gba-scc-filing", kind: "file", step: null, requirement: "gba-scc-filing", due: "2026-12-08", remindOn: "2026-11-24" }]);
  expect(remindersDue(state, "2026-12-01")).toEqual([{ obligation: "gba-scc-filing", due: "2026-12-08", days: 7 }]);
  const filed = { ...state, requirements: state.requirements.map((one) => ({ ...one, status: "granted", date: "2026-12-02" }) as const) };
  expect(remindersDue(filed, "2026-12-01")).toEqual([]);
});

describe("an attestation by years", () => {
  test("is a step of its own each year, and none is attested before its year begins", () => {
    const so = asked(within("attest", 3, "year", "permit"));
    expect(obligationsIn(stateOf(so), today).filter(({ kind }) => kind === "attest").map(({ year, due }) => [year, due])).toEqual([
      [{ nth: 1, of: 3, begins: "2026-11-24" }, "2027-11-24"],
      [{ nth: 2, of: 3, begins: "2027-11-24" }, "2028-11-24"],
      [{ nth: 3, of: 3, begins: "2028-11-24" }, "2029-11-24"],
    ]);
    const attest = (at: number, day: string) => give(so, people.requester, { type: "fulfilObligation", obligation: idOf(so, at), date: day, reference: "A/1" }, on(day));
    expect([codes(attest(0, "2027-06-01")), codes(attest(1, "2027-11-23")), codes(attest(1, "2027-11-24")), codes(attest(2, "2028-01-01"))]).toEqual([[], ["yearNotBegun"], [], ["yearNotBegun"]]);
  });

  test("is reminded of by the year", () => {
    const so = lived(asked(within("attest", 2, "year", "permit")), "2027-11-01", "2027-12-01");
    expect(told(so)).toEqual([["2027-11-10", "2027-11-24", 14], ["2027-11-17", "2027-11-24", 7], ["2027-11-23", "2027-11-24", 1], ["2027-11-25", "2027-11-24", null]]);
  });
});
