import type { Kind } from "../policy/pack.ts";
import { type KeepingRule, keepingRules } from "./keeping.ts";
import { type Ground, groundsFor } from "./grounds.ts";

/** What keeping looks at: the kind, the places it touches (both ends and the home institution’s), and the day on which it ended. */
export type Ended = { readonly kind: Kind; readonly jurisdictions: readonly string[]; readonly endedOn: string };
/** What an organisation says for its own requests: longer years by rule, and whether what is due is erased by itself. */
export type Terms = { readonly years: Readonly<Record<string, number>>; readonly automatic: boolean };
export const noTerms: Terms = { years: {}, automatic: false };

export type Kept = { readonly rule: KeepingRule; readonly years: number; /** The last day on which it is kept. */ readonly until: string };

/** Every rule that keeps a request, the one that keeps it longest first. */
export function keptBy({ kind, jurisdictions, endedOn }: Ended, { years }: Terms = noTerms): Kept[] {
  return (keepingRules as readonly KeepingRule[])
    .filter((rule) => jurisdictions.includes(rule.jurisdiction) && rule.kinds.includes(kind))
    .map((rule) => {
      const kept = Math.max(rule.years, years[rule.id] ?? 0);
      return { rule, years: kept, until: yearsAfter(endedOn, kept) };
    })
    .toSorted((a, b) => (a.until === b.until ? a.rule.id.localeCompare(b.rule.id) : a.until < b.until ? 1 : -1));
}

/** What still keeps it today. Against the person it is about only a law’s own years hold, and what their organisation lengthened them to; not those of the house. */
export function keeping(ended: Ended, { terms, today, personAsks = false }: { readonly terms: Terms; readonly today: string; readonly personAsks?: boolean }): Kept[] {
  return keptBy(ended, terms).filter(({ until, rule }) => until >= today && !(personAsks && rule.certainty === "house"));
}

/** Under which rule it is due for erasure today; null while something keeps it. It is the rule of the place that kept it longest. */
export function dueUnder(ended: Ended, terms: Terms, today: string): { readonly ground: Ground; readonly last: Kept } | null {
  const [last] = keptBy(ended, terms);
  if (!last || last.until >= today) return null;
  const ground = groundsFor([last.rule.jurisdiction]).find(({ because }) => because === "timeOver");
  return ground ? { ground, last } : null;
}

/** The same day so many years on; 29 February becomes 1 March, so that nothing is kept too short. */
export function yearsAfter(day: string, years: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCFullYear(at.getUTCFullYear() + years);
  return at.toISOString().slice(0, 10);
}
