import { z } from "zod";
import { notArrived } from "../../permit/discrepancy.ts";
import { refusal } from "../refusal.ts";
import { live, type CommandRule } from "../rule.ts";
import { stateIn } from "./assured.ts";
import { acts, isOurs } from "./shared.ts";

export const ReportNotArrived = z.strictObject({ type: z.literal("reportNotArrived"), ...acts });

/** The system's own act, on the day after that on which a movement should have arrived. Each is said once. */
export const reportNotArrived: CommandRule<typeof ReportNotArrived> = {
  schema: ReportNotArrived,
  permitted: (_target, { actor }) => isOurs(actor),
  may(target, { today }) {
    const state = live(target);
    return state && notArrived(state).some(({ due }) => due < today) ? [] : [refusal("noDiscrepancy")];
  },
  decide(_command, target, { today }) {
    const late = notArrived(stateIn(target)).filter(({ due }) => due < today);
    return { events: late.map(({ id, due }) => ({ type: "discrepancy.opened", data: { discrepancy: `${id}:notArrived`, code: "notArrived", movement: id, found: null, expected: due, unit: null } })) };
  },
};
