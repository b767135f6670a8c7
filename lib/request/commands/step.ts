import { ledgerOf } from "../../account/ledger.ts";
import { can, holdsAnywhere } from "../../access/can.ts";
import { candidateAt, candidateFor, personsOf } from "../../access/candidate.ts";
import { leads } from "../../access/heads.ts";
import type { Decision } from "../../workflow/definition.ts";
import { keptBy } from "../../workflow/holder.ts";
import type { CaseStep } from "../../workflow/progress.ts";
import { asideAt } from "../../workflow/reviewers.ts";
import { isPerson, type Context, type Target } from "../context.ts";
import { refusal, type Refusal } from "../refusal.ts";
import { live } from "../rule.ts";
import type { LiveState } from "../state.ts";
import { mutualRefusals, separationOf } from "./separation.ts";
import { needsStatus } from "./shared.ts";

/** Permission to decide a step: as staff of its desk, as the person whom the requester named, or as whoever it was handed on to. Without a step: any of them. */
export function mayTouchStep(target: Target, context: Context, step?: string): boolean {
  const state = live(target);
  if (!state) return false;
  return state.steps.some((one) => (step === undefined || one.id === step) && touches(one, state, context));
}

function touches(step: CaseStep, state: LiveState, { actor }: Context): boolean {
  if (can(actor, "step.decide", { desks: [step.desk] })) return true;
  if (!isPerson(actor)) return false;
  if (step.people?.reserved && step.referrals.some(({ person }) => person === actor.id)) return true;
  if (step.substitutes.includes(actor.id) && holdsAnywhere(actor, "step.decide")) return true;
  if (step.holder?.how === "delegated" && step.holder.person === actor.id) return true;
  return step.assignee === actor.id && can(actor, "request.endorse", { organisations: [state.home.organisation, ...(actor.organisation ? [actor.organisation] : [])] });
}

/** Why the actor may not take this decision at this step now; empty when they may. */
export function refusalsAtStep(decision: Decision, target: Target, context: Context, stepId: string | undefined): Refusal[] {
  const state = live(target);
  const step = state?.steps.find((one) => one.id === stepId);
  return [
    ...refusalsAtOpenStep(target, context, stepId),
    ...(step && !step.may.includes(decision) ? [refusal("notAllowedAtStep", { step: step.id })] : []),
    // The permit holds while it is amended, so there is nothing to send back: what is not clear is asked in the discussion.
    ...(decision === "return" && state?.amendment?.agreed === false ? [refusal("amendmentNotReturned")] : []),
    // Where members vote nobody decides alone; a question to the requester is no decision.
    ...(step && decision !== "return" ? membersVote(step) : []),
    ...(step && (decision === "approve" || decision === "approveWithConditions") ? mutualRefusals(step, context.approvals) : []),
    ...(step?.reserves && step.status === "open" && decision !== "reject" && decision !== "return" ? quotaRefusals(step, target, context) : []),
    ...(state && step ? [...notSuspended(step), ...aside(step, state, context), ...reserved(decision, step, context), ...(isAsked(step, context) ? [] : inOtherHands(step, context))] : []),
  ];
}

/** What the quota would say if the step were approved now; a signature that is not the last takes nothing yet. */
function quotaRefusals({ id, decisions, decisionsNeeded }: CaseStep, target: Target, { accounts }: Context): readonly Refusal[] {
  const state = live(target);
  if (!state || decisions.length + 1 < decisionsNeeded) return [];
  return ledgerOf({ ...state, steps: state.steps.map((one) => (one.id === id ? { ...one, status: "done", outcome: "approved" } : one)) }, accounts, "").refusals;
}

/** Why the actor may not vote at this step now, whatever the votes so far are. */
export function refusalsAtVote(target: Target, context: Context, stepId: string | undefined): Refusal[] {
  const state = live(target);
  const step = state?.steps.find((one) => one.id === stepId);
  return [
    ...refusalsAtOpenStep(target, context, stepId),
    ...(step && !step.vote ? [refusal("noVote", { step: step.id })] : []),
    ...(state && step ? [...notSuspended(step), ...aside(step, state, context)] : []),
  ];
}

/** Why the actor may do nothing at this step now. */
export function refusalsAtOpenStep(target: Target, context: Context, stepId: string | undefined): Refusal[] {
  return atOpenStep(target, stepId, (step, state) => separation(step, state, context));
}

/** What stands against a command about a step that is open, as `against` says of it; or why there is no such step now. */
export function atOpenStep(target: Target, stepId: string | undefined, against: (step: CaseStep, state: LiveState) => readonly Refusal[]): Refusal[] {
  const found = openStep(target, stepId);
  return "refusals" in found ? found.refusals : [...notOpen(found.step), ...against(found.step, found.state)];
}

/** Whoever stands aside at a step has no part in it: they do not take it, hand it on or ask about it. */
export function aside(step: CaseStep, { steps }: Pick<LiveState, "steps">, { actor }: Pick<Context, "actor">): Refusal[] {
  return isPerson(actor) && personsOf(candidateFor(step, actor)).some((person) => asideAt(step, steps).includes(person)) ? [refusal("recused", { step: step.id })] : [];
}

/** The step a command names while its request, or an amendment of it, is with the desks; or why there is none. */
export function openStep(target: Target, stepId: string | undefined): { readonly step: CaseStep; readonly state: LiveState } | { readonly refusals: Refusal[] } {
  const state = live(target);
  const wrong = state?.amendment?.agreed === false ? [] : needsStatus(target, "submitted", "in-review");
  if (!state || wrong.length > 0) return { refusals: wrong };
  const step = state.steps.find((one) => one.id === stepId);
  return step ? { step, state } : { refusals: [refusal("unknownStep", { step: stepId ?? "" }, "step")] };
}

/** A step that is reserved to whoever is asked: its officers put the question, they do not approve or reject. */
function reserved(decision: Decision, step: CaseStep, context: Context): Refusal[] {
  return step.people?.reserved && decision !== "return" && !isAsked(step, context) ? [refusal("reservedToAsked", { step: step.id })] : [];
}

/** Whether it is the actor's answer that a reserved step waits for. */
function isAsked({ people, referrals }: CaseStep, { actor }: Context): boolean {
  return people?.reserved === true && isPerson(actor) && referrals.some(({ person, status }) => person === actor.id && status === "open");
}

export function notSuspended(step: CaseStep): Refusal[] {
  return step.suspended === null ? [] : [refusal("stepSuspended", { step: step.id })];
}

/** Where members vote the step is all of theirs: it is in nobody's hands, and none of them decides it alone. */
export function membersVote({ id, vote }: Pick<CaseStep, "id" | "vote">): Refusal[] {
  return vote ? [refusal("membersVote", { step: id })] : [];
}

export function notOpen(step: CaseStep): Refusal[] {
  return step.status === "open" ? [] : [refusal("stepNotOpen", { step: step.id, status: step.status }, "step")];
}

/** What keeps the actor from ever deciding this step; the named endorser's is theirs, or the head's in their place. */
export function separation(step: CaseStep, state: LiveState, { actor }: Context): Refusal[] {
  if (!isPerson(actor)) return [refusal("notPermitted")];
  const isNamed = step.assignee === actor.id || step.holder?.person === actor.id;
  return [...separationOf(candidateFor(step, actor), step, state), ...(step.assignee !== null && !isNamed && !leads(actor, step.desk) ? [refusal("notNamed", { step: step.id })] : [])];
}

/** Somebody else has it in hand. Its head may decide it all the same, and so may who stands in for the holder. */
export function inOtherHands(step: CaseStep, { actor, names }: Context): Refusal[] {
  const holder = keptBy(step);
  if (holder === null || !isPerson(actor) || holder === actor.id || candidateAt(step.desk, actor).actsFor === holder || leads(actor, step.desk)) return [];
  return [refusal("heldByOther", { step: step.id, person: names[holder] ?? holder })];
}

/** The step a decision is about; the caller has asked `refusalsAtStep` first. */
export function stepOf(target: Target, id: string): CaseStep {
  const step = live(target)?.steps.find((one) => one.id === id);
  if (!step) throw new Error(`no step ${id}`);
  return step;
}
