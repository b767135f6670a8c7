import { z } from "zod";
import { isPerson } from "../context.ts";
import { refusal } from "../refusal.ts";
import { live, said, type CommandRule } from "../rule.ts";
import { acts, asDesk, needsStatus, Words } from "./shared.ts";

export const Revoke = z.strictObject({ type: z.literal("revoke"), ...acts, reason: Words });

/** The head of a desk that decided takes the permit back. */
export const revoke: CommandRule<typeof Revoke> = {
  schema: Revoke,
  permitted: (target, context) => asDesk("permit.revoke", target, context),
  may(target, { actor }) {
    const wrong = needsStatus(target, "permitted");
    if (wrong.length > 0) return wrong;
    const state = live(target);
    const own = state && isPerson(actor) && (actor.id === state.requester || state.team.includes(actor.id));
    return own ? [refusal("ownRequest")] : [];
  },
  decide: (command) => ({ events: [{ type: "permit.revoked", data: { reason: said(command.reason) } }] }),
};
