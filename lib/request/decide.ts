import { ledgerOf } from "../account/ledger.ts";
import type { Command } from "./command.ts";
import { ruleFor } from "./command.ts";
import { consequence, type HoldingBack, waitingForQuota } from "./consequences.ts";
import type { Context, Target } from "./context.ts";
import { eventActor } from "./event-actor.ts";
import type { EventActor, NewHappening } from "./events.ts";
import { imagine } from "./imagine.ts";
import { onToday } from "./on-day.ts";
import { refusal } from "./refusal.ts";
import { refused, type Outcome } from "./rule.ts";
import type { LiveState, RequestState } from "./state.ts";

/**
 * Decides a command: pure, from the command, what it is about and a context of plain values.
 * Permission is asked before any rule; then every reason against is given, not the first.
 */
export function decide(command: Command, recorded: Target, context: Context): Outcome {
  // Writing down that a permit has ended is about what is recorded, and all else about what holds today.
  const target = command.type === "expire" ? recorded : onToday(recorded, context);
  const rule = ruleFor(command.type);
  const step = "step" in command ? command.step : undefined;
  // An appeal is decided by one name, whether there is one or not.
  const isUnknown = step !== undefined && command.type !== "decideAppeal" && !isOfCase(step, target);
  if (!rule.permitted(target, context, isUnknown ? undefined : step)) return refused(refusal("notPermitted"));
  if (isUnknown) return refused(refusal("unknownStep", { step }, "step"));
  const version = target.at === "draft" ? target.draft.version : target.state.version;
  if (command.expectedVersion !== undefined && command.expectedVersion !== version) return refused(refusal("versionConflict", { version }));
  const against = rule.may(target, context, step);
  if (against.length > 0) return refused(...against);
  const outcome = rule.decide(command, target, context);
  if (!("events" in outcome)) return outcome;
  const by = eventActor(command, target, context);
  const whole = taken(withConsequences(outcome.events, recorded, context, by), recorded, context);
  return "refusals" in whole ? asFarAsQuotasGo(command, outcome.events, { target: recorded, context, by, short: whole }) : whole;
}

/** Whether a request has a step of that name; a draft has none yet, and what it may be given says so better. */
function isOfCase(step: string, target: Target): boolean {
  return target.at === "draft" || target.state.steps.some(({ id }) => id === step);
}

/**
 * Whoever votes, stands aside or records an answer takes nothing: a step that so is over waits for its quota, and for no other step's. To close a
 * vote is to take what its step takes, and to go on is to take something: where that cannot be, it is refused.
 */
function asFarAsQuotasGo({ type, ...command }: Command, events: readonly NewHappening[], { target, context, by, short }: { readonly target: Target; readonly context: Context; readonly by: EventActor; readonly short: Outcome }): Outcome {
  const holding = (released: readonly string[]) => {
    const { state, events: all } = withConsequences(events, target, { ...context, holdsBack: { but: released } }, by);
    return { waits: waitingForQuota(state, context.today).map(({ id }) => id), outcome: taken({ events: all, state }, target, context) };
  };
  const released: string[] = [];
  const releasable = () => holding(released).waits.find((id) => !("refusals" in holding([...released, id]).outcome));
  for (let id = releasable(); id !== undefined; id = releasable()) released.push(id);
  const { waits, outcome } = holding(released);
  const stands = "refusals" in outcome || outcome.events.length === 0 || (type === "closeVote" && "step" in command && waits.includes(command.step));
  return stands ? short : outcome;
}

/** With what it takes from accounts, or why they do not have it. */
function taken({ events, state: after }: { readonly events: readonly NewHappening[]; readonly state: LiveState }, target: Target, { accounts }: Context): Extract<Outcome, { events: unknown } | { refusals: unknown }> {
  const { entries, refusals } = ledgerOf(target.at === "draft" ? { ...after, id: target.draft.id } : after, accounts, events[0]?.type ?? "");
  return refusals.length > 0 ? refused(...refusals) : { events, entries };
}

/** The approval and the permit follow from whatever clears the last thing before them. */
function withConsequences(events: readonly NewHappening[], target: Target, context: Context & { readonly holdsBack?: HoldingBack }, by: EventActor): { readonly events: NewHappening[]; readonly state: LiveState } {
  const all = [...events];
  let state = events.reduce<RequestState>((before, happening) => imagine(before, happening, context, by), target.at === "live" ? target.state : { status: "none" });
  for (let next = consequence(state, context); next !== null; next = consequence(state, context)) {
    all.push(next);
    state = imagine(state, next, context, by);
  }
  if (state.status === "none") throw new Error("nothing is decided before request.submitted");
  return { events: all, state };
}
