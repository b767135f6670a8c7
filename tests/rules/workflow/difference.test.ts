import { describe, expect, test } from "vitest";
import { differenceOf, isSame, type PlanDifference } from "../../../lib/workflow/difference.ts";
import type { PlannedStep } from "../../../lib/workflow/plan.ts";
import { type CaseStep, freshStep } from "../../../lib/workflow/progress.ts";

/* What another plan does to a case: it is shown before a case is moved, so nothing that decides otherwise may be called the same. */

const clock = { workingDays: 5, pausedWhileReturned: true, calendars: ["CN"] } as const;
const vote = { present: "half", carries: "majority", veto: false, casting: false } as const;
const planned = (id: string, change: Partial<PlannedStep> = {}): PlannedStep => ({ id, desk: `smu.${id}`, side: "origin", assignee: null, needs: { join: "all", of: ["endorsement"] }, decisionsNeeded: 1, clock, may: ["approve", "reject"], ...change });
const had = (step: PlannedStep, change: Partial<CaseStep> = {}): CaseStep => ({ ...freshStep(step), ...change });
const between = (before: readonly CaseStep[], plan: readonly PlannedStep[]) => differenceOf(before, plan);
const none: PlanDifference = { kept: [], gone: [], fresh: [], changed: [], lost: [] };
const [officer, at] = ["officer", "2026-11-24T02:00:00Z"];

describe("another plan", () => {
  test("keeps what it asks in the same way, whatever has come of it", () => {
    const before = [had(planned("ethics"), { status: "open", holder: { person: officer, how: "claimed", since: at, from: null }, told: [50] })];
    expect(between(before, [planned("ethics")])).toEqual({ ...none, kept: ["ethics"] });
  });

  test.each<[string, Partial<PlannedStep>]>([
    ["asks another desk", { desk: "hku.ethics" }],
    ["asks somebody by name", { assignee: officer }],
    ["opens it by another join", { needs: { join: "any", of: ["endorsement"] } }],
    ["opens it after other steps", { needs: { join: "all", of: [] } }],
    ["ends the others once enough are approved", { needs: { join: "all", of: ["endorsement"], settles: true } }],
    ["takes more decisions", { decisionsNeeded: 2 }],
    ["gives it other days", { clock: { ...clock, workingDays: 6 } }],
    ["gives it no clock", { clock: null }],
    ["lets its clock run while the requester owes an answer", { clock: { ...clock, pausedWhileReturned: false } }],
    ["approves it by itself once its time is over", { clock: { ...clock, onDue: { decides: "approved", rule: "silence" } } }],
    ["asks another desk once its time is over", { clock: { ...clock, escalatesTo: "smu.sign-off" } }],
    ["lets less be done there", { may: ["approve"] }],
    ["has its members vote", { vote }],
    ["has everybody decide", { everybody: true }],
    ["has an authority's answer decide it", { awaits: { requirements: ["x"], keeps: false } }],
    ["keeps it with whoever had an earlier step", { people: { keep: true } }],
    ["takes from a quota", { reserves: { organisation: "smu", quota: "serum", year: 2026, amount: { value: "1", unit: "mL" } } }],
    ["has it dropped by the requester", { droppable: ["requester"] }],
    ["counts it towards a joint outcome", { joint: true }],
  ])("changes a step where it %s", (_, change) => {
    expect(between([had(planned("ethics"))], [planned("ethics", change)])).toEqual({ ...none, changed: ["ethics"] });
    expect(between([had(planned("ethics", change))], [planned("ethics", change)])).toEqual({ ...none, kept: ["ethics"] });
  });

  test("is not otherwise because of who staffs a desk today, or who has left the count", () => {
    const before = had(planned("board", { everybody: true, members: ["a", "b"], decisionsNeeded: 2 }), { recused: ["b"], decisionsNeeded: 1 });
    expect(between([before], [planned("board", { everybody: true, members: ["a", "b", "c"], decisionsNeeded: 3 })])).toEqual({ ...none, kept: ["board"] });
  });

  test("says what is new and what goes; what was dropped or settled before is not missed, and does not come anew", () => {
    expect(between([had(planned("ethics"))], [planned("customs")])).toEqual({ ...none, gone: ["ethics"], fresh: ["customs"] });
    const dropped = had(planned("ethics"), { status: "cancelled", outcome: "dropped" });
    expect([between([dropped], []), between([dropped], [planned("ethics")])]).toEqual([none, none]);
  });

  test("loses what was decided, voted or settled where it has no such step at that desk, and nothing else", () => {
    const decision = { person: officer, at, outcome: "approved" as const, seq: 3 };
    const losing = (change: Partial<CaseStep>, plan: readonly PlannedStep[] = []) => between([had(planned("ethics"), change)], plan).lost;
    const ballots = [{ person: officer, vote: "for" as const, at, seq: 3 }];
    for (const [come, how] of [[{ decisions: [decision] }, {}], [{ ballots }, { vote }], [{ settledBy: { by: "clock", rule: "silence", at } }, {}]] as const) {
      expect([losing(come), losing(come, [planned("ethics", { ...how, desk: "hku.ethics" })]), losing(come, [planned("ethics", how)])]).toEqual([["ethics"], ["ethics"], []]);
      expect(losing({ ...come, status: "cancelled" })).toEqual([]);
    }
    expect(losing({ status: "open" })).toEqual([]);
    // A vote and a signature count each in their own way, until the step is over.
    const other = [planned("ethics", { vote })];
    expect([losing({ ballots }, [planned("ethics")]), losing({ ballots, status: "done" }, [planned("ethics")]), losing({ decisions: [decision] }, other), losing({ decisions: [decision], status: "done" }, other)]).toEqual([["ethics"], [], ["ethics"], []]);
    const outvoted = { decisions: [decision], status: "done", outcome: "rejected", joint: true } as const;
    expect([losing(outvoted, [planned("ethics")]), losing(outvoted, [planned("ethics", { joint: true })])]).toEqual([["ethics"], []]);
  });

  test("asks a further reviewer again beside the step, and has none without it", () => {
    const [base, beside] = [had(planned("ethics")), had(planned("ethics.r2", { desk: "smu.ethics", beside: "ethics", droppable: ["lead"] }))];
    expect(between([base, beside], [planned("ethics")])).toEqual({ ...none, kept: ["ethics", "ethics.r2"] });
    expect(between([base, beside], [])).toEqual({ ...none, gone: ["ethics", "ethics.r2"] });
  });
});

test("a plan is the same where nothing goes, is new, or changes", () => {
  expect(isSame({ ...none, kept: ["a"] })).toBe(true);
  for (const one of ["gone", "fresh", "changed"] as const) expect(isSame({ ...none, [one]: ["a"] })).toBe(false);
});
