import { carried } from "../workflow/carry.ts";
import { progress, stopped, type CaseStep } from "../workflow/progress.ts";
import type { RequestEvent } from "./events.ts";
import { requirementsOf } from "./requirement.ts";
import type { Amendment, LiveState, Submitted } from "./state.ts";

type Requested = Extract<RequestEvent, { type: "amendment.requested" }>;

/** The desks that the difference concerns decide again; what was approved holds meanwhile. */
export function amendmentRequested<S extends LiveState>(state: S, event: Requested): S {
  const { as, reason, changed, stands = [], steps: planned, unconfirmed = [], clocks, outcome = null, ...asked } = event.data;
  const requirements = requirementsOf({ findings: asked.findings, hostHere: "organisation" in state.host, unconfirmed, clocks }, state.requirements);
  const amendment: Amendment = { as, reason, changed, asked: { ...asked, outcome }, requirements, agreed: false, at: event.at, person: "person" in event.actor ? event.actor.person : null, before: { steps: state.steps, conditions: state.conditions } };
  const again = carried(planned, state.steps, { at: event.at, stands, edited: true });
  return { ...state, amendment, steps: progress(again, event.at) };
}

/** The terms as they were, and every decision that stood under them. Rounds go on counting, so that no round is spoken of twice. */
export function withoutAmendment<S extends Submitted>(state: S): S {
  const { amendment } = state;
  if (amendment === null) return state;
  const steps = amendment.before.steps.map((step): CaseStep => ({ ...step, lastRound: Math.max(step.lastRound, state.steps.find(({ id }) => id === step.id)?.lastRound ?? 0) }));
  return { ...state, amendment: null, steps, conditions: amendment.before.conditions };
}

/** The new terms are those that hold: what was asked, what applies, and what it requires. */
export function amendmentInForce<S extends Submitted>(state: S, at: string): S {
  const { amendment } = state;
  if (amendment === null) throw new Error("an amendment is spoken of before it was asked for");
  const kept = amendment.before.conditions.filter(({ step }) => state.steps.some((one) => one.id === step && one.stands === amendment.at));
  return {
    ...state,
    ...amendment.asked,
    amendment: null,
    requirements: amendment.requirements,
    conditions: [...kept, ...state.conditions.slice(amendment.before.conditions.length)],
    steps: state.steps.map((step) => stopped(step, at)),
    answersBefore: state.answers,
    changed: amendment.changed,
  };
}
