import { z } from "zod";
import { can } from "../../access/can.ts";
import { dayOf } from "../../calendar/day.ts";
import { readDetails } from "../../kind/movement-fields.ts";
import { isPositive, isWhole } from "../../permit/balance.ts";
import { type Consignment, consignmentOf, consignments, isUnderWay, reached } from "../../permit/consignments.ts";
import { holderOf, isHeld } from "../../permit/custody.ts";
import { type Anomaly } from "../../permit/discrepancy.ts";
import { type End, type Stage, stages, type Written } from "../../permit/entry.ts";
import { convert, isCounted, isMoney } from "../../permit/units.ts";
import { isControlPoint } from "../../place/control-points.ts";
import { type Context, isPerson, type Target } from "../context.ts";
import type { DataOf, NewHappening, Quantity, Said } from "../events.ts";
import { refusal, type Refusal } from "../refusal.ts";
import { heldUpBy, lapsesOn } from "../requirement.ts";
import { live, said } from "../rule.ts";
import { type LiveState, type Permit, permitOf } from "../state.ts";
import { Amount, asParty, Day, DecimalText, Id, Line, Words } from "./shared.ts";

/** ISO 8601 with offset. */
export const Instant = z.union([z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 })]);

/** What can be said of every entry. */
export const moved = {
  quantity: Amount,
  /** What one unit of the stated currency is worth in the permit's, and of which day that is. */
  rate: z.strictObject({ value: DecimalText, on: Day }).optional(),
  controlPoint: z.string().min(1).max(60).optional(),
  at: Instant,
  carrier: Line.optional(),
  condition: Words.optional(),
  /** What the kind asks of a movement besides. */
  details: z.record(z.string().max(40), Line).refine((given) => Object.keys(given).length <= 20).optional(),
  /** Documents of the request. */
  papers: z.array(Id).max(20).optional(),
};

export type Moved = {
  readonly quantity: Quantity;
  readonly rate?: { readonly value: string; readonly on: string };
  readonly controlPoint?: string;
  readonly at: string;
  readonly carrier?: string;
  readonly condition?: string;
  readonly details?: Readonly<Record<string, string>>;
  readonly papers?: readonly string[];
};

/** What all entries have, with the words still in the clear. */
type EntryData = Omit<DataOf<"movement.recorded">, "about"> & { readonly about?: Said };
export type Read = { readonly data: EntryData; readonly refusals: readonly Refusal[] };

/** Clocks of phones at the boundary run a little fast. */
export const aMinute = 60_000;

/** What was said as an entry in the permit's unit, or null where the units do not measure the same; with everything that is wrong with it by itself. */
export function readMoved(command: Moved, { permit, state, context, isPlan = false }: { readonly permit: Permit; readonly state: LiveState; readonly context: Context; /** Plans lie ahead. */ readonly isPlan?: boolean }): Read | { readonly wrong: Refusal } {
  const { quantity: stated, rate, controlPoint, at, papers = [] } = command;
  const { unit } = permit.limit;
  const quantity = convert(stated, unit, rate);
  if (quantity === null) return { wrong: isMoney(stated.unit) && isMoney(unit) ? refusal("rateNeeded", { from: stated.unit, unit }, "rate.value") : refusal("wrongUnit", { unit }, "quantity.unit") };
  const { details, problems } = readDetails(state.kind, command.details ?? {});
  const refusals = [
    ...problems.map(({ name, problem, expected }) => refusal("wrongValue", { problem, expected }, `details.${name}`)),
    ...(isPositive(quantity.value) ? [] : [refusal("notPositive", {}, "quantity.value")]),
    ...(isCounted(unit) && !isWhole(quantity.value) ? [refusal("wholeNumberNeeded", { unit }, "quantity.value")] : []),
    ...(controlPoint !== undefined && !isControlPoint(controlPoint) ? [refusal("unknownControlPoint", { controlPoint }, "controlPoint")] : []),
    ...(!isPlan && new Date(at).getTime() > new Date(context.now).getTime() + aMinute ? [refusal("dateInFuture", { day: dayOf(at) }, "at")] : []),
    ...(rate && rate.on > dayOf(at) ? [refusal("dateInFuture", { day: rate.on }, "rate.on")] : []),
    ...papers.flatMap((paper, index) => (state.documents.some(({ id }) => id === paper) ? [] : [refusal("unknownDocument", {}, `papers.${index}`)])),
  ];
  const about = aboutOf(command, details);
  const isOther = stated.unit !== unit;
  return {
    data: { movement: context.fresh.id, direction: "out", quantity, controlPoint: controlPoint ?? null, at: new Date(at).toISOString(), ...(isOther && { stated }), ...(isOther && rate && { rate }), ...(papers.length > 0 && { papers: [...papers] }), ...(about && { about }) },
    refusals,
  };
}

/** Carrier, condition and details as they are sealed: one text, our own JSON. */
function aboutOf({ carrier, condition }: Moved, details: NonNullable<Moved["details"]>): Said | null {
  const isSilent = carrier === undefined && condition === undefined && Object.keys(details).length === 0;
  return isSilent ? null : said(JSON.stringify({ carrier, condition, details }));
}

/** The movement that an entry carries on; or that there is none, or that it has come further already. */
export function carriedOn(movement: string | undefined, stage: Stage, at: string, state: LiveState): { readonly before: Consignment | null; readonly refusals: readonly Refusal[] } {
  if (movement === undefined) return { before: null, refusals: [] };
  const before = consignmentOf(state.ledger, movement);
  if (!before) return { before: null, refusals: [refusal("unknownMovement", {}, "movement")] };
  const last = reached(before);
  if (stages.indexOf(stage) <= stages.indexOf(last.stage as Stage)) return { before, refusals: [refusal("stageBehind", { stage: last.stage }, "movement")] };
  return { before, refusals: tooEarly(at, last) };
}

/** Whether something would have happened before what came before it, to the minute, which is what people write; a plan is no more than a plan. */
export function tooEarly(at: string, earlier: { readonly stage: Stage | End | "handedOver"; readonly at: string }): Refusal[] {
  return earlier.stage !== "planned" && minuteOf(at) < minuteOf(earlier.at) ? [refusal("beforeEarlierStage", { stage: earlier.stage, day: dayOf(earlier.at) }, "at")] : [];
}

type Under = { readonly permit: Permit; readonly state: LiveState; /** It was on its way in time. */ readonly isLate?: boolean };

/** Whether an entry lies within the days on which something may leave under the permit, and under what the permit rests on. */
export function windowRefusals(at: string, direction: Written["direction"], { permit, state, isLate = false }: Under): Refusal[] {
  const day = dayOf(at);
  const lapsed = direction === "out" && !isLate ? state.requirements.filter((one) => lapsesOn(one, day)) : [];
  return [
    ...(direction === "out" && permit.revokedFrom !== null && day >= permit.revokedFrom ? [refusal("permitRevokedFrom", { day: permit.revokedFrom }, "at")] : []),
    // What is out may come back at any time later: the window is for leaving.
    ...(day < permit.validFrom || (direction === "out" && day > permit.validUntil && !isLate) ? [refusal("outsideWindow", { from: permit.validFrom, to: permit.validUntil }, "at")] : []),
    ...lapsed.map((one) => ({ ...heldUpBy(one, day), path: "at" })),
  ];
}

function minuteOf(at: string): number {
  return Math.floor(new Date(at).getTime() / aMinute);
}

/** What ends outside has left before. */
export function endRefusals(at: string, { validFrom, validUntil }: Permit): Refusal[] {
  return dayOf(at) < validFrom ? [refusal("outsideWindow", { from: validFrom, to: validUntil }, "at")] : [];
}

/** An entry, and a discrepancy for everything about it that somebody has to explain. */
export function withDiscrepancies(entry: NewHappening, movement: string, anomalies: readonly Anomaly[]): { readonly events: NewHappening[] } {
  return { events: [entry, ...anomalies.map(({ code, ...about }): NewHappening => ({ type: "discrepancy.opened", data: { discrepancy: `${movement}:${code}`, code, movement, ...about } }))] };
}

/** Who writes in the ledger: the parties, and the officers of the permit's control point. */
export function mayRecord(target: Target, context: Context): boolean {
  return asParty("movement.record", target, context) || atControlPoint(target, context);
}

/** The movements under way that the actor has by the record. */
export function heldBy(target: Target, { actor }: Pick<Context, "actor">): string[] {
  const state = live(target);
  if (!state || !isPerson(actor) || !isHeld(state.kind)) return [];
  return consignments(state.ledger).flatMap((one) => (isUnderWay(one) && holderOf(one, state) === actor.id ? [one.id] : []));
}

function atControlPoint(target: Target, context: Context): boolean {
  const state = live(target);
  const point = state && permitOf(state)?.controlPoint;
  const desks = context.checkpoints.filter(({ controlPoints }) => controlPoints.some((one) => one === point)).map(({ desk }) => desk);
  return can(context.actor, "movement.record", { desks });
}
