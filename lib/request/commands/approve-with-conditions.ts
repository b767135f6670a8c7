import { z } from "zod";
import { said, type CommandRule } from "../rule.ts";
import { acts, StepId, Words } from "./shared.ts";
import { mayTouchStep, refusalsAtStep, stepOf } from "./step.ts";

export const ApproveWithConditions = z.strictObject({
  type: z.literal("approveWithConditions"),
  ...acts,
  step: StepId,
  conditions: z.array(z.strictObject({ text: Words })).min(1).max(20),
});

/** A desk approves its step under conditions that stay with the request and its permit. */
export const approveWithConditions: CommandRule<typeof ApproveWithConditions> = {
  schema: ApproveWithConditions,
  permitted: mayTouchStep,
  may: (target, context, step) => refusalsAtStep("approveWithConditions", target, context, step),
  decide(command, target) {
    const { round } = stepOf(target, command.step);
    return { events: [{ type: "step.approved", data: { step: command.step, round, conditions: command.conditions.map(({ text }) => said(text)) } }] };
  },
};
