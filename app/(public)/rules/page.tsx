import type { Metadata } from "next";
import Link from "next/link";
import { Frame } from "@/app/_request/frame";
import { authorityOf, certainty, usualTime } from "@/app/_rules/regime-words";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { SelectField } from "@/app/_ui/inputs";
import { TextField } from "@/app/_ui/text-field";
import { JurisdictionBox } from "@/app/_ui/jurisdiction-box";
import { PageHead } from "@/app/_ui/page-head";
import { Panel } from "@/app/_ui/panel";
import { languages } from "@/lib/language";
import { Kind, kinds, type Regime } from "@/lib/policy/pack";
import { reader, type Reader } from "@/lib/server/language";
import { rulesReader } from "@/lib/server/rules-in-force";
import { currentActor } from "@/lib/server/session";
import { readsWorkflows } from "@/lib/workflow/proposal/readers";

type Query = Record<string, string | string[] | undefined>;

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("rules.title") };
}

/** Every regime of the rulebook, for anybody: by kind, by place, or by a word of its title in any language. */
export default async function Rules({ searchParams }: { searchParams: Promise<Query> }) {
  const [actor, words, { kind: asked, place, q }] = await Promise.all([currentActor(), rulesReader(), searchParams]);
  const { t, ui } = words;
  const kind = Kind.safeParse(asked).data;
  const text = typeof q === "string" ? q.slice(0, 100) : "";
  const all = [...words.rules.regimes.values()];
  const found = all.filter((regime) => (kind === undefined || regime.kinds.includes(kind)) && (typeof place !== "string" || place === "" || regime.jurisdiction === place) && matches(regime, text));
  const places = [...new Set(all.map(({ jurisdiction }) => jurisdiction))];
  return (
    <Frame>
      <PageHead title={t("rules.title")} lead={t("rules.lead", { count: all.length })} actions={<span className="flex flex-wrap gap-x-5 gap-y-1"><Link href="/rules/changes">{t("rules.changes.title")}</Link>{readsWorkflows(actor) && <Link href="/workflows">{t("workflows.title")}</Link>}</span>} />
      <form method="get" action="/rules" className="mb-5 flex flex-wrap items-end gap-x-3 gap-y-4">
        <TextField question={{ t: ui, name: "q", label: t("rules.search") }} size="md" defaultValue={text} type="search" />
        <SelectField question={{ t: ui, name: "kind", label: t("facts.kind.label") }} options={kinds.map((value) => ({ value, label: ui(`kind.${value}`) }))} empty={t("rules.every")} defaultValue={kind ?? ""} />
        <SelectField question={{ t: ui, name: "place", label: t("rules.place") }} options={places.map((value) => ({ value, label: ui(`jurisdiction.${value}`) }))} empty={t("rules.every")} defaultValue={typeof place === "string" ? place : ""} />
        <Button>{ui("act.search")}</Button>
      </form>
      <Panel title={t("rules.found", { count: found.length })} padded={found.length === 0}>
        {found.length === 0 ? <EmptyState>{t("rules.none")}</EmptyState> : <ul>{found.map((regime) => <Row key={regime.id} regime={regime} words={words} />)}</ul>}
      </Panel>
      <p className="mt-5 max-w-read text-sm text-ink-2">{t("finder.notAdvice")}</p>
    </Frame>
  );
}

function Row({ regime, words }: { regime: Regime; words: Reader }) {
  const { language, ui, format } = words;
  return (
    <li className="grid grid-cols-[2.5rem_minmax(0,1fr)] gap-x-3 border-t border-line px-4 py-3 first:border-t-0 sm:px-5">
      <JurisdictionBox code={regime.jurisdiction} name={ui(`jurisdiction.${regime.jurisdiction}`)} />
      <div className="grid gap-0.5 text-sm">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <Link href={`/rules/${regime.id}`} className="text-md font-medium">{regime.title[language]}</Link>
          <span className="text-xs text-ink-3">{usualTime(regime, words)}</span>
        </div>
        <span className="text-xs text-ink-3">{format.list(regime.kinds.map((kind) => ui(`kind.${kind}`)))} · {authorityOf(regime, words)}{regime.confidence === "uncertain" && ` · ${certainty(regime, words)}`}</span>
      </div>
    </li>
  );
}

/** A title is found in any of its languages, and by its id. */
function matches(regime: Regime, text: string): boolean {
  const wanted = text.normalize("NFKC").trim().toLowerCase();
  return wanted === "" || [regime.id, ...languages.map((language) => regime.title[language])].some((title) => title.toLowerCase().includes(wanted));
}
