import { z } from "zod";
import { readersFor } from "../../access/subjects.ts";
import { isParty, isPerson, type Context } from "../context.ts";
import { refusal } from "../refusal.ts";
import { live, refused, said, type CommandRule } from "../rule.ts";
import { personIn, stateIn } from "./assured.ts";
import { acts, asDesk, asParty, needsStatus, ownDesks, Words } from "./shared.ts";

export const audiences = ["requester", "desks", "side"] as const;
export const Comment = z.strictObject({ type: z.literal("comment"), ...acts, audience: z.enum(audiences), text: Words });

/** Talk about a request: with the requester, among all desks, or among the desks of one side. */
export const comment: CommandRule<typeof Comment> = {
  schema: Comment,
  permitted: (target, context) => asParty("comment.add", target, context) || asDesk("comment.add", target, context) || isNamed(target, context),
  may: (target) => needsStatus(target, "submitted", "in-review", "returned", "approved", "permitted", "closed", "rejected", "withdrawn", "expired", "revoked"),
  decide(command, target, context) {
    const state = stateIn(target);
    const desks = ownDesks(state, context);
    if (command.audience !== "requester" && desks.length === 0) return refused(refusal("audienceNotYours", { audience: command.audience }, "audience"));
    const side = command.audience === "side" ? (desks[0]?.side ?? null) : null;
    return { events: [{ type: "comment.added", data: { audience: command.audience, side, text: said(command.text, readersFor(command.audience, side, state, personIn(context))) } }] };
  },
};

/** The endorser talks too, though they staff no desk; a party of the request who is nobody's officer only with the requester's side. */
function isNamed(target: Parameters<typeof isParty>[0], context: Context): boolean {
  const state = live(target);
  return state !== null && isPerson(context.actor) && state.endorser === context.actor.id;
}
