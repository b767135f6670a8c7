import { type Candidate, personsOf } from "../../access/candidate.ts";
import type { CaseStep } from "../../workflow/progress.ts";
import { isBeside } from "../../workflow/reviewers.ts";
import { writtenAs } from "../../workflow/step-name.ts";
import type { Context } from "../context.ts";
import { refusal, type Refusal } from "../refusal.ts";
import type { LiveState } from "../state.ts";

/**
 * Why somebody may never decide this step of this request: nobody decides their own, their team's (but for the endorser), or
 * two steps of one; nor does whoever stands in for one of those, or acts in their place.
 */
export function separationOf(candidate: Candidate, step: CaseStep, state: LiveState): Refusal[] {
  const { id, actsFor, standsInFor } = candidate;
  const persons = personsOf(candidate);
  const isOfTeam = (person: string) => state.team.includes(person) && person !== step.assignee;
  const other = state.deciders.find((one) => one.step !== step.id && !keptTogether(one.step, step, state) && isOneOf(one, persons));
  const represented = [...(actsFor !== null && (actsFor === state.requester || isOfTeam(actsFor)) ? [actsFor] : []), ...standsInFor.filter((person) => person !== actsFor && (person === state.requester || state.team.includes(person)))];
  return [
    ...(id === state.requester ? [refusal("ownRequest")] : []),
    ...(isOfTeam(id) ? [refusal("teamMember")] : []),
    ...(represented.length > 0 && id !== state.requester ? [refusal("standsInForParty")] : []),
    ...(other ? [refusal("decidedAnotherStep", { step: other.step })] : []),
    ...(hasAdvised(id, step, state) ? [refusal("advisedOnIt")] : []),
    ...(step.decisions.some((one) => isOneOf(one, persons)) ? [refusal("decidedAlready", { step: step.id })] : []),
  ];
}

/** Two people approve each other's requests only so often in a year, where the step says so. This approval would be one more of ours. */
export function mutualRefusals({ people }: CaseStep, approvals: Context["approvals"]): Refusal[] {
  const most = people?.mutual;
  if (most === undefined || approvals === null) return [];
  return Math.min(approvals.ours + 1, approvals.theirs) > most ? [refusal("mutualApproval", { most })] : [];
}

/** Whether a decision was made by one of these, or in the place of one of them. */
export function isOneOf(decision: { readonly person: string; readonly for?: string | undefined }, persons: readonly string[]): boolean {
  return persons.includes(decision.person) || (decision.for !== undefined && persons.includes(decision.for));
}

/** Whoever advised on a request decides nothing of it, unless the step is reserved to whoever was asked. */
function hasAdvised(person: string, { people }: CaseStep, { advisers }: LiveState): boolean {
  return people?.reserved !== true && advisers.includes(person);
}

/** A definition can say that steps of one desk go to one officer; the reviews of single lines are one step of it. */
export function keptTogether(earlier: string, step: CaseStep, { steps }: LiveState): boolean {
  const other = steps.find(({ id }) => id === earlier);
  // Whoever was added to a step is another person than whoever has it.
  if (other?.desk !== step.desk || isBeside(other, step)) return false;
  const sameReview = step.line !== undefined && other.line !== undefined && writtenAs(step.id) === writtenAs(other.id);
  return sameReview || step.people?.keep === true || other.people?.keep === true;
}
