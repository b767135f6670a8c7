import { z } from "zod";
import { isPositive, ledgerBalance } from "../../permit/balance.ts";
import { ends } from "../../permit/entry.ts";
import { limitRefusals } from "../../permit/limits.ts";
import { refusal } from "../refusal.ts";
import { live, refused, type CommandRule } from "../rule.ts";
import { hasEnded, permitOf } from "../state.ts";
import { underPermit } from "./assured.ts";
import { endRefusals, mayRecord, moved, readMoved } from "./moved.ts";
import { acts, needsStatus } from "./shared.ts";

export const RecordEnd = z.strictObject({ type: z.literal("recordEnd"), ...acts, end: z.enum(ends), ...moved });

/** What became of something outside that will not come back: destroyed, handed on, or remitted. Also after the permit has ended. */
export const recordEnd: CommandRule<typeof RecordEnd> = {
  schema: RecordEnd,
  permitted: mayRecord,
  may(target) {
    const state = live(target);
    const permit = state && permitOf(state);
    if (!state || !permit) return needsStatus(target, "permitted");
    const { outside } = ledgerBalance(permit.limit, state.ledger);
    if (isPositive(outside)) return [];
    return hasEnded(state.status) ? needsStatus(target, "permitted") : [refusal("nothingToReturn", { outside: "0", unit: permit.limit.unit })];
  },
  decide(command, target, context) {
    const { state, permit } = underPermit(target);
    const read = readMoved(command, { permit, state, context });
    if ("wrong" in read) return refused(read.wrong);
    const { end } = command;
    const refusals = [...read.refusals, ...limitRefusals({ ...read.data, stage: end }, permit.limit, state.ledger), ...endRefusals(command.at, permit)];
    return refusals.length > 0 ? refused(...refusals) : { events: [{ type: "movement.ended", data: { ...read.data, end } }] };
  },
};
