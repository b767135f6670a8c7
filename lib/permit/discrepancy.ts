import { dayOf } from "../calendar/day.ts";
import type { Quantity, Sealed } from "../request/events.ts";
import { exceeds } from "./balance.ts";
import { arrivalDue, type Consignment, consignments } from "./consignments.ts";
import type { Written } from "./entry.ts";

/** What does not agree with the permit or with what was said before. */
export const discrepancyCodes = ["afterExpiry", "wrongControlPoint", "wrongDirection", "overDeclared", "arrivalWithoutDeparture", "arrivalWithoutCrossing", "arrivedLess", "arrivedMore", "otherItem", "notArrived", "temperatureExcursion", "handedOverLess", "handedOverMore", "damaged"] as const;
export type DiscrepancyCode = (typeof discrepancyCodes)[number];

/** How one is settled: the reason stands with it. */
export const settlements = ["explained", "corrected", "breach"] as const;
export type Settlement = (typeof settlements)[number];

/** What was found and what was to be expected: days, control points, directions or amounts in `unit`. */
export type Anomaly = { readonly code: DiscrepancyCode; readonly found: string | null; readonly expected: string | null; readonly unit: string | null };

export type Discrepancy = Anomaly & {
  readonly id: string;
  /** The entry that it is about. */
  readonly movement: string;
  readonly openedAt: string;
  readonly resolved: { readonly at: string; readonly person: string | null; readonly outcome: Settlement; readonly reason: Sealed } | null;
};

/** Those that nobody has settled. */
export function openDiscrepancies<D extends { readonly resolved: object | null }>(all: readonly D[]): D[] {
  return all.filter(({ resolved }) => resolved === null);
}

type Entry = Pick<Written, "stage" | "direction" | "quantity" | "controlPoint" | "at"> & { /** Something else than what was sent. */ readonly isOther?: boolean };

/** Everything about a new entry that somebody has to explain; `before` is the movement that it carries on, as it stood. */
export function anomaliesOf(entry: Entry, before: Consignment | null, permit: { readonly validUntil: string; readonly controlPoint: string | null }): Anomaly[] {
  switch (entry.stage) {
    case "crossed":
      return [...late(entry, permit), ...elsewhere(entry, permit), ...turned(entry, before), ...over(entry, before)];
    case "departed":
      return [...turned(entry, before), ...over(entry, before)];
    case "arrived":
      return arrival(entry, before);
    default:
      return [];
  }
}

function late({ direction, at }: Entry, { validUntil }: { readonly validUntil: string }): Anomaly[] {
  const day = dayOf(at);
  return direction === "out" && day > validUntil ? [{ code: "afterExpiry", found: day, expected: validUntil, unit: null }] : [];
}

function elsewhere({ controlPoint: found }: Entry, { controlPoint: expected }: { readonly controlPoint: string | null }): Anomaly[] {
  return found !== null && expected !== null && found !== expected ? [{ code: "wrongControlPoint", found, expected, unit: null }] : [];
}

function turned({ direction: found }: Entry, before: Consignment | null): Anomaly[] {
  return before && before.direction !== found ? [{ code: "wrongDirection", found, expected: before.direction, unit: null }] : [];
}

/** More than was declared when it departed, or else when it was planned. */
function over({ quantity }: Entry, before: Consignment | null): Anomaly[] {
  const declared = before?.at.departed ?? before?.at.planned;
  return declared && exceeds(quantity.value, declared.quantity.value) ? [{ code: "overDeclared", found: quantity.value, expected: declared.quantity.value, unit: quantity.unit }] : [];
}

function arrival({ quantity: { value, unit }, isOther }: Entry, before: Consignment | null): Anomaly[] {
  const other: Anomaly[] = isOther ? [{ code: "otherItem", found: null, expected: null, unit: null }] : [];
  const sent = before?.at.crossed ?? before?.at.departed;
  if (!sent) return [{ code: "arrivalWithoutDeparture", found: value, expected: null, unit }, ...other];
  const crossed: Anomaly[] = before?.at.crossed ? [] : [{ code: "arrivalWithoutCrossing", found: value, expected: null, unit }];
  const expected = sent.quantity.value;
  const less: Anomaly[] = exceeds(expected, value) ? [{ code: "arrivedLess", found: value, expected, unit }] : [];
  const surplus: Anomaly[] = exceeds(value, expected) ? [{ code: "arrivedMore", found: value, expected, unit }] : [];
  return [...crossed, ...less, ...surplus, ...other];
}

/** What about a hand-over somebody has to explain; `before` is what was last counted. */
export function handedOver({ value, unit }: Quantity, before: Quantity | null, isSound: boolean): Anomaly[] {
  const expected = before?.value ?? value;
  const difference: Anomaly[] = exceeds(expected, value) ? [{ code: "handedOverLess", found: value, expected, unit }] : exceeds(value, expected) ? [{ code: "handedOverMore", found: value, expected, unit }] : [];
  return [...difference, ...(isSound ? [] : [{ code: "damaged", found: null, expected: null, unit: null } as const])];
}

/** Movements that should have arrived before a day, and of which nobody has said yet that they did not. */
export function notArrived({ ledger, discrepancies }: { readonly ledger: readonly Written[]; readonly discrepancies: readonly Discrepancy[] }): { readonly id: string; readonly due: string }[] {
  return consignments(ledger).flatMap((one) => {
    const due = arrivalDue(one);
    const isKnown = discrepancies.some(({ code, movement }) => code === "notArrived" && movement === one.id);
    return due === null || isKnown ? [] : [{ id: one.id, due }];
  });
}
