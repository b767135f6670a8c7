import { z } from "zod";
import { amended, amendmentAgainst } from "../amending.ts";
import { refusal } from "../refusal.ts";
import { live, refused, type CommandRule } from "../rule.ts";
import { permitOf } from "../state.ts";
import { Window } from "./draft-fields.ts";
import { acts, asParty, needsStatus, Words } from "./shared.ts";

export const Renew = z.strictObject({ type: z.literal("renew"), ...acts, window: Window, reason: Words });

/** Asks for more time under the same permit, on its last day at the latest. What is decided then is the new window, and what the law of its days adds. */
export const renew: CommandRule<typeof Renew> = {
  schema: Renew,
  permitted: (target, context) => asParty("request.own", target, context),
  may(target, context) {
    const wrong = needsStatus(target, "permitted");
    return wrong.length > 0 ? wrong : amendmentAgainst(target, context);
  },
  decide({ window, reason }, target, context) {
    const state = live(target);
    const permit = state && permitOf(state);
    if (!permit) return refused(...needsStatus(target, "permitted"));
    if (window.to <= permit.validUntil) return refused(refusal("windowNotLater", { to: permit.validUntil }, "window.to"));
    return amended("renewal", { window, reason }, state, context);
  },
};
