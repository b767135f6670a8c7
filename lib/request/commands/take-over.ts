import { z } from "zod";
import { can } from "../../access/can.ts";
import { isPositive, isWhole } from "../../permit/balance.ts";
import { type Consignment, consignmentOf, consignments, isUnderWay } from "../../permit/consignments.ts";
import { holderOf, isHeld, lastCounted } from "../../permit/custody.ts";
import { handedOver } from "../../permit/discrepancy.ts";
import { codeLasts, entryWaits, type HandOverCode } from "../../permit/hand-over-code.ts";
import { convert, isCounted } from "../../permit/units.ts";
import { dayOf } from "../../calendar/day.ts";
import { type Context, isPerson, type Target } from "../context.ts";
import { refusal, type Refusal } from "../refusal.ts";
import { live, refused, said, type CommandRule } from "../rule.ts";
import { endedStatuses, type LiveState, organisationsOf, permitOf } from "../state.ts";
import { personIn, underPermit } from "./assured.ts";
import { aMinute, Instant, mayRecord, tooEarly, withDiscrepancies } from "./moved.ts";
import { acts, Amount, asDesk, Line, needsStatus, Words } from "./shared.ts";

export const TakeOver = z.strictObject({
  type: z.literal("takeOver"),
  ...acts,
  /** What whoever has it shows, or the address that ends in it. */
  code: z.string().min(1).max(600),
  place: Line,
  /** When it changed hands; now where nothing is said. */
  at: Instant.optional(),
  /** As counted; as it was last counted where nothing is said. */
  quantity: Amount.optional(),
  /** Nothing is seen that is wrong with it. */
  isSound: z.boolean(),
  condition: Words.optional(),
});

/**
 * Whoever is shown the code of a movement takes it over: from then on they have it. The code is the proof that whoever had it agreed; it
 * counts for ten minutes and once. A difference in amount, or damage, is recorded all the same, and somebody has to explain it.
 */
export const takeOver: CommandRule<typeof TakeOver> = {
  schema: TakeOver,
  permitted: mayReceive,
  may(target) {
    const state = live(target);
    const wrong = needsStatus(target, "permitted", ...endedStatuses);
    if (!state || wrong.length > 0) return wrong;
    // A request can be closed that never had a permit.
    if (!permitOf(state)) return [refusal("permitNotValid")];
    if (!isHeld(state.kind)) return [refusal("notHandedOver")];
    return consignments(state.ledger).some(isUnderWay) ? [] : [refusal("nothingUnderWay")];
  },
  decide(command, target, context) {
    const { state, permit } = underPermit(target);
    const { handOver: code, now, fresh } = context;
    const actor = personIn(context);
    if (code === null || code.request !== state.id) return refused(refusal("codeForeign", {}, "code"));
    const one = consignmentOf(state.ledger, code.movement);
    const at = command.at ?? now;
    const against = one ? [...codeRefusals(code, one, { state, at, now, actor }), ...(code.from === actor ? [] : giverRefusals(code, target, context))] : [refusal("unknownMovement", {}, "code")];
    if (!one || against.length > 0) return refused(...against);
    const { unit } = permit.limit;
    const counted = lastCounted(one, state.custody);
    const stated = command.quantity ?? counted;
    const quantity = stated && convert(stated, unit);
    if (!stated || !quantity) return refused(refusal("wrongUnit", { unit }, "quantity.unit"));
    const last = state.custody.findLast(({ movement }) => movement === one.id);
    const before = last ? { stage: "handedOver" as const, at: last.at } : one.at.departed;
    const refusals = [
      // What arrived broken, or did not, is counted as none.
      ...(isPositive(quantity.value) || !command.isSound ? [] : [refusal("notPositive", {}, "quantity.value")]),
      ...(isCounted(unit) && !isWhole(quantity.value) ? [refusal("wholeNumberNeeded", { unit }, "quantity.value")] : []),
      ...(Date.parse(at) > Date.parse(now) + aMinute ? [refusal("dateInFuture", { day: dayOf(at) }, "at")] : []),
      ...(before ? tooEarly(at, before) : []),
    ];
    if (refusals.length > 0) return refused(...refusals);
    const { place, isSound, condition } = command;
    const data = { handOver: fresh.id, movement: one.id, from: code.from, to: actor, quantity, ...(stated.unit !== unit && { stated }), at: new Date(at).toISOString(), isSound, about: said(JSON.stringify({ place, condition })) };
    return withDiscrepancies({ type: "movement.handedOver", data }, fresh.id, handedOver(quantity, counted, isSound));
  },
};

/**
 * Who may take something over: whoever writes in the ledger; whoever records movements for an organisation that takes part, or for one of
 * the two sides, as carriers do; and the desks of the case. They need not see the request before: whoever has it shows it to them.
 */
export function mayReceive(target: Target, context: Context): boolean {
  const state = live(target);
  if (!state || !isPerson(context.actor)) return false;
  const { from, to } = state.corridor;
  return mayRecord(target, context) || can(context.actor, "movement.record", { organisations: organisationsOf(state), jurisdictions: [from.jurisdiction, to.jurisdiction] }) || asDesk("step.decide", target, context);
}

/** Why the actor may not hand a movement over now: only whoever has it by the record, or writes in the ledger, and only while it is under way. */
export function handOverRefusals(movement: string, target: Target, context: Context): Refusal[] {
  const state = live(target);
  const one = state ? consignmentOf(state.ledger, movement) : undefined;
  const has = state && one && isPerson(context.actor) && holderOf(one, state) === context.actor.id;
  if (!has && !mayRecord(target, context)) return [refusal("notPermitted")];
  if (state && !isHeld(state.kind)) return [refusal("notHandedOver")];
  return one ? standing(one) : [refusal("unknownMovement", {}, "movement")];
}

/** Only what has left and has not come is in anybody's hands. */
function standing(one: Consignment): Refusal[] {
  if (one.at.arrived) return [refusal("arrivedAlready", { day: dayOf(one.at.arrived.at) }, "movement")];
  return isUnderWay(one) ? [] : [refusal("notDeparted", {}, "movement")];
}

/** A code counts as long as whoever showed it could show another: not once their account is locked, or their right is gone. Used, it says so and no more. */
function giverRefusals({ movement, after }: HandOverCode, target: Target, context: Context): Refusal[] {
  const isUsed = after !== (live(target)?.custody.findLast((one) => one.movement === movement)?.id ?? null);
  const may = context.named !== null && !handOverRefusals(movement, target, { ...context, actor: context.named }).some(({ code }) => code === "notPermitted");
  return isUsed || may ? [] : [refusal("codeWithdrawn", {}, "code")];
}

type Taking = { readonly state: LiveState; readonly at: string; readonly now: string; readonly actor: string };

function codeRefusals({ from, after, issuedAt }: HandOverCode, one: Consignment, { state, at, now, actor }: Taking): Refusal[] {
  const last = state.custody.findLast(({ movement }) => movement === one.id)?.id ?? null;
  const [issued, taken] = [Date.parse(issuedAt), Date.parse(at)];
  const isOver = taken < issued - aMinute || taken > issued + codeLasts + aMinute || Date.parse(now) > taken + entryWaits;
  return [
    ...standing(one).map((refusal) => ({ ...refusal, path: "code" })),
    ...(after === last ? [] : [refusal("codeUsed", {}, "code")]),
    ...(from === actor ? [refusal("codeOwn", {}, "code")] : []),
    ...(isOver ? [refusal("codeExpired", {}, "code")] : []),
  ];
}
