import { z } from "zod";
import { isPerson } from "../context.ts";
import { refusal } from "../refusal.ts";
import { live, said, type CommandRule } from "../rule.ts";
import { acts, asParty, needsStatus, Words } from "./shared.ts";

export const Withdraw = z.strictObject({ type: z.literal("withdraw"), ...acts, reason: Words });

/** The requester takes the request back, until a permit exists. */
export const withdraw: CommandRule<typeof Withdraw> = {
  schema: Withdraw,
  permitted: (target, context) => asParty("request.own", target, context),
  may(target, { actor }) {
    const wrong = needsStatus(target, "submitted", "in-review", "returned", "approved");
    if (wrong.length > 0) return wrong;
    return isPerson(actor) && live(target)?.requester === actor.id ? [] : [refusal("notRequester")];
  },
  decide: (command) => ({ events: [{ type: "request.withdrawn", data: { reason: said(command.reason) } }] }),
};
