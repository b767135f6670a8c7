import { z } from "zod";
import { live, said, type CommandRule } from "../rule.ts";
import { acts, StepId, Words } from "./shared.ts";
import { mayTouchStep, refusalsAtStep, stepOf } from "./step.ts";

/** Why a desk can say no; the sentence for each is in the messages. */
export const rejectionCodes = ["rule", "incomplete", "risk", "capacity", "ethics", "other"] as const;

export const Reject = z.strictObject({
  type: z.literal("reject"),
  ...acts,
  step: StepId,
  reasons: z.array(z.strictObject({ code: z.enum(rejectionCodes), text: Words })).min(1).max(20),
});

/** A desk rejects the request, or the amendment of one that was approved; the other desks' work on it ends, unless the workflow lets the outcome rest on several together. */
export const reject: CommandRule<typeof Reject> = {
  schema: Reject,
  permitted: mayTouchStep,
  may: (target, context, step) => refusalsAtStep("reject", target, context, step),
  decide(command, target) {
    const { round, joint } = stepOf(target, command.step);
    const data = { step: command.step, round, reasons: command.reasons.map(({ code, text }) => ({ code, text: said(text) })) };
    return { events: [{ type: joint ? "step.rejected" : live(target)?.amendment ? "amendment.refused" : "request.rejected", data }] };
  },
};
