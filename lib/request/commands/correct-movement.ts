import { z } from "zod";
import { dayOf } from "../../calendar/day.ts";
import { type Consignment, consignmentOf, reached } from "../../permit/consignments.ts";
import { anomaliesOf } from "../../permit/discrepancy.ts";
import { isBeforeArrival, isEnd, lastReading, stages, type Written } from "../../permit/entry.ts";
import { Exact } from "../../permit/exact.ts";
import { accountedFor } from "../../permit/limits.ts";
import type { NewHappening } from "../events.ts";
import { limitsAgainst } from "../grant-limits.ts";
import { refusal, type Refusal } from "../refusal.ts";
import { live, refused, said, type CommandRule } from "../rule.ts";
import { hasEnded, type LiveState, permitOf } from "../state.ts";
import { underPermit } from "./assured.ts";
import { endRefusals, mayRecord, moved, readMoved, tooEarly, windowRefusals, withDiscrepancies } from "./moved.ts";
import { acts, Id, needsStatus, Words } from "./shared.ts";

const { quantity, at, ...rest } = moved;

export const CorrectMovement = z.strictObject({
  type: z.literal("correctMovement"),
  ...acts,
  /** The entry that is wrong. */
  movement: Id,
  reason: Words,
  /** What is right; what is not said stays. Of a reading, the right total. */
  quantity: quantity.optional(),
  at: at.optional(),
  ...rest,
  /** It never happened. */
  isVoid: z.literal(true).optional(),
});

/**
 * Puts an entry of the ledger right by another one that names it. The old one stays as it was written and does not count any more; the
 * new one is held to everything that an entry made today would be held to.
 */
export const correctMovement: CommandRule<typeof CorrectMovement> = {
  schema: CorrectMovement,
  permitted: mayRecord,
  may(target) {
    const state = live(target);
    if (!state || !permitOf(state)) return needsStatus(target, "permitted");
    if (state.ledger.length > 0) return [];
    return hasEnded(state.status) ? needsStatus(target, "permitted") : [refusal("unknownMovement")];
  },
  decide(command, target, context) {
    const { state, permit } = underPermit(target);
    const old = state.ledger.find(({ id }) => id === command.movement);
    if (!old) return refused(refusal("unknownMovement", {}, "movement"));
    const against = uncorrectable(old, state);
    if (against.length > 0) return refused(...against);
    const { reason, isVoid = false } = command;
    const unit = permit.limit.unit;
    const whole = old.reading ? { value: old.reading.total, unit } : (old.stated ?? old.quantity);
    const read = readMoved({ ...command, quantity: command.quantity ?? whole, rate: command.rate ?? old.rate ?? undefined, at: command.at ?? old.at, controlPoint: command.controlPoint ?? old.controlPoint ?? undefined, papers: command.papers ?? old.papers }, { permit, state, context, isPlan: old.stage === "planned" });
    if ("wrong" in read) return refused(read.wrong);
    const others = state.ledger.filter(({ id }) => id !== old.id);
    const { data } = read;
    const before = old.reading ? (lastReading(others, old.reading.counter)?.reading?.total ?? "0") : "0";
    const value = isVoid ? "0" : new Exact(data.quantity.value).minus(before).toFixed();
    const entry = { ...data, direction: old.direction, quantity: { value, unit }, stage: old.stage };
    const movement = consignmentOf(others, old.consignment) ?? null;
    const happening: NewHappening = {
      type: "movement.corrected",
      data: {
        ...data, direction: entry.direction, quantity: entry.quantity, consignment: old.consignment, corrects: old.id, stage: old.stage, reason: said(reason),
        ...(old.expected !== null && { expected: old.expected }),
        ...(old.reading && { reading: { counter: old.reading.counter, total: isVoid ? before : data.quantity.value } }),
        ...(isVoid && { isVoid }),
      },
    };
    const refusals = [
      ...(isVoid ? [] : [...read.refusals, ...limitsAgainst(entry, { permit, state, others: others.filter((one) => one.consignment !== old.consignment) })]),
      ...(old.reading && value.startsWith("-") ? [refusal("readingBelow", { last: before, unit }, "quantity.value")] : []),
      ...accountedFor(permit.limit, ledgerWith(state, old, entry, isVoid)),
      ...(isVoid ? [] : earlierStages(old, movement).flatMap((one) => tooEarly(entry.at, one))),
      ...(isEnd(old.stage) && !isVoid ? endRefusals(entry.at, permit) : []),
      ...(!isVoid && isBeforeArrival(old.stage) ? windowRefusals(entry.at, entry.direction, { permit, state, isLate: dayOf(old.at) > permit.validUntil }) : []),
    ];
    return refusals.length > 0 ? refused(...unique(refusals)) : withDiscrepancies(happening, data.movement, isVoid ? [] : anomaliesOf(entry, movement, permit));
  },
};

/** Why an entry cannot be corrected at all: it was already, it is a plan that was carried out, or a reading after which others came. */
function uncorrectable(old: Written, { ledger }: LiveState): Refusal[] {
  if (old.correctedBy !== null || old.isVoid) return [refusal("correctedAlready", {}, "movement")];
  const movement = consignmentOf(ledger, old.consignment);
  const last = movement && reached(movement);
  if (old.stage === "planned" && last && last.stage !== "planned") return [refusal("stageBehind", { stage: last.stage }, "movement")];
  if (old.reading && lastReading(ledger, old.reading.counter)?.id !== old.id) return [refusal("readingNotLast", {}, "movement")];
  return [];
}

/** What the same movement came through before. */
function earlierStages({ stage }: Written, movement: Consignment | null): Written[] {
  return movement ? stages.slice(0, Math.max(0, stages.findIndex((one) => one === stage))).flatMap((one) => movement.at[one] ?? []) : [];
}

/** The ledger as it would count. */
function ledgerWith({ ledger }: LiveState, old: Written, entry: Pick<Written, "direction" | "quantity" | "stage">, isVoid: boolean): Written[] {
  return ledger.map((one) => (one.id === old.id ? { ...one, ...entry, isVoid } : one));
}

function unique(refusals: readonly Refusal[]): Refusal[] {
  return [...new Map(refusals.map((one) => [`${one.code} ${one.path ?? ""}`, one])).values()];
}
