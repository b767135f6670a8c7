import { standsInFor } from "../../access/candidate.ts";
import { isParty, isPerson, type Context, type Target } from "../context.ts";
import { refusal, type Refusal } from "../refusal.ts";
import { live } from "../rule.ts";

/** Why somebody does nothing about a request for its desks, whatever rights they have there: it is their own, or their team's; or of somebody in whose place they act. */
export function ownAffair(target: Target, context: Pick<Context, "actor">): Refusal[] {
  if (!isParty(target, context)) return affairOfRepresented(target, context);
  const made = isPerson(context.actor) && live(target)?.requester === context.actor.id;
  return [refusal(made ? "ownRequest" : "teamMember")];
}

function affairOfRepresented(target: Target, { actor }: Pick<Context, "actor">): Refusal[] {
  const state = live(target);
  const represented = isPerson(actor) ? standsInFor(actor) : [];
  return state && represented.some((person) => person === state.requester || state.team.includes(person)) ? [refusal("standsInForParty")] : [];
}
