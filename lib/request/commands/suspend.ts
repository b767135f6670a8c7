import { z } from "zod";
import { refusal } from "../refusal.ts";
import { live, said, type CommandRule } from "../rule.ts";
import { permitOf } from "../state.ts";
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
    const state = live(target);
    return against.length === 0 && state && permitOf(state)?.suspended ? [refusal("permitSuspended")] : against;
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
    const state = live(target);
    return against.length === 0 && !(state && permitOf(state)?.suspended) ? [refusal("notSuspended")] : against;
  },
  decide: (command) => ({ events: [{ type: "permit.reinstated", data: { reason: said(command.reason) } }] }),
};
