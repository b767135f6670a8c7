import { ledgerOf } from "../account/ledger.ts";
import { can } from "../access/can.ts";
import { candidateFor } from "../access/candidate.ts";
import type { Command } from "./command.ts";
import { ruleFor } from "./command.ts";
import { headAtVote } from "./commands/vote.ts";
import { consequence, type HoldingBack, waitingForQuota } from "./consequences.ts";
import { isParty, isPerson, type Context, type Target } from "./context.ts";
import type { EventActor, NewHappening } from "./events.ts";
import { imagine } from "./imagine.ts";
import { refusal } from "./refusal.ts";
import { live, refused, type Outcome } from "./rule.ts";
import type { LiveState, RequestState } from "./state.ts";

/**
 * Decides a command: pure, from the command, what it is about and a context of plain values.
 * Permission is asked before any rule; then every reason against is given, not the first.
 */
export function decide(command: Command, target: Target, context: Context): Outcome {
  const rule = ruleFor(command.type);
  const step = "step" in command ? command.step : undefined;
  // Whoever gets here reads the request, and with it its steps. An appeal is decided by one name, whether there is one or not.
  if (step !== undefined && command.type !== "decideAppeal" && !isOfCase(step, target)) return refused(refusal("unknownStep", { step }, "step"));
  if (!rule.permitted(target, context, step)) return refused(refusal("notPermitted"));
  const version = target.at === "draft" ? target.draft.version : target.state.version;
  if (command.expectedVersion !== undefined && command.expectedVersion !== version) return refused(refusal("versionConflict", { version }));
  const against = rule.may(target, context, step);
  if (against.length > 0) return refused(...against);
  const outcome = rule.decide(command, target, context);
  if (!("events" in outcome)) return outcome;
  const by = eventActor(command, target, context);
  const whole = taken(withConsequences(outcome.events, target, context, by), target, context);
  return "refusals" in whole ? asFarAsQuotasGo(command, outcome.events, { target, context, by, short: whole }) : whole;
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

/** Who the record says did it: a person for the desk whose step they decide, or that they then staffed when they spoke, or the system. */
export function eventActor(command: Command, target: Target, context: Context): EventActor {
  const { actor } = context;
  if (!isPerson(actor)) return { system: true };
  const state = live(target);
  const step = "step" in command ? state?.steps.find(({ id }) => id === command.step) : undefined;
  if (!state || !step) return { person: actor.id, desk: deskOf(target, context) };
  const actsFor = command.type === "closeVote" || (command.type === "vote" && command.casting) ? headAtVote(actor, step, state) : candidateFor(step, actor).actsFor;
  return { person: actor.id, desk: step.desk, ...(actsFor && { for: actsFor }) };
}

/** The desk of the case that somebody staffs who does something at no step: one that is at work before one that is not. A party of the request is nobody's officer in it. */
function deskOf(target: Target, context: Context): string | null {
  if (target.at !== "live" || isParty(target, context)) return null;
  const own = target.state.steps.filter(({ desk }) => can(context.actor, "step.decide", { desks: [desk] }));
  return (own.find(({ status }) => status === "open") ?? own[0])?.desk ?? null;
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
