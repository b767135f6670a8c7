import { z } from "zod";
import { dueOf } from "../../workflow/step-clock.ts";
import { refusal } from "../refusal.ts";
import { live, type CommandRule } from "../rule.ts";
import { acts, isOurs, needsStatus, StepId } from "./shared.ts";
import { stepOf } from "./step.ts";

export const Lapse = z.strictObject({ type: z.literal("lapse"), ...acts, step: StepId });

/** The system's own act, the day after a step's last, where the workflow says what an overdue step comes to. Nothing lapses otherwise. */
export const lapse: CommandRule<typeof Lapse> = {
  schema: Lapse,
  permitted: (_target, { actor }) => isOurs(actor),
  may(target, { today }, id) {
    const wrong = needsStatus(target, "submitted", "in-review");
    const step = live(target)?.steps.find((one) => one.id === id);
    if (wrong.length > 0) return wrong;
    if (!step) return [refusal("unknownStep", { step: id ?? "" }, "step")];
    const due = dueOf(step);
    if (step.status !== "open") return [refusal("stepNotOpen", { step: step.id, status: step.status }, "step")];
    return step.clock?.onDue && due !== null && due < today ? [] : [refusal("notLapsed", { step: step.id })];
  },
  decide({ step: id }, target) {
    const { round, clock } = stepOf(target, id);
    if (!clock?.onDue) throw new Error(`${id} does not lapse`);
    return { events: [{ type: "step.settled", data: { step: id, round, outcome: clock.onDue.decides, by: "clock", rule: clock.onDue.rule } }] };
  },
};
