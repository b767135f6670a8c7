import { z } from "zod";
import { type Candidate, candidateFor, personsOf } from "../../access/candidate.ts";
import { appealStep } from "../../workflow/appeal.ts";
import { isPerson } from "../context.ts";
import { refusal } from "../refusal.ts";
import { live, said, type CommandRule } from "../rule.ts";
import type { LiveState } from "../state.ts";
import { tookPart } from "./appeal.ts";
import { acts, needsStatus, Words } from "./shared.ts";
import { aside, inOtherHands, mayTouchStep, notSuspended } from "./step.ts";

export const appealOutcomes = ["upheld", "overturned"] as const;
export const DecideAppeal = z.strictObject({ type: z.literal("decideAppeal"), ...acts, step: z.literal(appealStep).default(appealStep), outcome: z.enum(appealOutcomes), reason: Words });

/** Decides an appeal: upheld, the request stays rejected; overturned, it goes on where it had stopped. */
export const decideAppeal: CommandRule<typeof DecideAppeal> = {
  schema: DecideAppeal,
  permitted: (target, context) => mayTouchStep(target, context, appealStep),
  may(target, context) {
    const state = live(target);
    const step = state?.steps.find(({ id }) => id === appealStep);
    const wrong = needsStatus(target, "in-review");
    if (!state || !step || wrong.length > 0) return wrong;
    if (step.status !== "open") return [refusal("stepNotOpen", { step: appealStep, status: step.status }, "step")];
    const { actor } = context;
    const took = isPerson(actor) && !isIndependent(candidateFor(step, actor), state);
    return [...(took ? [refusal("notIndependent")] : []), ...notSuspended(step), ...aside(step, state, context), ...inOtherHands(step, context)];
  },
  decide: ({ outcome, reason }) => ({ events: [{ type: "appeal.decided", data: { step: appealStep, outcome, reason: said(reason) } }] }),
};

/** Nobody who had a part in it, or stands in for one who had, at whatever desk: that is everybody whom anything keeps from another step of it. */
function isIndependent(candidate: Candidate, state: LiveState): boolean {
  return ![...personsOf(candidate), ...candidate.standsInFor].some((person) => tookPart(state).includes(person));
}
