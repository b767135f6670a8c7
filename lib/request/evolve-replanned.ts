import { carried, isDecided } from "../workflow/carry.ts";
import { progress } from "../workflow/progress.ts";
import type { RequestEvent } from "./events.ts";
import { requirementsOf } from "./requirement.ts";
import type { LiveState, Submitted } from "./state.ts";

/** The case under its new plan: what was decided is carried over, what is new opens when its turn comes, what is gone is not asked any more. */
export function replanned(state: Submitted, event: Extract<RequestEvent, { type: "request.replanned" }>): LiveState {
  const { workflow, steps: planned, stands = [], unconfirmed = [], clocks, outcome = null, reason: _r, kept: _k, gone: _g, fresh: _f, changed: _c, ...asked } = event.data;
  const steps = progress(carried(planned, state.steps, { at: event.at, stands, edited: true }), event.at);
  return {
    ...state,
    ...asked,
    outcome,
    workflow: { id: workflow.id, version: workflow.version },
    status: steps.some(({ status }) => status === "done") ? "in-review" : "submitted",
    steps,
    conditions: state.conditions.filter(({ step }) => steps.some((one) => one.id === step && isDecided(one))),
    requirements: requirementsOf({ findings: asked.findings, hostHere: "organisation" in state.host, unconfirmed, clocks }, state.requirements),
  };
}
