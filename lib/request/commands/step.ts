import { can } from "../../access/can.ts";
import type { Decision } from "../../workflow/definition.ts";
import type { CaseStep } from "../../workflow/progress.ts";
import { isPerson, type Context, type Target } from "../context.ts";
import { refusal, type Refusal } from "../refusal.ts";
import { live } from "../rule.ts";
import type { LiveState } from "../state.ts";
import { needsStatus } from "./shared.ts";

/** Permission to decide a step: as staff of its desk, or as the person whom the requester named. Without a step: any of them. */
export function mayTouchStep(target: Target, context: Context, step?: string): boolean {
  const state = live(target);
  if (!state) return false;
  return state.steps.some((one) => (step === undefined || one.id === step) && touches(one, state, context));
}

function touches(step: CaseStep, state: LiveState, { actor }: Context): boolean {
  if (can(actor, "step.decide", { desks: [step.desk] })) return true;
  return isPerson(actor) && step.assignee === actor.id && can(actor, "request.endorse", { organisations: [state.home.organisation, ...(actor.organisation ? [actor.organisation] : [])] });
}

/** Why the actor may not take this decision at this step now; empty when they may. */
export function refusalsAtStep(decision: Decision, target: Target, context: Context, stepId: string | undefined): Refusal[] {
  const state = live(target);
  const amending = state?.amendment?.agreed === false;
  const wrong = amending ? [] : needsStatus(target, "submitted", "in-review");
  if (!state || wrong.length > 0) return wrong;
  const step = state.steps.find((one) => one.id === stepId);
  if (!step) return [refusal("unknownStep", { step: stepId ?? "" }, "step")];
  return [
    ...(step.status === "open" ? [] : [refusal("stepNotOpen", { step: step.id, status: step.status }, "step")]),
    ...(step.may.includes(decision) ? [] : [refusal("notAllowedAtStep", { step: step.id })]),
    // The permit holds while it is amended, so there is nothing to send back: what is not clear is asked in the discussion.
    ...(amending && decision === "return" ? [refusal("amendmentNotReturned")] : []),
    ...separation(step, state, context),
  ];
}

/** Nobody decides their own request, their team's (but for the endorser), or two steps of one. */
function separation(step: CaseStep, state: LiveState, { actor }: Context): Refusal[] {
  if (!isPerson(actor)) return [refusal("notPermitted")];
  const named = step.assignee === actor.id;
  const head = can(actor, "permit.revoke", { desks: [step.desk] });
  return [
    ...(actor.id === state.requester ? [refusal("ownRequest")] : []),
    ...(state.team.includes(actor.id) && !named ? [refusal("teamMember")] : []),
    ...(step.assignee !== null && !named && !head ? [refusal("notNamed", { step: step.id })] : []),
    ...(state.deciders.some((one) => one.person === actor.id && one.step !== step.id) ? [refusal("decidedAnotherStep", { step: state.deciders.find((one) => one.person === actor.id)?.step ?? "" })] : []),
    ...(step.decisions.some((one) => one.person === actor.id) ? [refusal("decidedAlready", { step: step.id })] : []),
  ];
}

/** The step a decision is about; the caller has asked `refusalsAtStep` first. */
export function stepOf(target: Target, id: string): CaseStep {
  const step = live(target)?.steps.find((one) => one.id === id);
  if (!step) throw new Error(`no step ${id}`);
  return step;
}
