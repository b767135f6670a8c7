import { statutoryTotals, type StatutoryTotal } from "../../db/queries/year-totals.ts";
import { asReader } from "../../db/client.ts";
import { statutory, yearFacts } from "../account/statutory.ts";
import { Exact } from "../permit/exact.ts";
import { nextThreshold, type Threshold, thresholdsOf } from "../policy/thresholds.ts";
import { rulebookInForce } from "./policy.ts";

const system = { kind: "system" } as const;

/** A running total with its sum, its unit, and the number at which other rules begin. Amounts are decimal text. */
export type YearTotalShown = StatutoryTotal & { readonly unit: string; readonly total: string; readonly next: (Threshold & { readonly left: string }) | null };

/**
 * What statutes count for an organisation in a calendar year. Read as the system: sums are the organisation's, of requests that
 * whoever answers for it may not open one by one.
 */
export async function yearTotals(organisation: string, year: string): Promise<YearTotalShown[]> {
  const [counted, rules] = await Promise.all([statutoryTotals(system, yearFacts, { home: organisation, year }), asReader({ kind: "public" }, rulebookInForce)]);
  const regimes = [...rules.regimes.values()];
  return counted.map((one): YearTotalShown => {
    const total = new Exact(one.reserved).plus(one.used);
    const next = nextThreshold(thresholdsOf(regimes, one.fact), total.toNumber());
    return { ...one, unit: statutory[one.fact].unit, total: total.toFixed(), next: next && { ...next, left: new Exact(next.value).minus(total).toFixed() } };
  });
}
