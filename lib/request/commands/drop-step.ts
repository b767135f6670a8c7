import { z } from "zod";
import { leads } from "../../access/heads.ts";
import { isParty, isPerson, type Context, type Target } from "../context.ts";
import { refusal } from "../refusal.ts";
import { live, said, type CommandRule } from "../rule.ts";
import type { CaseStep } from "../../workflow/progress.ts";
import { steeringAgainst } from "./head.ts";
import { acts, needsStatus, StepId, Words } from "./shared.ts";
import { stepOf } from "./step.ts";

export const DropStep = z.strictObject({ type: z.literal("dropStep"), ...acts, step: StepId, reason: Words });

/**
 * Drops a step that is not needed any more, with a reason; everything else goes on and nothing decided is lost. The definition says who may:
 * the head of the step's desk, unless the step answers for the whole; the requester only where it says so.
 */
export const dropStep: CommandRule<typeof DropStep> = {
  schema: DropStep,
  permitted: (target, context, step) => live(target)?.steps.some((one) => (step === undefined || one.id === step) && mayDrop(one, target, context)) ?? false,
  byHead: (_command, target, { actor }) => isPerson(actor) && live(target)?.requester !== actor.id,
  may(target, context, stepId) {
    const wrong = needsStatus(target, "submitted", "in-review", "returned");
    const state = live(target);
    if (!state || wrong.length > 0) return wrong;
    const step = state.steps.find(({ id }) => id === stepId);
    if (!step) return [refusal("unknownStep", { step: stepId ?? "" }, "step")];
    return [
      ...(step.status === "open" || step.status === "waiting" ? [] : [refusal("stepNotOpen", { step: step.id, status: step.status }, "step")]),
      ...(isParty(target, context) && step.droppable?.includes("requester") ? [] : steeringAgainst(step, state, target, context)),
      ...(step.droppable?.length ? [] : [refusal("stepNeeded", { step: step.id }, "step")]),
    ];
  },
  decide({ step, reason }, target) {
    const { round } = stepOf(target, step);
    return { events: [{ type: "step.dropped", data: { step, round, reason: said(reason) } }] };
  },
};

function mayDrop(step: CaseStep, target: Target, { actor }: Context): boolean {
  const asked = isPerson(actor) && live(target)?.requester === actor.id && step.droppable?.includes("requester");
  return asked === true || leads(actor, step.desk);
}
