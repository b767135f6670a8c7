import { addDays, dayOf } from "../calendar/day.ts";
import { counting, type Direction, type Written, type Stage, stages } from "./entry.ts";

/** One movement through its stages. */
export type Consignment = { readonly id: string; readonly direction: Direction; readonly at: Readonly<Record<Stage, Written | null>> };

/** The movements of a ledger, each as far as it has come, in the order in which they began. */
export function consignments(ledger: readonly Written[]): Consignment[] {
  const holding = counting(ledger);
  const ids = [...new Set(holding.map(({ consignment }) => consignment))];
  return ids.flatMap((id) => {
    const of = holding.filter((one) => one.consignment === id);
    const at = Object.fromEntries(stages.map((stage) => [stage, of.findLast((one) => one.stage === stage) ?? null])) as Consignment["at"];
    const first = stages.map((stage) => at[stage]).find((entry) => entry !== null);
    return first ? [{ id, direction: first.direction, at }] : [];
  });
}

/** One movement of a ledger, by its id. */
export function consignmentOf(ledger: readonly Written[], id: string): Consignment | undefined {
  return consignments(ledger).find((one) => one.id === id);
}

/** The first that happened of it, or what was planned where nothing has. */
export function firstOf({ at }: Consignment): Written {
  const first = at.departed ?? at.crossed ?? at.arrived ?? at.planned;
  if (!first) throw new Error("a movement without an entry");
  return first;
}

/** The stage that it has reached. */
export function reached({ at }: Consignment): Written {
  const last = stages.toReversed().map((stage) => at[stage]).find((entry) => entry !== null);
  if (!last) throw new Error("a movement without an entry");
  return last;
}

/** Announced or on its way, and not across yet. */
export function announced(ledger: readonly Written[]): Consignment[] {
  return consignments(ledger).filter(({ at }) => at.crossed === null && at.arrived === null);
}

/** On its way: it has departed, or crossed after it was announced, and nobody has booked it in. */
export function isUnderWay({ at }: Consignment): boolean {
  return at.departed !== null && at.arrived === null;
}

/** How long a journey may take before somebody asks where it is, in days, when no day was given. */
export const usualJourney = 14;

/** The last day on which it should have arrived. */
export function arrivalDue(consignment: Consignment): string | null {
  const { departed, planned } = consignment.at;
  if (!departed || !isUnderWay(consignment)) return null;
  return departed.expected ?? planned?.expected ?? addDays(dayOf(departed.at), usualJourney);
}
