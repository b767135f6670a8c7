import { z } from "zod";
import { refusal } from "../refusal.ts";
import { beforePermit, heldUpBy } from "../requirement.ts";
import { live, type CommandRule } from "../rule.ts";
import { waitRefusals } from "../waits.ts";
import { acts, isOurs, needsStatus } from "./shared.ts";

export const IssuePermit = z.strictObject({ type: z.literal("issuePermit"), ...acts });

/** The system's own act, when what an approved request waited for elsewhere has come about. The permit itself follows by itself, as it does from any command. */
export const issuePermit: CommandRule<typeof IssuePermit> = {
  schema: IssuePermit,
  permitted: (_target, { actor }) => isOurs(actor),
  may(target, { waits, today }) {
    const state = live(target);
    const wrong = needsStatus(target, "approved");
    if (!state || wrong.length > 0) return wrong;
    return [
      ...beforePermit(state.requirements, today).map((one) => heldUpBy(one, today)),
      ...waitRefusals(waits),
      ...(state.window.to < today ? [refusal("outsideWindow", { from: state.window.from, to: state.window.to })] : []),
    ];
  },
  decide: () => ({ events: [] }),
};
