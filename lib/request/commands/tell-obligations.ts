import { z } from "zod";
import type { NewHappening } from "../events.ts";
import { remindersDue } from "../obligation-reminders.ts";
import { refusal } from "../refusal.ts";
import { live, type CommandRule } from "../rule.ts";
import { endedStatuses } from "../state.ts";
import { acts, isOurs, needsStatus } from "./shared.ts";

export const TellObligations = z.strictObject({ type: z.literal("tellObligations"), ...acts });

/** The system's own act: 14, 7 and 1 days before the last day of an obligation, and once it is late. Each is said once; what is met or waived is not spoken of. */
export const tellObligations: CommandRule<typeof TellObligations> = {
  schema: TellObligations,
  permitted: (_target, { actor }) => isOurs(actor),
  may(target, { today }) {
    const wrong = needsStatus(target, "permitted", ...endedStatuses);
    const state = live(target);
    return !state || wrong.length > 0 ? wrong : remindersDue(state, today).length > 0 ? [] : [refusal("nothingToRemind")];
  },
  decide: (_command, target, { today }) => ({ events: target.at === "live" ? remindersDue(target.state, today).map((data): NewHappening => ({ type: "obligation.reminded", data })) : [] }),
};
