import { z } from "zod";
import { candidateAt } from "../../access/candidate.ts";
import { readersFor } from "../../access/subjects.ts";
import type { CaseStep } from "../../workflow/progress.ts";
import { isPerson, type Context } from "../context.ts";
import { refusal } from "../refusal.ts";
import { refused, said, type CommandRule } from "../rule.ts";
import { personIn, stateIn } from "./assured.ts";
import { steeringAgainst } from "./head.ts";
import { acts, StepId, Words } from "./shared.ts";
import { atOpenStep, inOtherHands, mayTouchStep, stepOf } from "./step.ts";

export const Release = z.strictObject({ type: z.literal("release"), ...acts, step: StepId, reason: Words.optional() });

/** Whoever has a step gives it back to its queue; the head of the desk may do that for them, and so may who handed it on. */
export const release: CommandRule<typeof Release> = {
  schema: Release,
  permitted: mayTouchStep,
  byHead: ({ step }, target, context) => !isTheirs(stepOf(target, step), context),
  may: (target, context, id) =>
    atOpenStep(target, id, (step, state) => {
      if (step.holder === null) return [refusal("notHeld", { step: step.id })];
      if (isTheirs(step, context)) return [];
      const kept = inOtherHands(step, context);
      return kept.length > 0 ? kept : steeringAgainst(step, state, target, context);
    }),
  decide({ step: id, reason }, target, { actor }) {
    const { round, holder } = stepOf(target, id);
    if (!holder) return refused(refusal("notHeld", { step: id }));
    const readers = readersFor("desks", null, stateIn(target), personIn({ actor }));
    return { events: [{ type: "step.released", data: { step: id, round, from: holder.person, reason: reason === undefined ? null : said(reason, readers) } }] };
  },
};

/** Whether somebody has it, stands in for whoever has it, or handed it on. */
function isTheirs({ desk, holder }: CaseStep, { actor }: Context): boolean {
  return isPerson(actor) && holder !== null && (holder.person === actor.id || candidateAt(desk, actor).actsFor === holder.person || (holder.how === "delegated" && holder.from === actor.id));
}
