import { z } from "zod";
import { askedByDesks, openObligations } from "../obligations.ts";
import { refusal } from "../refusal.ts";
import { live, refused, said, type CommandRule } from "../rule.ts";
import { ownAffair } from "./own-affair.ts";
import { acts, asDesk, Words } from "./shared.ts";

export const WaiveObligation = z.strictObject({ type: z.literal("waiveObligation"), ...acts, obligation: z.string().min(1).max(80), reason: Words });

/** The desk that asked for something lets it go, and says why. Nobody waives their own, and no desk what a law asks for. */
export const waiveObligation: CommandRule<typeof WaiveObligation> = {
  schema: WaiveObligation,
  permitted: (target, context) => asDesk("step.decide", target, context),
  may(target, context) {
    const state = live(target);
    const open = state ? openObligations(askedByDesks(state, context.today)) : [];
    if (open.length === 0) return [refusal("noObligation")];
    return [...ownAffair(target, context), ...(open.some(({ step }) => asDesk("step.decide", target, context, step ?? "")) ? [] : [refusal("askedElsewhere")])];
  },
  decide({ obligation, reason }, target, context) {
    const state = live(target);
    const found = state && openObligations(askedByDesks(state, context.today)).find(({ id }) => id === obligation);
    if (!found) return refused(refusal("noObligation", {}, "obligation"));
    if (!asDesk("step.decide", target, context, found.step ?? "")) return refused(refusal("askedElsewhere", {}, "obligation"));
    return { events: [{ type: "obligation.waived", data: { obligation, reason: said(reason) } }] };
  },
};
