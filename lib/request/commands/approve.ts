import { z } from "zod";
import type { CommandRule } from "../rule.ts";
import { acts, StepId } from "./shared.ts";
import { mayTouchStep, refusalsAtStep, stepOf } from "./step.ts";

export const Approve = z.strictObject({ type: z.literal("approve"), ...acts, step: StepId });

/** A desk approves its step. */
export const approve: CommandRule<typeof Approve> = {
  schema: Approve,
  permitted: mayTouchStep,
  may: (target, context, step) => refusalsAtStep("approve", target, context, step),
  decide(command, target) {
    return { events: [{ type: "step.approved", data: { step: command.step, round: stepOf(target, command.step).round, conditions: [] } }] };
  },
};
