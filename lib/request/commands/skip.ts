import { z } from "zod";
import { can } from "../../access/can.ts";
import { refusal } from "../refusal.ts";
import { live, said, type CommandRule } from "../rule.ts";
import { acts, StepId, Words } from "./shared.ts";
import { notOpen, openStep, separation, stepOf } from "./step.ts";

export const Skip = z.strictObject({ type: z.literal("skip"), ...acts, step: StepId, reason: Words });

/** The head of a desk leaves its step out, where the definition allows that; it counts as theirs, as a decision would. */
export const skip: CommandRule<typeof Skip> = {
  schema: Skip,
  permitted: (target, { actor }, id) => live(target)?.steps.some((step) => (id === undefined || step.id === id) && can(actor, "desk.manage", { desks: [step.desk] })) ?? false,
  may(target, context, id) {
    const found = openStep(target, id);
    if ("refusals" in found) return found.refusals;
    const { step, state } = found;
    return [...notOpen(step), ...(step.people?.skip === true ? [] : [refusal("notAllowedAtStep", { step: step.id })]), ...separation(step, state, context)];
  },
  decide: ({ step, reason }, target) => ({ events: [{ type: "step.skipped", data: { step, round: stepOf(target, step).round, reason: said(reason) } }] }),
};
