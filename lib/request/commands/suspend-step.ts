import { z } from "zod";
import { refusal } from "../refusal.ts";
import { said, type CommandRule } from "../rule.ts";
import { acts, StepId, Words } from "./shared.ts";
import { aside, atOpenStep, inOtherHands, mayTouchStep, notSuspended, separation, stepOf } from "./step.ts";

export const SuspendStep = z.strictObject({ type: z.literal("suspendStep"), ...acts, step: StepId, reason: Words });
export const ResumeStep = z.strictObject({ type: z.literal("resumeStep"), ...acts, step: StepId });

/** A desk puts a step aside, with a reason that the requester reads too; its clock stands until it goes on. */
export const suspendStep: CommandRule<typeof SuspendStep> = {
  schema: SuspendStep,
  permitted: mayTouchStep,
  may: (target, context, id) => atOpenStep(target, id, (step, state) => [...notSuspended(step), ...separation(step, state, context), ...aside(step, state, context), ...inOtherHands(step, context)]),
  decide: ({ step, reason }, target) => ({ events: [{ type: "step.suspended", data: { step, round: stepOf(target, step).round, reason: said(reason) } }] }),
};

/** The desk takes it up again. */
export const resumeStep: CommandRule<typeof ResumeStep> = {
  schema: ResumeStep,
  permitted: mayTouchStep,
  may: (target, context, id) => atOpenStep(target, id, (step, state) => [...(step.suspended === null ? [refusal("stepNotSuspended", { step: step.id })] : []), ...separation(step, state, context), ...aside(step, state, context), ...inOtherHands(step, context)]),
  decide: ({ step }, target) => ({ events: [{ type: "step.resumed", data: { step, round: stepOf(target, step).round } }] }),
};
