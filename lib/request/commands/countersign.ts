import { z } from "zod";
import { refusal } from "../refusal.ts";
import type { CommandRule } from "../rule.ts";
import { acts, StepId } from "./shared.ts";
import { mayTouchStep, openStep, refusalsAtStep, stepOf } from "./step.ts";

export const Countersign = z.strictObject({ type: z.literal("countersign"), ...acts, step: StepId });

/** The second signature, by somebody else, under what a colleague has approved. */
export const countersign: CommandRule<typeof Countersign> = {
  schema: Countersign,
  permitted: mayTouchStep,
  may(target, context, id) {
    const found = openStep(target, id);
    if ("refusals" in found) return found.refusals;
    return [...refusalsAtStep("countersign", target, context, id), ...(found.step.status === "open" && found.step.decisions.length === 0 ? [refusal("nothingToCountersign", { step: found.step.id })] : [])];
  },
  decide: (command, target) => ({ events: [{ type: "step.countersigned", data: { step: command.step, round: stepOf(target, command.step).round } }] }),
};
