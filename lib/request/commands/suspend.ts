import { z } from "zod";
import { refusal } from "../refusal.ts";
import { said, type CommandRule } from "../rule.ts";
import { underPermit } from "./assured.ts";
import { acts, always, asHead, Words } from "./shared.ts";
import { permitHeadAgainst } from "./permit-head.ts";

export const Suspend = z.strictObject({ type: z.literal("suspend"), ...acts, reason: Words });
export const Reinstate = z.strictObject({ type: z.literal("reinstate"), ...acts, reason: Words });

/** The head of a desk that decided lets nothing more cross under the permit for now. */
export const suspend: CommandRule<typeof Suspend> = {
  schema: Suspend,
  permitted: (target, context) => asHead(target, context),
  byHead: always,
  may(target, context) {
    const against = permitHeadAgainst(target, context);
    if (against.length > 0) return against;
    return underPermit(target).permit.suspended ? [refusal("permitSuspended")] : [];
  },
  decide: (command) => ({ events: [{ type: "permit.suspended", data: { reason: said(command.reason) } }] }),
};

/** The permit holds again, for the days that are left. */
export const reinstate: CommandRule<typeof Reinstate> = {
  schema: Reinstate,
  permitted: (target, context) => asHead(target, context),
  byHead: always,
  may(target, context) {
    const against = permitHeadAgainst(target, context);
    if (against.length > 0) return against;
    return underPermit(target).permit.suspended ? [] : [refusal("notSuspended")];
  },
  decide: (command) => ({ events: [{ type: "permit.reinstated", data: { reason: said(command.reason) } }] }),
};
