import { z } from "zod";
import { waitingForQuota } from "../consequences.ts";
import { refusal } from "../refusal.ts";
import { live, type CommandRule } from "../rule.ts";
import { acts, isOurs } from "./shared.ts";

export const GoOn = z.strictObject({ type: z.literal("goOn"), ...acts });

/** The system's own act, when a quota was raised or let go that a step waits for. What the step comes to follows by itself, as it does from any command; where there is still too little, nothing happens. */
export const goOn: CommandRule<typeof GoOn> = {
  schema: GoOn,
  permitted: (_target, { actor }) => isOurs(actor),
  may(target, { today }) {
    const state = live(target);
    return state && waitingForQuota(state, today).length > 0 ? [] : [refusal("nothingChanged")];
  },
  decide: () => ({ events: [] }),
};
