import { z } from "zod";
import { openDiscrepancies } from "../../permit/discrepancy.ts";
import { askedByDesks } from "../obligations.ts";
import { refusal } from "../refusal.ts";
import { live, said, type CommandRule } from "../rule.ts";
import { acts, asDesk, asHead, asParty, needsStatus, Words } from "./shared.ts";

export const Close = z.strictObject({ type: z.literal("close"), ...acts, reason: Words.optional() });

/**
 * Ends a request whose crossings are done, whose discrepancies are settled and of whose obligations none is late; what is due later stays open; its permit lets nothing more across. A desk also closes one that was sent back or approved
 * and goes no further: nobody answers, or the window went by before the permit came.
 */
export const close: CommandRule<typeof Close> = {
  schema: Close,
  permitted: (target, context) => asParty("request.own", target, context) || asHead(target, context) || (isStuck(target) && asDesk("step.decide", target, context)),
  byHead: (_command, target) => !isStuck(target),
  may(target, context) {
    const desk = asDesk("step.decide", target, context) && !asParty("request.own", target, context);
    const state = live(target);
    if (isStuck(target)) return desk ? [] : needsStatus(target, "permitted");
    if (state?.status !== "permitted") return needsStatus(target, "permitted");
    const [open, late] = [openDiscrepancies(state.discrepancies), askedByDesks(state, context.today).filter((one) => one.late)];
    return [...(open.length > 0 ? [refusal("discrepancyOpen", { count: open.length })] : []), ...(late.length > 0 ? [refusal("obligationsLate", { count: late.length })] : [])];
  },
  decide: (command) => ({ events: [{ type: "request.closed", data: { reason: command.reason === undefined ? null : said(command.reason) } }] }),
};

function isStuck(target: Parameters<typeof live>[0]): boolean {
  const status = live(target)?.status;
  return status === "returned" || status === "approved";
}
