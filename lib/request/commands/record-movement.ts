import { z } from "zod";
import { can } from "../../access/can.ts";
import { dayOf } from "../../calendar/day.ts";
import { isControlPoint } from "../../place/control-points.ts";
import { balance, exceeds, isPositive, isWhole } from "../../permit/balance.ts";
import type { Context, Target } from "../context.ts";
import { refusal, type Refusal } from "../refusal.ts";
import { blocking } from "../requirement.ts";
import { live, refused, type CommandRule } from "../rule.ts";
import { hasEnded, type LiveState, type Permit, permitOf } from "../state.ts";
import { acts, Amount, asParty, needsStatus } from "./shared.ts";
import { waitRefusals } from "../waits.ts";
import { isCounted } from "../../permit/units.ts";

export const RecordMovement = z.strictObject({
  type: z.literal("recordMovement"),
  ...acts,
  direction: z.enum(["out", "return"]),
  quantity: Amount,
  controlPoint: z.string().min(1).max(60).optional(),
  /** ISO 8601 with offset. */
  at: z.union([z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 })]),
});
type RecordMovement = z.infer<typeof RecordMovement>;

/** Records one crossing under the permit, never past what it allows. Once the permit has ended, only what comes back. */
export const recordMovement: CommandRule<typeof RecordMovement> = {
  schema: RecordMovement,
  permitted: (target, context) => asParty("movement.record", target, context) || atControlPoint(target, context),
  may(target, { waits }) {
    const state = live(target);
    if (state && somethingIsOut(state)) return [];
    // Without a permit because another request has not come far enough: that is said too.
    const wrong = [...needsStatus(target, "permitted"), ...(state?.status === "approved" ? waitRefusals(waits) : [])];
    if (!state || wrong.length > 0) return wrong;
    if (permitOf(state)?.suspended) return [refusal("permitSuspended")];
    return blocking(state.requirements, "crossing").map(({ id }) => refusal("requirementOpen", { requirement: id }));
  },
  decide(command, target, context) {
    const state = live(target);
    const permit = state && permitOf(state);
    if (!state || !permit) return refused(refusal("permitNotValid"));
    if (hasEnded(state.status) && command.direction === "out") return refused(refusal("wrongStatus", { status: state.status }, "direction"));
    const left = balance(permit.limit, state.movements);
    const refusals = check(command, permit, left, context);
    if (refusals.length > 0) return refused(...refusals);
    const { direction, quantity, controlPoint, at } = command;
    return { events: [{ type: "movement.recorded", data: { movement: context.fresh.id, direction, quantity, controlPoint: controlPoint ?? permit.controlPoint, at: new Date(at).toISOString() } }] };
  },
};

function check({ direction, quantity, controlPoint, at }: RecordMovement, permit: Permit, left: { remaining: string; outside: string }, { now }: Context): Refusal[] {
  if (quantity.unit !== permit.limit.unit) return [refusal("wrongUnit", { unit: permit.limit.unit }, "quantity.unit")];
  const day = dayOf(at);
  return [
    ...(isPositive(quantity.value) ? [] : [refusal("notPositive", {}, "quantity.value")]),
    ...(isCounted(quantity.unit) && !isWhole(quantity.value) ? [refusal("wholeNumberNeeded", { unit: quantity.unit }, "quantity.value")] : []),
    ...(direction === "out" && exceeds(quantity.value, left.remaining) ? [refusal("overLimit", { remaining: left.remaining, unit: permit.limit.unit }, "quantity.value")] : []),
    ...(direction === "return" && exceeds(quantity.value, left.outside) ? [refusal("nothingToReturn", { outside: left.outside, unit: permit.limit.unit }, "quantity.value")] : []),
    ...(controlPoint !== undefined && !isControlPoint(controlPoint) ? [refusal("unknownControlPoint", { controlPoint }, "controlPoint")] : []),
    ...(new Date(at).getTime() > new Date(now).getTime() + aMinute ? [refusal("dateInFuture", { day }, "at")] : []),
    ...(direction === "out" && permit.revokedFrom !== null && day >= permit.revokedFrom ? [refusal("permitRevokedFrom", { day: permit.revokedFrom }, "at")] : []),
    // What is out may come back at any time later: the window is for leaving.
    ...(day < permit.validFrom || (direction === "out" && day > permit.validUntil) ? [refusal("outsideWindow", { from: permit.validFrom, to: permit.validUntil }, "at")] : []),
  ];
}

/** After the end goods may still come back, as long as some are out. */
function somethingIsOut(state: LiveState): boolean {
  const permit = permitOf(state);
  return hasEnded(state.status) && permit !== null && isPositive(balance(permit.limit, state.movements).outside);
}

/** Clocks of phones at the boundary run a little fast. */
const aMinute = 60_000;

function atControlPoint(target: Target, context: Context): boolean {
  const state = live(target);
  const point = state && permitOf(state)?.controlPoint;
  const desks = context.checkpoints.filter(({ controlPoints }) => typeof point === "string" && controlPoints.includes(point)).map(({ desk }) => desk);
  return can(context.actor, "movement.record", { desks });
}
