import { z } from "zod";
import { openDiscrepancies, settlements } from "../../permit/discrepancy.ts";
import { isPerson } from "../context.ts";
import { refusal } from "../refusal.ts";
import { live, refused, said, type CommandRule } from "../rule.ts";
import { ownAffair } from "./own-affair.ts";
import { acts, asDesk, Words } from "./shared.ts";

export const ResolveDiscrepancy = z.strictObject({
  type: z.literal("resolveDiscrepancy"),
  ...acts,
  discrepancy: z.string().min(1).max(80),
  outcome: z.enum(settlements),
  reason: Words,
});

/** A desk of the case says what became of a discrepancy, and why. Nobody settles their own. */
export const resolveDiscrepancy: CommandRule<typeof ResolveDiscrepancy> = {
  schema: ResolveDiscrepancy,
  permitted: (target, context) => asDesk("step.decide", target, context),
  may(target, context) {
    const state = live(target);
    if (!state || openDiscrepancies(state.discrepancies).length === 0) return [refusal("noDiscrepancy")];
    return ownAffair(target, context);
  },
  decide({ discrepancy, outcome, reason }, target, { actor }) {
    const state = live(target);
    const found = openDiscrepancies(state?.discrepancies ?? []).find(({ id }) => id === discrepancy);
    if (!found) return refused(refusal("noDiscrepancy", {}, "discrepancy"));
    const handOver = state?.custody.find(({ id }) => id === found.movement);
    if (handOver && isPerson(actor) && [handOver.from, handOver.to].includes(actor.id)) return refused(refusal("ownHandOver", {}, "discrepancy"));
    return { events: [{ type: "discrepancy.resolved", data: { discrepancy, outcome, reason: said(reason) } }] };
  },
};
