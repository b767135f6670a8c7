import { appealStep } from "../workflow/appeal.ts";
import { freshStep, progress, running, stopped, type CaseStep } from "../workflow/progress.ts";
import type { RequestEvent } from "./events.ts";
import type { LiveState, Submitted } from "./state.ts";

type Appealed = Extract<RequestEvent, { type: "request.appealed" }>;
type Decided = Extract<RequestEvent, { type: "appeal.decided" }>;

/** One more desk looks at the case; what was rejected stays as it is for now. */
export function appealed(state: Submitted, event: Appealed): LiveState {
  const { reason, against, desk, side, clock } = event.data;
  const before = state.steps.find(({ id }) => id === appealStep);
  const planned = freshStep({ id: appealStep, desk, side, assignee: null, needs: { join: "all", of: [] }, decisionsNeeded: 1, clock, may: [] });
  const round = (before?.lastRound ?? 0) + 1;
  const person = "person" in event.actor ? event.actor.person : null;
  const steps = [...state.steps.filter(({ id }) => id !== appealStep), { ...planned, round, lastRound: round }];
  return { ...state, status: "in-review", appeal: { at: event.at, person, reason, against, outcome: null }, steps: progress(steps, event.at) };
}

/** Overturned, the steps are as they were when the rejection ended them, and the one that was rejected counts as approved; the rejection stays among its decisions. */
export function appealDecided(state: LiveState, event: Decided, by: { readonly person: string; readonly for?: string }): LiveState {
  const { appeal, rejection } = state;
  if (appeal === null || rejection === null) throw new Error("an appeal is decided that nobody made");
  const { outcome } = event.data;
  const decision = { ...by, at: event.at, outcome, seq: event.seq } as const;
  const close = (step: CaseStep): CaseStep => (step.id === appealStep ? { ...stopped(step, event.at), status: "done", outcome, decisions: [decision], holder: null } : step);
  if (outcome === "upheld") return { ...common(state), status: "rejected", appeal: { ...appeal, outcome }, steps: state.steps.map(close) };
  const rejected = state.steps.find(({ id }) => id === rejection.step);
  const restored = rejection.before.map((step): CaseStep => {
    if (step.id === rejection.step) return { ...step, ...(rejected && { decisions: [...rejected.decisions, decision], ran: rejected.ran }), status: "done", outcome: "approved", holder: null };
    return step.status === "open" ? running(stopped(step, rejection.at), event.at) : step;
  });
  const look = state.steps.filter(({ id }) => id === appealStep).map(close);
  return { ...common(state), status: "in-review", rejection: null, appeal: { ...appeal, outcome }, steps: progress([...restored.filter(({ id }) => id !== appealStep), ...look], event.at) };
}

function common(state: LiveState): Submitted {
  const { status: _status, questions: _questions, permit: _permit, ...rest } = { questions: undefined, permit: undefined, ...state };
  return rest;
}
