import { z } from "zod";
import { exceeds } from "../../permit/balance.ts";
import { anomaliesOf } from "../../permit/discrepancy.ts";
import { lastReading } from "../../permit/entry.ts";
import { Exact } from "../../permit/exact.ts";
import { limitsAgainst } from "../grant-limits.ts";
import { refusal } from "../refusal.ts";
import { refused, type CommandRule } from "../rule.ts";
import { underPermit } from "./assured.ts";
import { mayRecord, moved, readMoved, tooEarly, windowRefusals, withDiscrepancies } from "./moved.ts";
import { mayLeave } from "./record-movement.ts";
import { acts } from "./shared.ts";

const { quantity: total, rate: _rate, ...rest } = moved;

export const RecordReading = z.strictObject({
  type: z.literal("recordReading"),
  ...acts,
  /** Which counter, as whoever reads it calls it: letters, digits and hyphens. */
  counter: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/),
  /** All that it counted so far, not what was added. */
  total,
  ...rest,
});

/**
 * The reading of a counter that only goes up: a transfer's meter, a bank's sum. What counts is the last total of each counter,
 * so reading it twice counts once; a reading below the last is a mistake in one of them, and that one is corrected.
 */
export const recordReading: CommandRule<typeof RecordReading> = {
  schema: RecordReading,
  permitted: mayRecord,
  may: mayLeave,
  decide({ total: quantity, ...command }, target, context) {
    const { state, permit } = underPermit(target);
    const read = readMoved({ ...command, quantity }, { permit, state, context });
    if ("wrong" in read) return refused({ ...read.wrong, path: "total.unit" });
    const before = lastReading(state.ledger, command.counter);
    const last = before?.reading?.total ?? "0";
    const whole = read.data.quantity.value;
    const { unit } = permit.limit;
    const data = { ...read.data, controlPoint: read.data.controlPoint ?? permit.controlPoint, quantity: { value: new Exact(whole).minus(last).toFixed(), unit }, reading: { counter: command.counter, total: whole } };
    const against = before && !exceeds(whole, last) ? [refusal(exceeds(last, whole) ? "readingBelow" : "nothingChanged", { last, unit }, "total.value")] : limitsAgainst({ ...data, stage: "crossed" }, { permit, state, others: state.ledger });
    const early = before ? tooEarly(command.at, before) : [];
    const refusals = [...read.refusals, ...against, ...windowRefusals(command.at, "out", { permit, state }), ...early].map((one) => (one.path === "quantity.value" ? { ...one, path: "total.value" } : one));
    return refusals.length > 0 ? refused(...refusals) : withDiscrepancies({ type: "movement.read", data }, data.movement, anomaliesOf({ ...data, stage: "crossed" }, null, permit));
  },
};
