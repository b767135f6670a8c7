import { z } from "zod";
import { dueOf } from "../../workflow/step-clock.ts";
import type { Context, Target } from "../context.ts";
import { refusal, type Refusal } from "../refusal.ts";
import { live, refused, said, type CommandRule } from "../rule.ts";
import { steeringAgainst } from "./head.ts";
import { acts, always, asHead, needsStatus, StepId, Words } from "./shared.ts";
import { stepOf } from "./step.ts";

export const Extend = z.strictObject({ type: z.literal("extend"), ...acts, step: StepId, workingDays: z.number().int().min(1).max(366), reason: Words });

/** The head of a step's desk gives it more time: once, before its last day is over, by no more than it had, and with a reason. */
export const extend: CommandRule<typeof Extend> = {
  schema: Extend,
  permitted: (target, context, step) => asHead(target, context, step),
  byHead: always,
  may: (target, context, step) => refusals(target, context, step),
  decide({ step: id, workingDays, reason }, target) {
    const { round, clock } = stepOf(target, id);
    const most = clock?.workingDays ?? 0;
    if (workingDays > most) return refused(refusal("tooManyDays", { most }, "workingDays"));
    return { events: [{ type: "step.extended", data: { step: id, round, workingDays, reason: said(reason) } }] };
  },
};

function refusals(target: Target, context: Context, id: string | undefined): Refusal[] {
  const wrong = needsStatus(target, "submitted", "in-review");
  const state = live(target);
  if (!state || wrong.length > 0) return wrong;
  const step = state.steps.find((one) => one.id === id);
  if (!step) return [refusal("unknownStep", { step: id ?? "" }, "step")];
  const due = dueOf(step);
  return [
    ...(step.status === "open" ? [] : [refusal("stepNotOpen", { step: step.id, status: step.status }, "step")]),
    ...(step.clock === null ? [refusal("noClock", { step: step.id })] : []),
    ...(step.extended === null ? [] : [refusal("extendedAlready", { step: step.id })]),
    ...(step.extended === null && due !== null && due < context.today ? [refusal("clockOver", { step: step.id, day: due })] : []),
    ...steeringAgainst(step, state, target, context),
  ];
}
