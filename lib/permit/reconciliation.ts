import { total } from "./balance.ts";
import { consignments, isUnderWay } from "./consignments.ts";
import { counting, crossings, type Written } from "./entry.ts";

/** The columns in which a ledger is reconciled, in the order in which goods go through them. */
export const reconciled = ["planned", "departed", "crossed", "arrived", "returned", "destroyed", "transferred", "remitted", "outside", "underWay"] as const;
export type Reconciliation = Readonly<Record<(typeof reconciled)[number], string>>;

/**
 * What a ledger comes to at each stage, as decimal text in the permit's unit. `outside`: crossed out, and neither come back nor ended;
 * `underWay`: departed and not booked in. Stages before the end are of what goes out.
 */
export function reconcile(ledger: readonly Written[]): Reconciliation {
  const holding = counting(ledger);
  const at = (stage: Written["stage"]) => total(holding.filter((one) => one.stage === stage && one.direction === "out"));
  const returned = total(crossings(ledger).filter(({ direction }) => direction === "return"));
  const [crossed, destroyed, transferred, remitted] = [at("crossed"), at("destroyed"), at("transferred"), at("remitted")];
  const underWay = total(consignments(ledger).filter((one) => one.direction === "out" && isUnderWay(one)).flatMap(({ at: { departed } }) => departed ?? []));
  const sums = { planned: at("planned"), departed: at("departed"), crossed, arrived: at("arrived"), returned, destroyed, transferred, remitted, outside: crossed.minus(returned).minus(destroyed).minus(transferred).minus(remitted), underWay };
  return Object.fromEntries(reconciled.map((name) => [name, sums[name].toFixed()])) as Reconciliation;
}
