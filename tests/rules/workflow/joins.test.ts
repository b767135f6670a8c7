import { describe, expect, test } from "vitest";
import { votersAt } from "../../../lib/workflow/members.ts";
import type { PlannedStep } from "../../../lib/workflow/plan.ts";
import { canBeEnough, type CaseStep, freshStep, isEnough, paused, progress, reopened, running, stopped } from "../../../lib/workflow/progress.ts";

const [before, now] = ["2026-11-20T02:00:00Z", "2026-11-24T02:00:00Z"];
const planned = (id: string, change: Partial<PlannedStep> = {}): PlannedStep => ({ id, desk: `smu.${id}`, side: "origin", assignee: null, needs: { join: "all", of: [] }, decisionsNeeded: 1, clock: { workingDays: 5, pausedWhileReturned: true, calendars: ["CN"] }, may: ["approve"], ...change });
const aStep = (id: string, change: Partial<CaseStep> = {}): CaseStep => ({ ...freshStep(planned(id)), ...change });

const kinds: Readonly<Record<string, Partial<CaseStep>>> = {
  approved: { status: "done", outcome: "approved" },
  conditions: { status: "done", outcome: "approved-with-conditions" },
  rejected: { status: "done", outcome: "rejected" },
  open: { status: "open" },
  waiting: { status: "waiting" },
  dropped: { status: "cancelled", outcome: "dropped" },
};
const steps = (said: string) => said.split(" ").map((kind, at) => aStep(`s${at}`, kinds[kind]));

describe("steps that are joined", () => {
  // Whether there are enough, and whether there still can be.
  test.each<["any" | "all" | number, string, boolean, boolean]>([
    ["any", "approved open", true, true],
    ["any", "rejected open", false, true],
    ["any", "rejected rejected", false, false],
    ["all", "approved conditions", true, true],
    ["all", "approved open", false, true],
    ["all", "approved rejected", false, false],
    // What was dropped is not counted on.
    ["all", "approved dropped", true, true],
    [2, "approved conditions waiting", true, true],
    [2, "approved waiting rejected", false, true],
    [2, "approved rejected rejected", false, false],
    [2, "approved dropped dropped", true, true],
    [2, "open dropped dropped", false, true],
  ])("%s of %s", (join, said, enough, can) => expect([isEnough(join, steps(said)), canBeEnough(join, steps(said))]).toEqual([enough, can]));

  test("open what waits for them once there are enough, and leave alone what is open, over, or waits for others", () => {
    const opened = (join: "any" | "all" | 2, said: string) => progress([...steps(said), aStep("next", { needs: { join, of: ["s0", "s1", "s2"] } })], now).at(-1);
    expect(opened("all", "approved approved dropped")).toMatchObject({ status: "open", since: now, ran: [{ from: now, to: null }] });
    expect([opened("all", "approved approved open"), opened(2, "approved open open"), opened(2, "approved approved open"), opened("any", "open open rejected"), opened("any", "open conditions rejected")].map((one) => one?.status)).toEqual(["waiting", "waiting", "open", "waiting", "open"]);
    const others = [aStep("s0", kinds.rejected), aStep("s1", { status: "open", since: before })];
    expect(progress(others, now)).toEqual(others);
  });

  test("count whoever was added beside one of them with it", () => {
    const next = aStep("next", { needs: { join: "all", of: ["s0"] } });
    const status = (reviewer: Partial<CaseStep> | undefined) => progress([aStep("s0", kinds.approved), aStep("s0.r2", { beside: "s0", ...reviewer }), next], now).at(-1)?.status;
    expect([status(kinds.open), status(kinds.approved)]).toEqual(["waiting", "open"]);
  });
});

describe("the clock of a step", () => {
  const going = aStep("s", { status: "open", ran: [{ from: before, to: null }] });

  test("goes on from now, unless it goes already or the step is put aside", () => {
    expect([running(aStep("s"), now).ran, running(going, now), running(aStep("s", { suspended: before }), now).ran]).toEqual([[{ from: now, to: null }], going, []]);
    const again = running(stopped(going, before), now);
    expect(again.ran).toEqual([{ from: before, to: before }, { from: now, to: null }]);
    expect(stopped(again, now).ran).toEqual([{ from: before, to: before }, { from: now, to: now }]);
  });

  test("stands still while the requester owes an answer, where its workflow does not say otherwise", () => {
    const clock = { workingDays: 5, pausedWhileReturned: false, calendars: ["CN"] };
    expect([paused(going, now).ran, paused({ ...going, clock }, now).ran, paused({ ...going, clock: null }, now).ran]).toEqual([[{ from: before, to: now }], [{ from: before, to: null }], [{ from: before, to: now }]]);
  });

  test("begins anew in another round where the desk had decided, and goes on with what was left where it had not, or asked", () => {
    const decision = { person: "officer", at: before, outcome: "approved" as const, seq: 3 };
    const had = aStep("s", { round: 2, lastRound: 3, ran: [{ from: before, to: now }], extended: 2, decisions: [{ ...decision, person: "first" }, { ...decision, person: "second" }, decision], recused: ["friend"], previously: "earlier", told: [50], holder: { person: "officer", how: "claimed", since: before, from: null } });
    const round = (change: Partial<CaseStep>) => reopened({ ...had, ...change }, planned("s"));
    const anew = { status: "waiting", outcome: null, round: 4, lastRound: 4, decisions: [], recused: ["friend"], previously: "officer", told: [], holder: null };
    expect(round({ status: "done", outcome: "approved" })).toMatchObject({ ...anew, ran: [], extended: null });
    for (const change of [{ status: "done", outcome: "returned" }, { status: "open" }] as const) expect(round(change)).toMatchObject({ ...anew, ran: had.ran, extended: 2 });
    expect(round({ status: "open", decisions: [] }).previously).toBe("earlier");
  });
});

describe("whoever may vote", () => {
  const vote = (change: Partial<Parameters<typeof votersAt>[0]>, ...deciders: Parameters<typeof votersAt>[1]) => votersAt({ id: "board", members: ["a", "b", "c"], substitutes: [], recused: [], ...change }, deciders);

  test("is a member who does not stand aside and decided no other step, in person or by who stood in for them", () => {
    expect([vote({}), vote({ recused: ["b"] }), vote({}, { step: "ethics", person: "a" }), vote({}, { step: "ethics", person: "locum", for: "c" })]).toEqual([["a", "b", "c"], ["a", "c"], ["b", "c"], ["a", "b"]]);
    expect(vote({}, { step: "board", person: "a" })).toEqual(["a", "b", "c"]);
    // Whoever was named in another's place is held to the same.
    expect([vote({ recused: ["b"], substitutes: ["d"] }), vote({ recused: ["d"], substitutes: ["d"] }), vote({ substitutes: ["d"] }, { step: "ethics", person: "d" })]).toEqual([["a", "c", "d"], ["a", "b", "c"], ["a", "b", "c"]]);
  });

  test("votes on every line of a table: they are one step", () => {
    const decided = { step: "board.1", person: "a" };
    expect([vote({ id: "board.2", line: 2 }, decided), vote({ id: "board.2" }, decided), vote({ id: "board.2", line: 2 }, { step: "ethics.1", person: "a" })]).toEqual([["a", "b", "c"], ["b", "c"], ["b", "c"]]);
  });
});
