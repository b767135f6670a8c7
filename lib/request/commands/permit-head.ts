import { isParty, type Context, type Target } from "../context.ts";
import { refusal, type Refusal } from "../refusal.ts";
import { needsStatus } from "./shared.ts";

/** Why the head of a desk may do nothing to this permit: there is none that holds, or it is their own or their team's. */
export function permitHeadAgainst(target: Target, context: Context): Refusal[] {
  const wrong = needsStatus(target, "permitted");
  if (wrong.length > 0) return wrong;
  return isParty(target, context) ? [refusal("ownRequest")] : [];
}
