import { z } from "zod";
import { refusal } from "../refusal.ts";
import { live, type CommandRule } from "../rule.ts";
import { permitOf } from "../state.ts";
import { acts, needsStatus } from "./shared.ts";

export const Expire = z.strictObject({ type: z.literal("expire"), ...acts });

/** The system's own act, the day after a permit's last. */
export const expire: CommandRule<typeof Expire> = {
  schema: Expire,
  permitted: (_target, { actor }) => actor.kind === "worker" || actor.kind === "system",
  may(target, { today }) {
    const state = live(target);
    const wrong = needsStatus(target, "permitted");
    if (!state || wrong.length > 0) return wrong;
    const permit = permitOf(state);
    return permit && permit.validUntil < today ? [] : [refusal("wrongStatus", { status: "permitted" })];
  },
  decide: () => ({ events: [{ type: "permit.expired", data: {} }] }),
};
