import { z } from "zod";
import { toTell } from "../../workflow/reminders.ts";
import { refusal } from "../refusal.ts";
import type { NewHappening } from "../events.ts";
import type { CommandRule } from "../rule.ts";
import { acts, isOurs, StepId } from "./shared.ts";
import { atOpenStep, stepOf } from "./step.ts";

export const TellClock = z.strictObject({ type: z.literal("tellClock"), ...acts, step: StepId });

/**
 * The system's own act, as a step's clock goes on: at half of it whoever has the step is reminded, at four fifths their head is
 * told, at its end it goes to the next desk where the definition names one. It decides nothing; each is done once.
 */
export const tellClock: CommandRule<typeof TellClock> = {
  schema: TellClock,
  permitted: (_target, { actor }) => isOurs(actor),
  may: (target, { now }, id) => atOpenStep(target, id, (step) => (toTell(step, now).length === 0 ? [refusal("nothingToTell", { step: step.id })] : [])),
  decide({ step: id }, target, { now }) {
    const step = stepOf(target, id);
    const about = { step: id, round: step.round };
    return {
      events: toTell(step, now).map((share): NewHappening => (share === 100 ? { type: "step.escalated", data: { ...about, from: step.desk, to: step.clock?.escalatesTo ?? null } } : { type: "step.reminded", data: { ...about, share, to: step.holder?.person ?? null } })),
    };
  },
};
