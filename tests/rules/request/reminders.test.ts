import { describe, expect, test } from "vitest";
import { noticesFor } from "../../../lib/notice/notices.ts";
import { recipients } from "../../../lib/notice/recipients.ts";
import type { CaseStep } from "../../../lib/workflow/progress.ts";
import { tellDay, toTell } from "../../../lib/workflow/reminders.ts";
import { after, type Case, codes, endorsed, give, people, stateOf } from "./builders.ts";

const worker = { kind: "worker" } as const;
const act = { type: "tellClock", step: "biosafety" } as const;
const on = (day: string) => ({ now: `${day}T01:00:00.000Z`, today: day });
const at = (so: Case) => {
  const step = stateOf(so).steps.find(({ id }) => id === "biosafety");
  if (!step) throw new Error("no step");
  return step;
};
function withClock(so: Case, clock: Partial<NonNullable<CaseStep["clock"]>>): Case {
  const state = stateOf(so);
  return { ...so, target: { at: "live", state: { ...state, steps: state.steps.map((step) => (step.id === "biosafety" && step.clock ? { ...step, clock: { ...step.clock, ...clock } } : step)) } } };
}
const told = (so: Case, day: string) => {
  const next = give(so, worker, act, on(day));
  if ("refusals" in next) throw new Error(JSON.stringify(next.refusals));
  return next;
};
const types = (so: Case) => so.events.slice(endorsed().events.length).map(({ type, data }) => ("share" in data ? `${type} ${data.share}` : type));

// Ten working days of Hong Kong from Tuesday, 24 November 2026: half are gone with 1 December, four fifths with the 4th, all with the 8th.
const started = () => withClock(endorsed(), { workingDays: 10, calendars: ["HK"] });

describe("the clock of a step", () => {
  test("reminds at half, tells the head at four fifths, and says at its end that it is over; each once, on the day after", () => {
    expect(codes(give(started(), worker, act, on("2026-12-01")))).toEqual(["nothingToTell"]);
    const half = told(started(), "2026-12-02");
    expect(types(half)).toEqual(["step.reminded 50"]);
    expect(codes(give(half, worker, act, on("2026-12-02")))).toEqual(["nothingToTell"]);
    const most = told(half, "2026-12-05");
    const all = told(most, "2026-12-09");
    expect(types(all)).toEqual(["step.reminded 50", "step.reminded 80", "step.escalated"]);
    expect(codes(give(all, worker, act, on("2027-01-30")))).toEqual(["nothingToTell"]);
    expect([at(all).status, at(all).desk]).toEqual(["open", "hku.biosafety"]);
  });
  test("catches up with everything that nobody was there to say", () => expect(types(told(started(), "2026-12-20"))).toEqual(["step.reminded 50", "step.reminded 80", "step.escalated"]));
  test("says nothing while it stands, and nothing twice after it was extended", () => {
    const aside = after(started(), [people.biosafety, { type: "suspendStep", step: "biosafety", reason: "x" }]);
    expect(codes(give(aside, worker, act, on("2026-12-20")))).toEqual(["nothingToTell"]);
    expect(tellDay(at(aside))).toBeNull();
  });
  test("knows the day on which it next has something to say", () => {
    const days = [started(), told(started(), "2026-12-02"), told(started(), "2026-12-05"), told(started(), "2026-12-09")].map((so) => tellDay(at(so)));
    expect(days).toEqual(["2026-12-02", "2026-12-05", "2026-12-09", null]);
  });
  test("takes the step to the next desk where the definition names one: it is in nobody’s hands there, and that desk decides it", () => {
    const held = after(withClock(started(), { escalatesTo: "hku.acceptance" }), [people.biosafety, { type: "claim", step: "biosafety" }]);
    const so = told(held, "2026-12-20");
    expect([at(so).desk, at(so).holder]).toEqual(["hku.acceptance", null]);
    expect(codes(give(so, people.acceptance, { type: "approve", step: "biosafety" }))).toEqual([]);
  });
  test("never decides by itself; what a definition lets lapse is left to that, and is not escalated", () => {
    const lapsing = withClock(started(), { onDue: { decides: "approved", rule: "tacit-approval" } });
    const so = told(lapsing, "2026-12-20");
    expect(types(so)).toEqual(["step.reminded 50", "step.reminded 80"]);
    expect(tellDay(at(so))).toBe("2026-12-09");
  });
  test("is over for what is not open, has not begun or stands, and tells each share from the moment on that its day is over", () => {
    const step = at(started());
    const due = (now: string, change: Partial<CaseStep> = {}) => toTell({ ...step, ...change }, now);
    // Half are gone with 1 December: at midnight in Asia/Shanghai.
    expect([due("2026-12-01T15:59:59.999Z"), due("2026-12-01T16:00:00.000Z"), due("2026-12-20T00:00:00.000Z"), due("2026-12-20T00:00:00.000Z", { told: [80] })]).toEqual([[], [50], [50, 80, 100], [50, 100]]);
    const [run] = step.ran;
    if (!run || !step.clock) throw new Error("no clock");
    for (const change of [{ status: "done" }, { status: "waiting" }, { ran: [] }, { ran: [{ ...run, to: "2026-12-19T00:00:00.000Z" }] }, { clock: null }] as Partial<CaseStep>[]) expect([due("2026-12-20T00:00:00.000Z", change), tellDay({ ...step, ...change })]).toEqual([[], null]);
    const lapsing = { clock: { ...step.clock, onDue: { decides: "approved", rule: "tacit-approval" } } } as Partial<CaseStep>;
    expect([due("2026-12-20T00:00:00.000Z", lapsing), tellDay({ ...step, ...lapsing }), tellDay({ ...step, ...lapsing, told: [50, 80, 100] }), tellDay({ ...step, told: [50, 80, 100] })]).toEqual([[50, 80], "2026-12-02", "2026-12-09", null]);
    expect(tellDay({ ...step, ...lapsing, status: "done" })).toBeNull();
  });
  test("is told by nobody but the system", () => expect(codes(give(started(), people.biosafety, act, on("2026-12-20")))).toEqual(["notPermitted"]));
});

test("half is said to whoever has the step, four fifths to the heads of the desk alone", () => {
  const held = after(started(), [people.biosafety, { type: "claim", step: "biosafety" }]);
  const so = told(held, "2026-12-20");
  const staff = (_desk: string, heads: boolean) => (heads ? ["the head"] : ["an officer", "the head"]);
  const toldOf = (share: number) => {
    const event = so.events.find(({ data }) => "share" in data && data.share === share);
    if (!event) throw new Error("not told");
    return recipients(event, noticesFor(event, stateOf(held), stateOf(held)), stateOf(held), { staffOf: staff }).map(({ person, notice }) => `${notice.code} ${person}`);
  };
  expect([toldOf(50), toldOf(80)]).toEqual([[`reminder ${people.biosafety.id}`], ["nearlyDue the head"]]);
});
