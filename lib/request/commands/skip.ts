import { z } from "zod";
import { isPerson } from "../context.ts";
import { refusal } from "../refusal.ts";
import { said, type CommandRule } from "../rule.ts";
import { asideAsHead, separationAsHead } from "./head.ts";
import { acts, always, asHead, StepId, Words } from "./shared.ts";
import { atOpenStep, stepOf } from "./step.ts";

export const Skip = z.strictObject({ type: z.literal("skip"), ...acts, step: StepId, reason: Words });

/** The head of a desk leaves its step out, where the definition allows that; it counts as theirs, as a decision would. */
export const skip: CommandRule<typeof Skip> = {
  schema: Skip,
  permitted: (target, context, id) => asHead(target, context, id),
  byHead: always,
  may: (target, { actor }, id) => atOpenStep(target, id, (step, state) => [...(step.people?.skip === true ? [] : [refusal("notAllowedAtStep", { step: step.id })]), ...(isPerson(actor) ? [...separationAsHead(actor, step, state), ...asideAsHead(actor, step, state)] : [])]),
  decide: ({ step, reason }, target) => ({ events: [{ type: "step.skipped", data: { step, round: stepOf(target, step).round, reason: said(reason) } }] }),
};
