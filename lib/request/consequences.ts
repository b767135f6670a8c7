import { balance, exceeds } from "../permit/balance.ts";
import type { JointOutcome } from "../workflow/definition.ts";
import { allDone, amongOf, canBeEnough, type CaseStep, isEnough, isPending } from "../workflow/progress.ts";
import { tallyAt } from "../workflow/members.ts";
import type { Context } from "./context.ts";
import type { NewHappening } from "./events.ts";
import { beforePermit, isMet } from "./requirement.ts";
import { type Amendment, type LiveState, permitOf, type RequestState } from "./state.ts";
import { waitRefusals } from "./waits.ts";

/** What would take from a quota waits, but for these steps. */
export type HoldingBack = { readonly but: readonly string[] };

/**
 * What follows by itself from a state, one thing at a time, until nothing does: a vote that has come out, an authority's answer that
 * was waited for, steps that are settled, the outcome of a request or of an amendment, a permit. Nothing else decides without a person.
 */
export function consequence(state: RequestState, { today, fresh, waits, holdsBack }: Pick<Context, "today" | "fresh" | "waits"> & { readonly holdsBack?: HoldingBack | undefined }): NewHappening | null {
  if (state.status === "none") return null;
  // While a rejection is looked at again nothing follows from it by itself.
  if (state.appeal?.outcome === null) return null;
  if (state.amendment) return state.amendment.agreed ? amendedPermit(state, state.amendment, today) : (atStep(state, { today, holdsBack }) ?? ofCase(state, state.amendment.asked.outcome));
  if (state.status === "submitted" || state.status === "in-review") return atStep(state, { today, holdsBack }) ?? ofCase(state, state.outcome);
  if (state.status === "approved" && beforePermit(state.requirements, today).length === 0 && state.window.to >= today && waitRefusals(waits).length === 0) return permit(state, fresh.permitNumber);
  return null;
}

/** The open steps that are over but for what they would take from a quota: they go on once it has enough. */
export function waitingForQuota(state: LiveState, today: string): CaseStep[] {
  const isDeciding = state.amendment ? !state.amendment.agreed : state.status === "submitted" || state.status === "in-review";
  if (!isDeciding || state.appeal?.outcome === null) return [];
  return state.steps.filter((step) => step.status === "open" && step.reserves && isTaking(overAt(step, state, today)));
}

function isTaking(happening: Settled | null): boolean {
  return happening !== null && happening.data.outcome !== "rejected";
}

/** How a step is over without anybody deciding it any more; null while it is not. */
function overAt(step: CaseStep, state: LiveState, today: string): Settled | null {
  return voted(step, state) ?? signed(step) ?? answered(step, state, today);
}

function atStep(state: LiveState, { today, holdsBack }: { readonly today: string; readonly holdsBack: HoldingBack | undefined }): NewHappening | null {
  const open = state.steps.filter(({ status }) => status === "open");
  for (const step of open) {
    const happening = overAt(step, state, today);
    if (happening && !(holdsBack && step.reserves && isTaking(happening) && !holdsBack.but.includes(step.id))) return happening;
  }
  const settling = open.find((step) => step.needs.settles);
  const settled = settling && amongOf(settling.needs.of, state.steps).find(isPending);
  return settled ? ends(settled, "settled", "enough", settling.id) : null;
}

function voted(step: CaseStep, { deciders }: LiveState): Settled | null {
  const outcome = tallyAt(step, deciders)?.outcome;
  if (outcome === "approved" || outcome === "rejected") return ends(step, outcome, "vote", null);
  if (outcome !== "tied" || step.casting === null) return null;
  return ends(step, step.casting.vote === "for" ? "approved" : "rejected", "vote", null);
}

/** Where everybody decides, and whoever had not stands aside or decided elsewhere, those who are left have; or the case was moved to a version that asks for no more than had signed. */
function signed(step: CaseStep): Settled | null {
  const { everybody, decisions, decisionsNeeded } = step;
  if (decisions.length === 0 || decisions.length < decisionsNeeded) return null;
  return ends(step, decisions.some(({ outcome }) => outcome === "approved-with-conditions") ? "approved-with-conditions" : "approved", everybody ? "everybody" : "signatures", null);
}

/** Where a step waits for an authority: refused once one answer is no, approved once all are in. */
function answered(step: CaseStep, state: LiveState, today: string): Settled | null {
  const { awaits, since } = step;
  if (!awaits) return null;
  const asked = (state.amendment?.requirements ?? state.requirements).filter(({ id }) => awaits.requirements.includes(id));
  const counts = ({ recordedAt }: (typeof asked)[number]) => awaits.keeps || (recordedAt !== undefined && since !== null && recordedAt >= since);
  const refused = asked.find((one) => one.status === "refused" && counts(one));
  if (refused) return ends(step, "rejected", "requirement", refused.id);
  const last = asked.at(-1);
  return last && asked.every((one) => one.status === "waived" || (isMet(one, today) && counts(one))) ? ends(step, "approved", "requirement", last.id) : null;
}

type Settled = Extract<NewHappening, { type: "step.settled" }>;
type Ending = Settled["data"];

function ends({ id, round }: CaseStep, outcome: Ending["outcome"], by: Ending["by"], rule: string | null): Settled {
  return { type: "step.settled", data: { step: id, round, outcome, by, rule } };
}

/** The outcome of a request or of its amendment: no once it cannot be approved any more, yes once every step is over. */
function ofCase(state: LiveState, joint: JointOutcome | null): NewHappening | null {
  const { steps } = state;
  const rejecting = steps.findLast((step) => step.outcome === "rejected" && !step.joint) ?? lostJointly(steps, joint) ?? deadEnd(steps);
  if (rejecting) return { type: state.amendment ? "amendment.refused" : "request.rejected", data: { step: rejecting.id, round: rejecting.round, reasons: [] } };
  const left = wonJointly(steps, joint);
  if (left) return ends(left, "settled", "joint", null);
  return allDone(steps) ? { type: state.amendment ? "amendment.approved" : "request.approved", data: {} } : null;
}

/** The step whose rejection made the joint outcome impossible. */
function lostJointly(steps: readonly CaseStep[], joint: JointOutcome | null): CaseStep | undefined {
  const of = amongOf(joint?.of ?? [], steps);
  return joint && !canBeEnough(joint.join, of) ? of.findLast((step) => step.outcome === "rejected") : undefined;
}

/** Where enough are approved and the rule settles the rest: the next of the rest. */
function wonJointly(steps: readonly CaseStep[], joint: JointOutcome | null): CaseStep | undefined {
  const of = amongOf(joint?.of ?? [], steps);
  return joint?.settles && isEnough(joint.join, of) ? of.find(isPending) : undefined;
}

/** Nothing is open, so what waits, or waits for what waits, can never open: the case has come to its end by the step that was rejected. */
function deadEnd(steps: readonly CaseStep[]): CaseStep | undefined {
  const stuck = steps.some(({ status }) => status === "waiting") && !steps.some(({ status }) => status === "open");
  return stuck ? steps.findLast(({ outcome }) => outcome === "rejected") : undefined;
}

/** The amended permit follows once what is due before it is there. */
function amendedPermit(state: LiveState, { asked, requirements }: Amendment, today: string): NewHappening | null {
  const held = permitOf(state);
  if (held === null || asked.window.to < today || beforePermit(requirements, today).length > 0) return null;
  // What crossed while it was being decided may have used more than the new limit.
  if (exceeds(balance(held.limit, state.movements).used, asked.limit.value)) return null;
  return { type: "permit.amended", data: { number: held.number, limit: asked.limit, validFrom: asked.window.from, validUntil: asked.window.to, controlPoint: asked.corridor.controlPoint } };
}

function permit({ limit, window, corridor }: LiveState, number: string): NewHappening {
  return { type: "permit.issued", data: { number, limit, validFrom: window.from, validUntil: window.to, controlPoint: corridor.controlPoint } };
}
