import { z } from "zod";
import { type Consignment, consignments } from "../../permit/consignments.ts";
import { anomaliesOf } from "../../permit/discrepancy.ts";
import { directions } from "../../permit/entry.ts";
import { limitsAgainst } from "../grant-limits.ts";
import { refusal } from "../refusal.ts";
import { live, refused, type CommandRule } from "../rule.ts";
import { hasEnded } from "../state.ts";
import { underPermit } from "./assured.ts";
import { carriedOn, heldBy, mayRecord, moved, readMoved, windowRefusals, withDiscrepancies } from "./moved.ts";
import { mayLeave } from "./record-movement.ts";
import { acts, Day, Id, Line, needsStatus } from "./shared.ts";

export const RecordStage = z.strictObject({
  type: z.literal("recordStage"),
  ...acts,
  stage: z.enum(["departed", "arrived"]),
  /** The entry with which it began; a departure that was not planned has none. */
  movement: Id.optional(),
  /** Of a departure that was not planned; otherwise as it began. */
  direction: z.enum(directions).optional(),
  ...moved,
  expected: Day.optional(),
  /** What arrived instead of what was sent. */
  otherItem: Line.optional(),
});

/**
 * That a movement departed, or arrived. Stages only go on; what arrives otherwise than it left is recorded, and somebody has to explain it.
 * Whoever has it by the record books it in, too.
 */
export const recordStage: CommandRule<typeof RecordStage> = {
  schema: RecordStage,
  permitted: (target, context) => mayRecord(target, context) || heldBy(target, context).length > 0,
  may(target) {
    // What left in time is booked in also after the end.
    const state = live(target);
    return state && hasEnded(state.status) && consignments(state.ledger).some(isAwaited) ? [] : needsStatus(target, "permitted");
  },
  decide(command, target, context) {
    const { state, permit } = underPermit(target);
    const { stage, movement, at, expected, otherItem } = command;
    if (!mayRecord(target, context) && !(stage === "arrived" && movement !== undefined && heldBy(target, context).includes(movement))) return refused(refusal("notInHand", {}, "movement"));
    const leaves = stage === "departed" ? mayLeave(target, context) : [];
    if (leaves.length > 0) return refused(...leaves);
    const { before, refusals: against } = carriedOn(movement, stage, at, state);
    const read = readMoved(otherItem === undefined ? command : { ...command, condition: [otherItem, command.condition].filter((one) => one !== undefined).join("\n") }, { permit, state, context });
    if ("wrong" in read) return refused(read.wrong, ...against);
    const direction = command.direction ?? before?.direction ?? "out";
    const data = { ...read.data, direction, ...(before && { consignment: before.id }) };
    const entry = { ...data, stage, isOther: otherItem !== undefined };
    const refusals = [...read.refusals, ...limitsAgainst(entry, { permit, state, others: state.ledger }), ...(stage === "departed" ? windowRefusals(at, direction, { permit, state }) : []), ...against];
    if (refusals.length > 0) return refused(...refusals);
    const anomalies = anomaliesOf(entry, before, permit);
    return stage === "departed"
      ? withDiscrepancies({ type: "movement.departed", data: { ...data, ...(expected !== undefined && { expected }) } }, data.movement, anomalies)
      : withDiscrepancies({ type: "movement.arrived", data }, data.movement, anomalies);
  },
};

function isAwaited({ at }: Consignment): boolean {
  return at.arrived === null && (at.departed !== null || at.crossed !== null);
}
