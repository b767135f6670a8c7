import { z } from "zod";
import { directions } from "../../permit/entry.ts";
import { limitsAgainst } from "../grant-limits.ts";
import { refused, type CommandRule } from "../rule.ts";
import { underPermit } from "./assured.ts";
import { mayRecord, moved, readMoved, windowRefusals } from "./moved.ts";
import { mayLeave } from "./record-movement.ts";
import { acts, Day } from "./shared.ts";

export const PlanMovement = z.strictObject({
  type: z.literal("planMovement"),
  ...acts,
  direction: z.enum(directions),
  ...moved,
  /** The last day on which it should have arrived. */
  expected: Day.optional(),
});

/** Announces a movement. It takes nothing from the limit yet, and cannot be for more than is left. */
export const planMovement: CommandRule<typeof PlanMovement> = {
  schema: PlanMovement,
  permitted: mayRecord,
  may: mayLeave,
  decide(command, target, context) {
    const { state, permit } = underPermit(target);
    const { direction, at, expected } = command;
    const read = readMoved(command, { permit, state, context, isPlan: true });
    if ("wrong" in read) return refused(read.wrong);
    const data = { ...read.data, direction, controlPoint: read.data.controlPoint ?? permit.controlPoint, ...(expected !== undefined && { expected }) };
    const refusals = [...read.refusals, ...limitsAgainst({ ...data, stage: "planned" }, { permit, state, others: state.ledger }), ...windowRefusals(at, direction, { permit, state })];
    return refusals.length > 0 ? refused(...refusals) : { events: [{ type: "movement.planned", data }] };
  },
};
