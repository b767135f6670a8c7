import type { Context, Target } from "../context.ts";
import type { Refusal } from "../refusal.ts";
import { ownAffair } from "./own-affair.ts";
import { needsStatus } from "./shared.ts";

/** Why the head of a desk may do nothing to this permit: there is none that holds, or it is their own, their team's, or of somebody in whose place they act. */
export function permitHeadAgainst(target: Target, context: Context): Refusal[] {
  const wrong = needsStatus(target, "permitted");
  return wrong.length > 0 ? wrong : ownAffair(target, context);
}
