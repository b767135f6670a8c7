import { authorities, type AuthorityId } from "@/lib/policy/authorities";
import type { Regime } from "@/lib/policy/pack";
import { papers, type PaperId } from "@/lib/policy/papers";
import type { Reader } from "@/lib/server/language";
import type { RulesReader } from "@/lib/server/rules-in-force";

/* What stands in a rule, in the reader's words. */

export function authorityOf(regime: Regime, { language }: Reader): string {
  return authorities[regime.authority as AuthorityId]?.[language] ?? regime.authority;
}

export function papersOf(regime: Regime, { language }: Reader): string[] {
  return regime.papers.map((id) => papers[id as PaperId]?.[language] ?? id);
}

/** "permit · about 20 working days". */
export function usualTime(regime: Regime, { t, ui }: Reader): string {
  const { value, unit } = regime.time;
  return [ui(`regimeType.${regime.type}`), ...(value > 0 ? [t(`pages.time.${unit}`, { count: value })] : [])].join(" · ");
}

/** The limit that the law sets the applicant: "within 15 working days (Hong Kong calendar)". */
export function clockOf({ clock }: Regime, { t, ui }: Reader): string | null {
  return clock && t(`rules.clock.${clock.unit}`, { count: clock.days, calendar: ui(`jurisdiction.${clock.calendar}`) });
}

export function titlesOf(ids: readonly string[], { language, rules }: RulesReader): { id: string; title: string }[] {
  return ids.map((id) => ({ id, title: rules.regimes.get(id)?.title[language] ?? id }));
}

/** How sure we are, in words. */
export function certainty(regime: Regime, { t, format }: Reader): string {
  return t(`rules.confidence.${regime.confidence}`, { day: format.shortDate(regime.asOf) });
}
