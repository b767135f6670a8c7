import { z } from "zod";
import { permitWarningDue, warningDue } from "../expiry.ts";
import type { NewHappening } from "../events.ts";
import { refusal } from "../refusal.ts";
import { live, type CommandRule } from "../rule.ts";
import { type LiveState, permitOf, type Requirement, underWay } from "../state.ts";
import { acts, isOurs, needsStatus } from "./shared.ts";

export const TellExpiry = z.strictObject({ type: z.literal("tellExpiry"), ...acts });

/** The system's own act, 60, 30 and 7 days before something ends that the request rests on, or its permit itself. Each is said once. */
export const tellExpiry: CommandRule<typeof TellExpiry> = {
  schema: TellExpiry,
  permitted: (_target, { actor }) => isOurs(actor),
  may(target, { today }) {
    const wrong = needsStatus(target, ...underWay);
    const state = live(target);
    return !state || wrong.length > 0 ? wrong : warnings(state, today).length > 0 ? [] : [refusal("nothingExpires")];
  },
  decide: (_command, target, { today }) => ({ events: target.at === "live" ? warnings(target.state, today) : [] }),
};

function warnings(state: LiveState, today: string): NewHappening[] {
  const [days, permit] = [permitWarningDue(state, today), permitOf(state)];
  const ofPermit: NewHappening[] = days === null || !permit ? [] : [{ type: "permit.expiring", data: { validUntil: permit.validUntil, days } }];
  return [...state.requirements.flatMap((one) => ofRequirement(one, today)), ...ofPermit];
}

function ofRequirement(one: Requirement, today: string): NewHappening[] {
  const days = warningDue(one, today);
  return days === null || one.validUntil === null ? [] : [{ type: "requirement.expiring", data: { requirement: one.id, validUntil: one.validUntil, days } }];
}
