import { z } from "zod";
import { dayOf } from "../../calendar/day.ts";
import { type Consignment, consignmentOf, firstOf } from "../../permit/consignments.ts";
import { series, summaryOf, worstOf } from "../../permit/excursions.ts";
import type { TraceProblem } from "../../permit/trace.ts";
import { refusal, type Refusal } from "../refusal.ts";
import { live, refused, said, type CommandRule } from "../rule.ts";
import { endedStatuses } from "../state.ts";
import { stateIn } from "./assured.ts";
import { mayRecord, withDiscrepancies } from "./moved.ts";
import { acts, Id, needsStatus } from "./shared.ts";

/** Degrees Celsius as decimal text. */
const Celsius = z.string().regex(/^-?\d{1,3}(\.\d{1,2})?$/);

export const RecordTrace = z.strictObject({
  type: z.literal("recordTrace"),
  ...acts,
  /** The movement, by the entry with which it began. */
  movement: Id,
  /** The logger's file, a paper of the request. */
  document: Id,
  /** What the goods had to be kept between; both ends are allowed. */
  range: z.strictObject({ from: Celsius, to: Celsius }),
});

/** As many points as a drawing on a page can show. */
const points = 240;
/** Loggers and telephones are set by hand. */
const fiveMinutes = 300_000;

/** How warm a movement was kept, by a logger's file; each stretch outside its range somebody has to explain. */
export const recordTrace: CommandRule<typeof RecordTrace> = {
  schema: RecordTrace,
  permitted: mayRecord,
  may(target) {
    const state = live(target);
    return state && state.ledger.length === 0 ? [refusal("nothingMoved")] : needsStatus(target, "permitted", ...endedStatuses);
  },
  decide({ movement, document, range }, target, { trace, fresh, now }) {
    const state = stateIn(target);
    const moved = consignmentOf(state.ledger, movement);
    const refusals: Refusal[] = [
      ...(moved ? [] : [refusal("unknownMovement", {}, "movement")]),
      ...(state.documents.some(({ id }) => id === document) ? [] : [refusal("unknownDocument", {}, "document")]),
      ...(Number(range.from) < Number(range.to) ? [] : [refusal("rangeReversed", {}, "range.to")]),
      ...(state.traces.some((one) => one.movement === movement && one.document === document) ? [refusal("nothingChanged", {}, "document")] : []),
    ];
    if (refusals.length > 0 || !moved) return refused(...refusals);
    if (trace === null) return refused(refusal("unknownDocument", {}, "document"));
    if ("wrong" in trace) return refused(unreadable(trace.wrong));
    const summary = summaryOf(trace.readings, range);
    const { began, arrived } = spanOf(moved);
    if (Date.parse(summary.to) > Date.parse(now) + fiveMinutes) return refused(refusal("dateInFuture", { day: dayOf(summary.to) }, "document"));
    if (summary.to < began || (arrived !== null && summary.from > arrived)) return refused(refusal("traceElsewhen", { from: dayOf(summary.from), to: dayOf(summary.to) }, "document"));
    const id = fresh.id;
    const worst = worstOf(summary, range);
    const event = { type: "movement.traced" as const, data: { trace: id, movement, document, range, ...summary, excursions: [...summary.excursions], series: said(JSON.stringify(series(trace.readings, points))) } };
    return withDiscrepancies(event, id, worst === null ? [] : [{ code: "temperatureExcursion", found: worst, expected: `${range.from}/${range.to}`, unit: null }]);
  },
};

/** From its first entry that is no plan, or else its plan, to its arrival. */
function spanOf(moved: Consignment): { readonly began: string; readonly arrived: string | null } {
  return { began: firstOf(moved).at, arrived: moved.at.arrived?.at ?? null };
}

function unreadable(wrong: TraceProblem): Refusal {
  switch (wrong.code) {
    case "noReadings":
      return refusal("traceUnread", {}, "document");
    case "tooLong":
      return refusal("traceTooLong", { most: wrong.most }, "document");
    case "daysUnclear":
      return refusal("traceDays", {}, "document");
    case "line":
      return refusal("traceLine", { line: wrong.line, problem: wrong.problem }, "document");
    default:
      return wrong satisfies never;
  }
}
