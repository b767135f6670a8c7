import { EmptyState } from "@/app/_ui/empty-state";
import { FindingCard } from "@/app/_ui/finding-card";
import { Panel } from "@/app/_ui/panel";
import { Tag } from "@/app/_ui/tag";
import { fieldOf } from "@/lib/kind/catalogue";
import { showFact } from "@/lib/kind/show-fact";
import { authorities, type AuthorityId } from "@/lib/policy/authorities";
import { htmlLanguage } from "@/lib/html-language";
import type { Language, Text } from "@/lib/language";
import type { Regime } from "@/lib/policy/pack";
import type { Finding } from "@/lib/policy/evaluate";
import { reader, type Reader } from "@/lib/server/language";
import type { RequestDetail } from "@/lib/server/request-detail";

/** What applies, each with the answers that made it so, its law and how sure we are. */
export async function Findings({ detail, fresh = new Set() }: { detail: RequestDetail; /** Those that came with the last resubmission. */ fresh?: ReadonlySet<string> }) {
  const words = await reader();
  const shown = detail.findings.filter(({ id }) => detail.regimes[id]?.status === "in_force");
  return (
    <Panel title={words.t("pages.applies.title")} count={words.t("pages.applies.count", { count: shown.length })} live padded={shown.length === 0}>
      {shown.length === 0 ? <EmptyState>{words.t("pages.applies.none")}</EmptyState> : shown.map((finding) => <Card key={finding.id} finding={finding} detail={detail} words={words} isNew={fresh.has(finding.id)} />)}
      <p className="px-4 py-3 text-xs sm:px-5 text-ink-3">{words.t("pages.applies.guidance")}</p>
    </Panel>
  );
}

function Card({ finding, detail, words, isNew }: { finding: Finding; detail: RequestDetail; words: Reader; isNew: boolean }) {
  const { language, t, ui, format } = words;
  const regime = detail.regimes[finding.id];
  if (!regime) return null;
  const names = (ids: readonly string[]) => format.series(ids.map((id) => detail.regimes[id]?.title[language] ?? id));
  const { value, unit } = regime.time;
  const usually = [ui(`regimeType.${regime.type}`), ...(value > 0 ? [t(`pages.time.${unit}`, { count: value })] : [])].join(" · ");
  return (
    <FindingCard
      t={ui}
      jurisdictions={[{ code: regime.jurisdiction, name: ui(`jurisdiction.${regime.jurisdiction}`) }]}
      title={regime.title[language]}
      usually={usually}
      because={finding.because.flatMap((fact) => reasonFor(fact, detail, words))}
      isNew={isNew}
      citations={regime.citations.map(({ text }) => ({ text: text[language], own: ownTitle(text, regime.jurisdiction, language) }))}
      replaces={regime.substitutes.length > 0 ? names(regime.substitutes) : undefined}
      eases={regime.facilitates.length > 0 ? names(regime.facilitates) : undefined}
      uncertain={regime.confidence === "uncertain" ? t("pages.applies.uncertain") : undefined}
    >
      <p className="text-xs text-ink-3">
        {authorities[regime.authority as AuthorityId]?.[language]}
        {regime.from && ` · ${t("case.inForce", { day: format.shortDate(regime.from) })}`}
        {regime.confidence === "memory" && ` · ${t("pages.applies.memory")}`}
      </p>
      {finding.type === "facilitation" && detail.claims.includes(finding.id) && <Tag state="moving">{t("pages.applies.claimed")}</Tag>}
    </FindingCard>
  );
}

/** A law's name as its own gazette prints it, where the page is in another language. */
function ownTitle(text: Text, jurisdiction: Regime["jurisdiction"], language: Language): { lang: string; text: string } | undefined {
  const own = jurisdiction === "CN" ? "zh-Hans" : jurisdiction === "HK" || jurisdiction === "MO" ? "zh-Hant" : "en";
  return language === own || (jurisdiction === "MO" && language === "pt") || text[own] === text[language] ? undefined : { lang: htmlLanguage[own], text: text[own] };
}

function reasonFor(fact: string, detail: RequestDetail, { language, t, format }: Reader): string[] {
  const field = fieldOf(fact);
  const value = detail.facts[fact];
  if (!field || value === undefined || fact === "kind" || fact === "date") return [];
  return [format.pair(t(`facts.${fact}.short`), showFact(field, value, language, (key) => t(`facts.${key}`)))];
}
