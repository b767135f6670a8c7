import { z } from "zod";
import { refusal } from "../refusal.ts";
import { live, type CommandRule } from "../rule.ts";
import { type LiveState, permitOf } from "../state.ts";
import { acts, isOurs, needsStatus } from "./shared.ts";

export const Expire = z.strictObject({ type: z.literal("expire"), ...acts });

/** The system's own act, on the first day on which a permit does not hold any more: the day after its last, or that from which it was revoked. */
export const expire: CommandRule<typeof Expire> = {
  schema: Expire,
  permitted: (_target, { actor }) => isOurs(actor),
  may(target, { today }) {
    const state = live(target);
    const wrong = needsStatus(target, "permitted");
    if (!state || wrong.length > 0) return wrong;
    const permit = permitOf(state);
    return permit && (permit.validUntil < today || isRevokedOn(today, state)) ? [] : [refusal("wrongStatus", { status: "permitted" })];
  },
  decide(_command, target, { today }) {
    const state = live(target);
    const revoked = state !== null && isRevokedOn(today, state);
    return revoked ? { events: [{ type: "permit.revoked", data: { reason: null, announced: true } }] } : { events: [{ type: "permit.expired", data: {} }] };
  },
};

function isRevokedOn(today: string, state: LiveState): boolean {
  const from = permitOf(state)?.revokedFrom ?? null;
  return from !== null && from <= today;
}
