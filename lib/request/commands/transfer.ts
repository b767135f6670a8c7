import { z } from "zod";
import { refusal } from "../refusal.ts";
import { live, refused, said, type CommandRule } from "../rule.ts";
import { underWay } from "../state.ts";
import { stateIn } from "./assured.ts";
import { ownAffair } from "./own-affair.ts";
import { isOneOf } from "./separation.ts";
import { acts, asDesk, needsStatus, Words } from "./shared.ts";

/** `to` is a member of the team, by id or e-mail address. */
export const Transfer = z.strictObject({ type: z.literal("transfer"), ...acts, to: z.string().trim().min(1).max(320), reason: Words });

/** A desk of the case makes somebody of the team the requester; whoever was it becomes part of the team. */
export const transfer: CommandRule<typeof Transfer> = {
  schema: Transfer,
  permitted: (target, context) => asDesk("step.decide", target, context),
  may(target, context) {
    const wrong = needsStatus(target, ...underWay);
    const state = live(target);
    if (!state || wrong.length > 0) return wrong;
    // Who gains or loses by it does not decide it.
    return [...ownAffair(target, context), ...(state.team.length === 0 ? [refusal("noTeam")] : [])];
  },
  decide(command, target, { named }) {
    const state = stateIn(target);
    const to = named?.id ?? command.to;
    if (!state.team.includes(to)) return refused(refusal("notTeammate", {}, "to"));
    // Whoever decided a step of it, or in whose place somebody did, would then have decided on their own request.
    if (state.deciders.some((one) => isOneOf(one, [to]))) return refused(refusal("tookPart", {}, "to"));
    return { events: [{ type: "request.transferred", data: { from: state.requester, to, reason: said(command.reason) } }] };
  },
};
