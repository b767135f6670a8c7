import { z } from "zod";
import { refusal } from "../refusal.ts";
import { live, type CommandRule } from "../rule.ts";
import { endingOn } from "../on-day.ts";
import { permitOf } from "../state.ts";
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
    return permit && endingOn(today, permit) !== null ? [] : [refusal("wrongStatus", { status: "permitted" })];
  },
  decide(_command, target, { today }) {
    const state = live(target);
    const permit = state && permitOf(state);
    return permit && endingOn(today, permit) === "revoked" ? { events: [{ type: "permit.revoked", data: { reason: null, announced: true } }] } : { events: [{ type: "permit.expired", data: {} }] };
  },
};
