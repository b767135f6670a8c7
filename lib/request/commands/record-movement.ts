import { z } from "zod";
import { dayOf } from "../../calendar/day.ts";
import { isPositive, ledgerBalance } from "../../permit/balance.ts";
import { announced, type Consignment, isUnderWay } from "../../permit/consignments.ts";
import { anomaliesOf } from "../../permit/discrepancy.ts";
import { directions } from "../../permit/entry.ts";
import type { Context, Target } from "../context.ts";
import { limitsAgainst } from "../grant-limits.ts";
import { ownRefusals } from "../own-rights.ts";
import { refusal, type Refusal } from "../refusal.ts";
import { blocking, heldUpBy, lapsesOn } from "../requirement.ts";
import { live, refused, type CommandRule } from "../rule.ts";
import { hasEnded, type LiveState, type Permit, permitOf } from "../state.ts";
import { waitRefusals } from "../waits.ts";
import { underPermit } from "./assured.ts";
import { carriedOn, mayRecord, moved, readMoved, windowRefusals, withDiscrepancies } from "./moved.ts";
import { acts, Id, needsStatus } from "./shared.ts";

export const RecordMovement = z.strictObject({
  type: z.literal("recordMovement"),
  ...acts,
  direction: z.enum(directions),
  /** The entry with which it was planned or departed. */
  movement: Id.optional(),
  ...moved,
});

/**
 * Records one crossing under the permit, never past what it allows. Once the permit has ended, only what comes back; and what had
 * departed in time and was still on its way when the permit expired, which somebody then has to explain.
 */
export const recordMovement: CommandRule<typeof RecordMovement> = {
  schema: RecordMovement,
  permitted: mayRecord,
  may(target, context) {
    const state = live(target);
    return state && (somethingIsOut(state) || lateOnes(state).length > 0) ? [] : mayLeave(target, context);
  },
  decide(command, target, context) {
    const { state, permit } = underPermit(target);
    const { direction, movement, at } = command;
    const { before, refusals: against } = carriedOn(movement, "crossed", at, state);
    const isLate = before !== null && departedInTime(before, permit);
    if (hasEnded(state.status) && direction === "out" && !(isLate && state.status === "expired")) return refused(refusal("wrongStatus", { status: state.status }, "direction"));
    const read = readMoved(command, { permit, state, context });
    if ("wrong" in read) return refused(read.wrong, ...against);
    const data = { ...read.data, direction, controlPoint: read.data.controlPoint ?? permit.controlPoint, ...(before && { consignment: before.id }) };
    const entry = { ...data, stage: "crossed" as const };
    const refusals = [...read.refusals, ...limitsAgainst(entry, { permit, state, others: state.ledger }), ...windowRefusals(at, direction, { permit, state, isLate }), ...against];
    return refusals.length > 0 ? refused(...refusals) : withDiscrepancies({ type: "movement.recorded", data }, data.movement, anomaliesOf(entry, before, permit));
  },
};

/** Whether anything may leave now, whatever it is; of the request's people only those take it who accepted its terms and are not barred. */
export function mayLeave(target: Target, { actor, bars, waits, today }: Pick<Context, "actor" | "bars" | "waits" | "today">): Refusal[] {
  const state = live(target);
  // Without a permit because another request has not come far enough: that is said too.
  const wrong = [...needsStatus(target, "permitted"), ...(state?.status === "approved" ? waitRefusals(waits) : [])];
  if (!state || wrong.length > 0) return wrong;
  const own = ownRefusals(target, { actor, bars });
  if (own.length > 0) return own;
  if (permitOf(state)?.suspended) return [refusal("permitSuspended")];
  // What crossed while a grant held can be written down after it has expired: its day decides.
  const first = permitOf(state)?.validFrom ?? today;
  return blocking(state.requirements, "crossing", today).filter((one) => !lapsesOn(one, today) || lapsesOn(one, first)).map((one) => heldUpBy(one, today));
}

/** After the end goods may still come back, as long as some are out. */
export function somethingIsOut(state: LiveState): boolean {
  const permit = permitOf(state);
  return hasEnded(state.status) && permit !== null && isPositive(ledgerBalance(permit.limit, state.ledger).outside);
}

/** What was on its way when the permit expired. */
function lateOnes(state: LiveState): Consignment[] {
  const permit = permitOf(state);
  return state.status === "expired" && permit ? announced(state.ledger).filter((one) => departedInTime(one, permit)) : [];
}

function departedInTime(one: Consignment, { validUntil }: Permit): boolean {
  return isUnderWay(one) && one.at.departed !== null && dayOf(one.at.departed.at) <= validUntil;
}
