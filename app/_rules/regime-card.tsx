import Link from "next/link";
import type { ReactNode } from "react";
import { Blank } from "@/app/_ui/blank";
import { FindingCard } from "@/app/_ui/finding-card";
import type { Regime } from "@/lib/policy/pack";
import type { RulesReader } from "@/lib/server/rules-in-force";
import { authorityOf, certainty, papersOf, titlesOf, usualTime } from "./regime-words";

/** A rule as a finding: why it applies, what to hand in and to whom, how long it takes, the law, and how sure we are. */
export function RegimeCard({ regime, because, words, children }: { regime: Regime; because: readonly ReactNode[]; words: RulesReader; children?: ReactNode }) {
  const { language, t, ui, format } = words;
  const names = (ids: readonly string[]) => words.format.series(titlesOf(ids, words).map(({ title }) => title));
  const asked = papersOf(regime, words);
  return (
    <FindingCard
      t={ui}
      jurisdictions={[{ code: regime.jurisdiction, name: ui(`jurisdiction.${regime.jurisdiction}`) }]}
      title={<Link href={`/rules/${regime.id}`} className="text-ink hover:text-harbour">{regime.title[language]}</Link>}
      usually={usualTime(regime, words)}
      because={because}
      citations={regime.citations.map(({ text }) => ({ text: text[language] }))}
      replaces={regime.substitutes.length > 0 ? names(regime.substitutes) : undefined}
      eases={regime.facilitates.length > 0 ? names(regime.facilitates) : undefined}
      uncertain={regime.confidence === "uncertain" ? t("pages.applies.uncertain") : undefined}
    >
      {asked.length > 0 && <p className="max-w-[46rem] text-ink-2"><b className="font-medium text-ink">{t("rules.papers")}</b><Blank />{format.list(asked)}</p>}
      {children}
      <p className="text-xs text-ink-3">{authorityOf(regime, words)} · {certainty(regime, words)}</p>
    </FindingCard>
  );
}
