import { z } from "zod";
import { crossings, directions } from "../../permit/entry.ts";
import { Exact } from "../../permit/exact.ts";
import type { NewHappening } from "../events.ts";
import { imagine } from "../imagine.ts";
import { refusal, type Refusal } from "../refusal.ts";
import { refused, type CommandRule } from "../rule.ts";
import { type LiveState, permitOf } from "../state.ts";
import { personIn, stateIn } from "./assured.ts";
import { mayRecord, moved } from "./moved.ts";
import { recordMovement } from "./record-movement.ts";
import { acts, Id } from "./shared.ts";

/** As many as one table may hold. */
export const mostMovements = 500;

export const RecordMovements = z.strictObject({
  type: z.literal("recordMovements"),
  ...acts,
  movements: z.array(z.strictObject({ direction: z.enum(directions), /** The entry with which it was planned or departed. */ movement: Id.optional(), ...moved })).min(1).max(mostMovements),
});
type Row = z.infer<typeof RecordMovements>["movements"][number];

/**
 * Records many crossings at once, all or none: each is held to what a single one is held to, after those before it, so the limit counts
 * over the whole. What a single one would be recorded with as a discrepancy is refused here, and so is what stands twice: each of these
 * somebody has to look at by itself.
 */
export const recordMovements: CommandRule<typeof RecordMovements> = {
  schema: RecordMovements,
  permitted: mayRecord,
  may: recordMovement.may,
  decide({ movements, commandId }, target, context) {
    let state = stateIn(target);
    const twice = carriedOnTwice(movements);
    const refusals: Refusal[] = [...repeated(movements, state), ...twice.values()];
    const events: NewHappening[] = [];
    const by = { person: personIn(context), desk: null };
    for (const [at, row] of movements.entries()) {
      const fresh = { ...context.fresh, id: nth(context.fresh.id, at) };
      const outcome = recordMovement.decide({ type: "recordMovement", commandId, ...row }, { at: "live", state }, { ...context, fresh });
      // That it has crossed by then is what the row before it did.
      if ("refusals" in outcome) refusals.push(...outcome.refusals.filter(({ code }) => code !== "stageBehind" || !twice.has(at)).map((one) => atRow(at, one)));
      if (!("events" in outcome)) continue;
      for (const happening of outcome.events) {
        if (happening.type === "discrepancy.opened") refusals.push(atRow(at, unlike(happening.data)));
        if (happening.type !== "movement.recorded") continue;
        const entry: NewHappening = { ...happening, data: { ...happening.data, batch: { row: at + 1, of: movements.length } } };
        events.push(entry);
        state = imagine(state, entry, context, by) as LiveState;
      }
    }
    return refusals.length > 0 ? refused(...refusals) : { events };
  },
};

/** What does not agree, at the field that says so. */
function unlike({ code, found, expected }: { readonly code: string; readonly found: string | null; readonly expected: string | null }): Refusal {
  const path = code === "wrongControlPoint" ? "controlPoint" : code === "afterExpiry" ? "at" : code === "wrongDirection" ? "direction" : "quantity.value";
  return refusal("recordedAlone", { anomaly: code, found: found ?? "", expected: expected ?? "" }, path);
}

function atRow(at: number, { path, ...one }: Refusal): Refusal {
  return { ...one, path: path === undefined ? `movements.${at}` : `movements.${at}.${path}` };
}

/** The rows that carry on what a row before them does, by their place. */
function carriedOnTwice(rows: readonly Row[]): ReadonlyMap<number, Refusal> {
  return new Map(
    rows.flatMap(({ movement }, at) => {
      const first = movement === undefined ? at : rows.findIndex((row) => row.movement === movement);
      return first < at ? [[at, refusal("movementTwice", { row: first + 1 }, `movements.${at}.movement`)] as const] : [];
    }),
  );
}

/** Rows that say the same as a row before them, or as a crossing that is recorded. */
function repeated(rows: readonly Row[], state: LiveState): Refusal[] {
  const { ledger } = state;
  const usual = permitOf(state)?.controlPoint ?? null;
  const known = new Set(crossings(ledger).map(({ direction, at, stated, quantity, controlPoint }) => said({ direction, at, quantity: stated ?? quantity, controlPoint })));
  const first = new Map<string, number>();
  return rows.flatMap((row, at) => {
    const crossing = said({ ...row, controlPoint: row.controlPoint ?? usual });
    const whole = JSON.stringify([crossing, row.movement, row.carrier, row.condition, Object.entries(row.details ?? {}).toSorted()]);
    const before = first.get(whole);
    if (before !== undefined) return [refusal("repeatedRow", { row: before + 1 }, `movements.${at}`)];
    first.set(whole, at);
    // One that was announced is told apart by its name.
    return row.movement === undefined && known.has(crossing) ? [refusal("recordedAlready", {}, `movements.${at}`)] : [];
  });
}

function said({ direction, at, quantity, controlPoint }: { readonly direction: string; readonly at: string; readonly quantity: { readonly value: string; readonly unit: string }; readonly controlPoint: string | null }): string {
  return JSON.stringify([direction, Date.parse(at), new Exact(quantity.value).toFixed(), quantity.unit, controlPoint]);
}

/** An id of its own for each row, from the one that was made for the command: its last four digits count. */
function nth(id: string, at: number): string {
  return `${id.slice(0, -4)}${((Number.parseInt(id.slice(-4), 16) + at) % 65_536).toString(16).padStart(4, "0")}`;
}
