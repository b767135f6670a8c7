import { z } from "zod";
import { Duty } from "../duty.ts";
import { said, type CommandRule } from "../rule.ts";
import { acts, StepId, Words } from "./shared.ts";
import { mayTouchStep, refusalsAtStep, stepOf } from "./step.ts";

export const ApproveWithConditions = z.strictObject({
  type: z.literal("approveWithConditions"),
  ...acts,
  step: StepId,
  /** `duty` is what of a condition must be done by when: it becomes an obligation once there is a permit. */
  conditions: z.array(z.strictObject({ text: Words, duty: Duty.optional() })).min(1).max(20),
});

/** A desk approves its step under conditions that stay with the request and its permit. */
export const approveWithConditions: CommandRule<typeof ApproveWithConditions> = {
  schema: ApproveWithConditions,
  permitted: mayTouchStep,
  may: (target, context, step) => refusalsAtStep("approveWithConditions", target, context, step),
  decide(command, target) {
    const { round } = stepOf(target, command.step);
    const duties = command.conditions.map(({ duty }) => duty ?? null);
    return { events: [{ type: "step.approved", data: { step: command.step, round, conditions: command.conditions.map(({ text }) => said(text)), ...(duties.some((duty) => duty !== null) && { duties }) } }] };
  },
};
