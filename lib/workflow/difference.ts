import { canonical } from "../audit/chain.ts";
import type { PlannedStep } from "./plan.ts";
import type { CaseStep } from "./progress.ts";
import { withReviewers } from "./reviewers.ts";

/** What another plan does to the steps of a case, by id. `lost`: something was decided there, for which the plan has no place. */
export type PlanDifference = { readonly kept: readonly string[]; readonly gone: readonly string[]; readonly fresh: readonly string[]; readonly changed: readonly string[]; readonly lost: readonly string[] };

/** How the steps of a case would differ under another plan. Dropped and settled steps, and the step of an appeal, are left out of what is gone: nothing waits for them. */
export function differenceOf(before: readonly CaseStep[], plan: readonly PlannedStep[]): PlanDifference {
  const planned = withReviewers(plan, before);
  const after = (id: string) => planned.find((step) => step.id === id);
  const had = before.filter(({ status }) => status !== "cancelled");
  const decided = had.filter(({ decisions, ballots, settledBy }) => decisions.length > 0 || ballots.length > 0 || settledBy !== null);
  const both = had.flatMap((step) => {
    const next = after(step.id);
    return next ? [{ id: step.id, same: likeness(step) === likeness(next) }] : [];
  });
  return {
    kept: both.filter(({ same }) => same).map(({ id }) => id),
    changed: both.filter(({ same }) => !same).map(({ id }) => id),
    gone: had.filter(({ id }) => !after(id)).map(({ id }) => id),
    fresh: planned.filter(({ id }) => !before.some((step) => step.id === id)).map(({ id }) => id),
    lost: decided.filter((step) => !hasPlace(step, after(step.id))).map(({ id }) => id),
  };
}

/** Whether what came of a step so far can stand at the step as planned: at its desk, votes where members vote and signatures where officers sign, and a rejection that ends nothing by itself where that is so. */
function hasPlace({ desk, status, outcome, joint, ballots, decisions }: CaseStep, next: PlannedStep | undefined): boolean {
  if (next?.desk !== desk) return false;
  if (outcome === "rejected" && joint && !next.joint) return false;
  if (status === "done") return true;
  return (ballots.length === 0 || next.vote !== undefined) && (decisions.length === 0 || (next.vote === undefined && next.awaits === undefined));
}

export function isSame({ gone, fresh, changed }: PlanDifference): boolean {
  return gone.length === 0 && fresh.length === 0 && changed.length === 0;
}

/** All that a plan says of how a step is decided. Who staffs its desk is asked anew each day, and where everybody decides that says how many. */
function likeness({ desk, assignee, needs, decisionsNeeded, everybody, vote, clock, may, people, awaits, reserves, droppable, joint }: PlannedStep): string {
  return canonical({ desk, assignee, needs, decides: everybody ? "everybody" : decisionsNeeded, vote, clock, may, people, awaits, reserves, droppable, joint });
}
