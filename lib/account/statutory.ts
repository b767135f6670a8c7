import type { Kind } from "../policy/pack.ts";

/**
 * What statutes count over a calendar year, by the question whose answer is the running total: persons whose data went out
 * since 1 January (Provisions of 22 March 2024, articles 5, 7 and 8), what a person exchanged of the yearly quota (Individual
 * foreign exchange measures), and the value of temporary imports.
 */
export const yearFacts = ["data.pi_count", "data.sensitive_count", "reagent.value_cny", "funds.individual_quota_used_usd"] as const;
export type YearFact = (typeof yearFacts)[number];

/** Which requests a total counts, in what unit, and over whom: those of the exporting side, of the importing side, or of one person. */
export const statutory = {
  "data.pi_count": { kind: "data", unit: "person", over: "exporter" },
  "data.sensitive_count": { kind: "data", unit: "person", over: "exporter" },
  "reagent.value_cny": { kind: "reagent", unit: "CNY", over: "importer" },
  "funds.individual_quota_used_usd": { kind: "funds", unit: "USD", over: "person" },
} as const satisfies Readonly<Record<YearFact, { readonly kind: Kind; readonly unit: string; readonly over: "exporter" | "importer" | "person" }>>;

export function isYearFact(fact: string): fact is YearFact {
  return (yearFacts as readonly string[]).includes(fact);
}
