import type { Metadata } from "next";
import Link from "next/link";
import { Frame } from "@/app/_request/frame";
import { JurisdictionBox } from "@/app/_ui/jurisdiction-box";
import { PageHead } from "@/app/_ui/page-head";
import { More, Panel } from "@/app/_ui/panel";
import { type Change, changesIn } from "@/lib/policy/changes";
import { reader } from "@/lib/server/language";
import { rulesReader } from "@/lib/server/rules-in-force";
import { moment, realClock } from "@/lib/server/clock";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("rules.changes.title") };
}

/** As many years as stand open. */
const open = 3;

/** What changed in the law, by its day, newest first; older years fold away. */
export default async function Changes() {
  const { t, ui, language, format, rules } = await rulesReader();
  const changes = changesIn([...rules.regimes.values()]);
  const years = [...new Set(changes.map(({ day }) => day.slice(0, 4)))];
  const now = moment(realClock).today;
  const row = ({ day, regime, what, version }: Change) => (
    <li key={`${day} ${regime.id} ${what} ${version?.id ?? ""}`} className="grid grid-cols-[2.5rem_minmax(0,1fr)] gap-x-3 border-t border-line px-4 py-3 text-sm first:border-t-0 sm:px-5">
      <JurisdictionBox code={regime.jurisdiction} name={ui(`jurisdiction.${regime.jurisdiction}`)} />
      <div className="grid gap-0.5">
        <span className="text-xs text-ink-3"><time dateTime={day}>{format.date(day)}</time> · {t(`rules.changes.${day > now ? "coming" : what}`)}</span>
        <Link href={`/rules/${regime.id}`} className="font-medium">{regime.title[language]}</Link>
        {version?.note && <span className="text-ink-2">{version.note[language]}</span>}
      </div>
    </li>
  );
  return (
    <Frame>
      <PageHead crumbs={[<Link key="all" href="/rules">{t("rules.title")}</Link>]} title={t("rules.changes.title")} lead={t("rules.changes.lead")} />
      <div className="grid max-w-read gap-5">
        {years.slice(0, open).map((year) => <Panel key={year} title={year}><ul>{changes.filter(({ day }) => day.startsWith(year)).map(row)}</ul></Panel>)}
        {years.length > open && (
          <Panel title={t("rules.changes.before", { year: years[open - 1] ?? "" })}>
            {years.slice(open).map((year) => {
              const those = changes.filter(({ day }) => day.startsWith(year));
              return <More key={year} summary={format.aside(year, t("rules.changes.show", { count: those.length }))}><ul>{those.map(row)}</ul></More>;
            })}
          </Panel>
        )}
      </div>
    </Frame>
  );
}
