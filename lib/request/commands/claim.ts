import { z } from "zod";
import { refusal } from "../refusal.ts";
import type { CommandRule } from "../rule.ts";
import { acts, StepId } from "./shared.ts";
import { aside, atOpenStep, inOtherHands, mayTouchStep, membersVote, separation, stepOf } from "./step.ts";

export const Claim = z.strictObject({ type: z.literal("claim"), ...acts, step: StepId });

/** An officer takes a step out of its queue. Whoever may not decide it may not take it either. */
export const claim: CommandRule<typeof Claim> = {
  schema: Claim,
  permitted: mayTouchStep,
  may: (target, context, id) =>
    atOpenStep(target, id, (step, state) => {
      const mine = step.holder !== null && "id" in context.actor && step.holder.person === context.actor.id;
      return [...separation(step, state, context), ...membersVote(step), ...aside(step, state, context), ...(mine ? [refusal("heldAlready", { step: step.id })] : inOtherHands(step, context))];
    }),
  decide: (command, target) => ({ events: [{ type: "step.claimed", data: { step: command.step, round: stepOf(target, command.step).round, from: stepOf(target, command.step).holder?.person ?? null } }] }),
};
