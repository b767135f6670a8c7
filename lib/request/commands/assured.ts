import type { CaseStep } from "../../workflow/progress.ts";
import type { VoteRule } from "../../workflow/vote.ts";
import { isPerson, type Context, type Target } from "../context.ts";
import { live } from "../rule.ts";
import { type LiveState, type Permit, permitOf } from "../state.ts";

/* What `permitted` and `may` have made sure of before a command is decided; where it is not so, nobody was asked. */

/** The state of a request that was submitted. */
export function stateIn(target: Target): LiveState {
  const state = live(target);
  if (!state) throw new Error("decided on a draft");
  return state;
}

/** The state of a request, and its permit, valid or ended. */
export function underPermit(target: Target): { readonly state: LiveState; readonly permit: Permit } {
  const state = stateIn(target);
  const permit = permitOf(state);
  if (!permit) throw new Error("decided without a permit");
  return { state, permit };
}

/** The vote at a step of a request. */
export function voteIn(target: Target, id: string | undefined): { readonly state: LiveState; readonly step: CaseStep; readonly vote: VoteRule } {
  const state = stateIn(target);
  const step = state.steps.find((one) => one.id === id);
  if (!step?.vote) throw new Error("decided without a vote");
  return { state, step, vote: step.vote };
}

/** The id of the person who acts. */
export function personIn({ actor }: Pick<Context, "actor">): string {
  if (!isPerson(actor)) throw new Error("decided by nobody");
  return actor.id;
}
