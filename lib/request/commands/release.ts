import { z } from "zod";
import { readersFor } from "../../access/subjects.ts";
import type { CaseStep } from "../../workflow/progress.ts";
import { isPerson, type Context } from "../context.ts";
import { refusal } from "../refusal.ts";
import { refused, said, type CommandRule } from "../rule.ts";
import { personIn, stateIn } from "./assured.ts";
import { acts, StepId, Words } from "./shared.ts";
import { atOpenStep, inOtherHands, mayTouchStep, stepOf } from "./step.ts";

export const Release = z.strictObject({ type: z.literal("release"), ...acts, step: StepId, reason: Words.optional() });

/** Whoever has a step gives it back to its queue; the head of the desk may do that for them, and so may who handed it on. */
export const release: CommandRule<typeof Release> = {
  schema: Release,
  permitted: mayTouchStep,
  may: (target, context, id) => atOpenStep(target, id, (step) => (step.holder === null ? [refusal("notHeld", { step: step.id })] : isHandedOnBy(step, context) ? [] : inOtherHands(step, context))),
  decide({ step: id, reason }, target, { actor }) {
    const { round, holder } = stepOf(target, id);
    if (!holder) return refused(refusal("notHeld", { step: id }));
    const readers = readersFor("desks", null, stateIn(target), personIn({ actor }));
    return { events: [{ type: "step.released", data: { step: id, round, from: holder.person, reason: reason === undefined ? null : said(reason, readers) } }] };
  },
};

function isHandedOnBy({ holder }: CaseStep, { actor }: Context): boolean {
  return holder?.how === "delegated" && isPerson(actor) && holder.from === actor.id;
}
