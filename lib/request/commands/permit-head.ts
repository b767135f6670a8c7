import { isPerson, type Context, type Target } from "../context.ts";
import { refusal, type Refusal } from "../refusal.ts";
import { live } from "../rule.ts";
import { needsStatus } from "./shared.ts";

/** Why the head of a desk may do nothing to this permit: there is none that holds, or it is their own or their team's. */
export function permitHeadAgainst(target: Target, { actor }: Context): Refusal[] {
  const wrong = needsStatus(target, "permitted");
  if (wrong.length > 0) return wrong;
  const state = live(target);
  const own = state && isPerson(actor) && (actor.id === state.requester || state.team.includes(actor.id));
  return own ? [refusal("ownRequest")] : [];
}
