import { z } from "zod";
import { refusal } from "../refusal.ts";
import { live, refused, said, type CommandRule } from "../rule.ts";
import { permitOf } from "../state.ts";
import { permitHeadAgainst } from "./permit-head.ts";
import { acts, asHead, Day, Words } from "./shared.ts";

/** `from` is the first day on which the permit does not hold any more; without one it ends at once. */
export const Revoke = z.strictObject({ type: z.literal("revoke"), ...acts, reason: Words, from: Day.optional() });

/** The head of a desk that decided takes the permit back, now or from a day to come. */
export const revoke: CommandRule<typeof Revoke> = {
  schema: Revoke,
  permitted: (target, context) => asHead(target, context),
  may: permitHeadAgainst,
  decide({ reason, from }, target, { today }) {
    const state = live(target);
    const permit = state && permitOf(state);
    if (from === undefined || from === today || !permit) return { events: [{ type: "permit.revoked", data: { reason: said(reason) } }] };
    if (from < today) return refused(refusal("dateInPast", { day: from }, "from"));
    if (from > permit.validUntil) return refused(refusal("outsideWindow", { from: permit.validFrom, to: permit.validUntil }, "from"));
    return { events: [{ type: "revocation.announced", data: { reason: said(reason), from } }] };
  },
};
