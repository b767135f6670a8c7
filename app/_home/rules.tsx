import Link from "next/link";
import { DefinitionList } from "@/app/_ui/definition-list";
import { EmptyState } from "@/app/_ui/empty-state";
import { JurisdictionBox } from "@/app/_ui/jurisdiction-box";
import { More, Panel } from "@/app/_ui/panel";
import { RowList } from "@/app/_ui/row-list";
import { Tag } from "@/app/_ui/tag";
import { authorities, type AuthorityId } from "@/lib/policy/authorities";
import type { Regime } from "@/lib/policy/pack";
import { rulesReader } from "@/lib/server/rules-in-force";

/** What whoever keeps the rules looks at: what is not sure yet, what changes soon, which packs are in force. */
export async function RulesWork({ today }: { today: string }) {
  const { language, t, ui, format, rules } = await rulesReader();
  const { packs } = rules;
  const all = [...rules.regimes.values()];
  const unsure = all.filter(({ confidence, status }) => confidence === "uncertain" && status === "in_force");
  const changes = all.flatMap((regime) => comingDays(regime, today).map((day) => ({ ...day, regime }))).toSorted((a, b) => (a.day < b.day ? -1 : 1));
  const counted = (confidence: Regime["confidence"]) => format.number(all.filter((one) => one.confidence === confidence).length);
  const row = (regime: Regime) => ({
    id: regime.id,
    title: <span className="flex items-start gap-2"><JurisdictionBox code={regime.jurisdiction} name={ui(`jurisdiction.${regime.jurisdiction}`)} />{regime.title[language]}</span>,
    detail: [authorities[regime.authority as AuthorityId]?.[language], regime.citations[0]?.text[language]].filter(Boolean).join(" · "),
  });
  return (
    <>
      <Panel title={t("home.rules.unsure")} count={t("home.rules.count", { count: unsure.length })} padded={unsure.length === 0}>
        {unsure.length === 0 ? <EmptyState>{t("home.rules.noneUnsure")}</EmptyState> : <RowList items={unsure.map((regime) => ({ ...row(regime), end: <Tag state="unsure">{ui("needsPerson")}</Tag> }))} />}
      </Panel>
      <div className="grid gap-5">
        <Panel title={t("home.rules.changes")} padded={changes.length === 0}>
          {changes.length === 0 ? <EmptyState>{t("home.rules.noChanges")}</EmptyState> : <RowList items={changes.map(({ regime, day, is }) => ({ ...row(regime), id: `${regime.id} ${is}`, detail: t(`home.rules.${is}`, { day: format.date(day) }) }))} />}
        </Panel>
        <Panel title={t("home.rules.packs")} count={t("home.rules.count", { count: all.length })}>
          <div className="px-4 py-3 sm:px-5"><DefinitionList shape="counts" answers={[{ term: t("home.rules.verified"), value: counted("verified") }, { term: t("home.rules.memory"), value: counted("memory") }, { term: t("home.rules.uncertain"), value: counted("uncertain") }]} /></div>
          <More summary={t("home.rules.each", { count: packs.length })}>
            <div className="px-4 py-3 sm:px-5"><DefinitionList shape="wide" answers={packs.map(({ id, version, regimes }) => ({ term: <span className="font-mono text-2xs">{id}</span>, value: `${version} · ${t("home.rules.count", { count: regimes.length })}` }))} /></div>
          </More>
          <p className="flex flex-wrap gap-x-5 gap-y-1 border-t border-line px-4 py-3 text-sm sm:px-5"><Link href="/workflows">{t("workflows.title")}</Link><Link href="/calendars">{t("rules.calendars.title")}</Link></p>
        </Panel>
      </div>
    </>
  );
}

/** The days still to come on which a rule begins, ends, or is replaced by its next version. */
function comingDays({ from, to, versions }: Regime, today: string): { day: string; is: "begins" | "ends" | "alters" }[] {
  return [
    ...(from !== null && from > today ? [{ day: from, is: "begins" as const }] : []),
    ...(to !== null && to > today ? [{ day: to, is: "ends" as const }] : []),
    ...versions.flatMap((version) => (version.from !== null && version.from > today && version.from !== from ? [{ day: version.from, is: "alters" as const }] : [])),
  ];
}
