import { appealStep } from "./appeal.ts";
import { stillEscalated } from "./escalated.ts";
import { handsOf } from "./holder.ts";
import { freshStep, reopened, type CaseStep } from "./progress.ts";
import { withReviewers } from "./reviewers.ts";
import type { PlannedStep } from "./plan.ts";

/** What becomes of the decisions of steps that are planned anew. `at` is when. */
export type Carrying = {
  readonly at: string;
  /** The ids of the steps whose decisions stand. */
  readonly stands: readonly string[];
  /** Whether anything changed that a desk had been shown. */
  readonly edited: boolean;
};

/** The steps of a case as they are now planned, each with what had come of it: what stands stands, and says since when; the others decide again. A second look that is over is no step of any plan, and stays. */
export function carried(planned: readonly PlannedStep[], before: readonly CaseStep[], { at, stands, edited }: Carrying): CaseStep[] {
  const anew = withReviewers(planned, before).map((step) => {
    const known = before.find(({ id }) => id === step.id);
    if (!known) return freshStep(step);
    return stillEscalated(again(known, step), known);
  });
  return [...anew, ...before.filter(({ id }) => id === appealStep)];

  function again(known: CaseStep, step: PlannedStep): CaseStep {
    if (known.outcome === "returned") return reopened(known, freshStep(step));
    if (!edited) return kept(known, step);
    if (stands.includes(step.id)) return { ...kept(known, step), stands: at };
    return hasCome(known) ? reopened(known, freshStep(step)) : { ...freshStep(step), round: known.round, lastRound: known.lastRound, ran: known.ran, extended: known.extended, previously: known.previously, recused: known.recused, substitutes: known.substitutes, ...handsOf(known) };
  }
}

/** Whether something has come of a step in this round: a decision, a vote, that it was settled or dropped. */
export function hasCome({ outcome, decisions, ballots, settledBy }: CaseStep): boolean {
  return outcome === "dropped" || decisions.length > 0 || ballots.length > 0 || settledBy !== null;
}

/** Whether a step is decided, or has the first of its signatures: what was said with it holds. */
export function isDecided({ status, decisions }: CaseStep): boolean {
  return status === "done" || decisions.length > 0;
}

/**
 * The step as it is now planned, with everything that happened at it. What was decided was decided in the way and with what it took;
 * whether its outcome alone ends the request is for the plan to say.
 */
function kept(before: CaseStep, planned: PlannedStep): CaseStep {
  const { joint: _joint, reserves: took, ...had } = before;
  const { reserves, ...asPlanned } = planned;
  const takes = before.status === "done" ? took : reserves;
  return { ...(before.status === "done" ? had : happened(before)), ...asPlanned, ...(takes && { reserves: takes }) };
}

/** What has come of a step, without what only its plan says of it. */
function happened({ people: _p, line: _l, everybody: _e, vote: _v, members: _m, awaits: _a, droppable: _d, beside: _b, reserves: _r, joint: _j, escalated: _t, ...rest }: CaseStep) {
  return rest;
}
