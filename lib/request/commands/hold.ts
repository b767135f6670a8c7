import { z } from "zod";
import { can } from "../../access/can.ts";
import { readersFor } from "../../access/subjects.ts";
import { isPerson, type Context, type Target } from "../context.ts";
import { isHeld, placesOf } from "../evolve-erasure.ts";
import { refusal } from "../refusal.ts";
import { live, said, type CommandRule } from "../rule.ts";
import { organisationsOf } from "../state.ts";
import { personIn, stateIn } from "./assured.ts";
import { ownAffair } from "./own-affair.ts";
import { acts, Line, Words } from "./shared.ts";

/** `authority` is who asked for it: a court, a regulator, a file number. */
export const PlaceHold = z.strictObject({ type: z.literal("placeHold"), ...acts, authority: Line, reason: Words });
export const LiftHold = z.strictObject({ type: z.literal("liftHold"), ...acts, reason: Words });

/** Whoever audits keeps everything of a request as it is, whatever the law would have erased. Nobody holds their own. */
export const placeHold: CommandRule<typeof PlaceHold> = {
  schema: PlaceHold,
  permitted: mayHold,
  may(target, context) {
    const state = live(target);
    return [...ownAffair(target, context), ...(state && isHeld(state) ? [refusal("heldAlreadyByLaw")] : [])];
  },
  decide({ authority, reason }, target, context) {
    const readers = readersFor("desks", null, stateIn(target), personIn(context));
    return { events: [{ type: "hold.placed", data: { authority: said(authority, readers), reason: said(reason, readers) } }] };
  },
};

/** The hold ends. Whoever lifts it erases nothing of the request afterwards. */
export const liftHold: CommandRule<typeof LiftHold> = {
  schema: LiftHold,
  permitted: mayHold,
  may(target, context) {
    const state = live(target);
    return [...ownAffair(target, context), ...(state && isHeld(state) ? [] : [refusal("noHold")])];
  },
  decide({ reason }, target, context) {
    return { events: [{ type: "hold.lifted", data: { reason: said(reason, readersFor("desks", null, stateIn(target), personIn(context))) } }] };
  },
};

function mayHold(target: Target, { actor }: Context): boolean {
  const state = live(target);
  return state !== null && isPerson(actor) && can(actor, "record.hold", { organisations: organisationsOf(state), jurisdictions: placesOf(state) });
}
