import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { Frame } from "@/app/_request/frame";
import { ConditionWords } from "@/app/_rules/condition-words";
import { authorityOf, certainty, clockOf, papersOf, titlesOf, usualTime } from "@/app/_rules/regime-words";
import { DefinitionList } from "@/app/_ui/definition-list";
import { JurisdictionBox } from "@/app/_ui/jurisdiction-box";
import { PageHead } from "@/app/_ui/page-head";
import { Panel } from "@/app/_ui/panel";
import { Tag } from "@/app/_ui/tag";
import { requestsUnder } from "@/db/queries/requests-under";
import { htmlLanguage } from "@/lib/html-language";
import { languages } from "@/lib/language";
import { isProgramme } from "@/lib/policy/evaluate";
import type { Regime } from "@/lib/policy/pack";
import type { Reader } from "@/lib/server/language";
import { type RulesReader, rulesReader } from "@/lib/server/rules-in-force";
import { currentActor } from "@/lib/server/session";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ language, t, rules }, { id }] = await Promise.all([rulesReader(), params]);
  return { title: rules.regimes.get(id)?.title[language] ?? t("errors.notFound.title") };
}

/** One regime: what it is, when it applies, what it asks, since when, how sure we are, and where that stands. */
export default async function Rule({ params }: Props) {
  const [words, { id }, actor] = await Promise.all([rulesReader(), params, currentActor()]);
  const regime = words.rules.regimes.get(id);
  if (!regime) notFound();
  const { language, t, ui, format } = words;
  const under = actor.kind === "person" ? await requestsUnder(actor, id) : [];
  return (
    <Frame>
      <PageHead
        crumbs={[<Link key="all" href="/rules">{t("rules.title")}</Link>, <JurisdictionBox key="place" code={regime.jurisdiction} name={ui(`jurisdiction.${regime.jurisdiction}`)} />, format.list(regime.kinds.map((kind) => ui(`kind.${kind}`))), <code key="id">{regime.id}</code>]}
        title={regime.title[language]}
        tag={regime.status !== "in_force" ? <Tag state="unsure">{t(`rules.status.${regime.status}`)}</Tag> : regime.confidence === "uncertain" ? <Tag state="unsure">{ui("needsPerson")}</Tag> : undefined}
        lead={regime.note?.[language]}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-2">
        <div className="grid gap-5">
          <Panel title={t("rules.when")} padded><div className="text-sm"><ConditionWords condition={regime.trigger} words={words} /></div></Panel>
          <Panel title={t("rules.sources")} padded><Sources regime={regime} words={words} /></Panel>
          {actor.kind === "person" && (
            <Panel title={t("rules.under")} padded>
              {under.length === 0 ? <p className="text-sm text-ink-2">{t("rules.underNone")}</p> : <ul className="grid gap-1 text-sm">{under.map((one) => <li key={one.id}><Link href={`/requests/${one.id}`}>{one.number}</Link> {one.title}</li>)}</ul>}
            </Panel>
          )}
        </div>
        <div className="grid gap-5">
          <Panel title={t("rules.asks")} padded><DefinitionList answers={asks(regime, words)} /></Panel>
          {regime.versions.length > 0 && <Panel title={t("rules.versions")} padded><DefinitionList answers={versions(regime, words)} /></Panel>}
        </div>
      </div>
      <p className="mt-5 max-w-read text-sm text-ink-2">{t("finder.notAdvice")}</p>
    </Frame>
  );
}

function asks(regime: Regime, words: RulesReader) {
  const { language, t, format } = words;
  const papers = papersOf(regime, words);
  const row = (key: string, value: ReactNode) => (value ? [{ term: t(`rules.row.${key}`), value }] : []);
  return [
    ...row("type", usualTime(regime, words)),
    ...row("due", t(`rules.due.${regime.due}`)),
    ...row("authority", authorityOf(regime, words)),
    ...row("papers", papers.length > 0 && <List items={papers} />),
    ...row("clock", clockOf(regime, words)),
    ...row("time", regime.time.note?.[language]),
    ...row("validity", regime.validity?.[language]),
    ...row("replaces", regime.substitutes.length > 0 && <Links ids={regime.substitutes} words={words} />),
    ...row("eases", regime.facilitates.length > 0 && <Links ids={regime.facilitates} words={words} />),
    ...row("confirmed", isProgramme(regime) && regime.status === "in_force" && t("rules.confirmedBy", { authority: authorityOf(regime, words) })),
    ...row("from", regime.from ? format.date(regime.from) : t("rules.fromUnknown")),
    ...row("to", regime.to && format.date(regime.to)),
    ...row("sure", certainty(regime, words)),
  ];
}

function versions(regime: Regime, { language, format, t }: Reader) {
  return regime.versions.map(({ id, from, to, note }) => ({ term: id, value: from === null ? (to ? t("rules.until", { to: format.shortDate(to) }) : t("rules.fromUnknown")) : to ? t("rules.fromTo", { from: format.shortDate(from), to: format.shortDate(to) }) : t("rules.since", { from: format.shortDate(from) }), note: note?.[language] }));
}

function Sources({ regime, words: { language } }: { regime: Regime; words: Reader }) {
  // The law in the language of its place stands beside the reader's own.
  const own = regime.jurisdiction === "MO" ? "pt" : regime.jurisdiction === "INT" ? "en" : regime.jurisdiction === "HK" ? "zh-Hant" : "zh-Hans";
  const shown = languages.filter((one) => one === language || one === own);
  return (
    <ul className="grid gap-3 text-sm">
      {regime.citations.map(({ text }, at) => (
        <li key={at} className="grid gap-0.5">{shown.map((one) => <span key={one} lang={htmlLanguage[one]} className={one === language ? "" : "text-ink-3"}>{text[one]}</span>)}</li>
      ))}
      {regime.sources.map((source) => <li key={source} className="break-all">{/^https?:\/\//.test(source) ? <a href={source} rel="noreferrer">{source}</a> : source}</li>)}
    </ul>
  );
}

function List({ items }: { items: readonly string[] }) {
  return <ul className="grid gap-1.5">{items.map((item) => <li key={item}>{item}</li>)}</ul>;
}

function Links({ ids, words }: { ids: readonly string[]; words: RulesReader }) {
  return <ul className="grid gap-1.5">{titlesOf(ids, words).map(({ id, title }) => <li key={id}><Link href={`/rules/${id}`}>{title}</Link></li>)}</ul>;
}
