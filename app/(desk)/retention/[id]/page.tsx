import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Frame } from "@/app/_request/frame";
import { RequestForm } from "@/app/_request/request-form";
import { statusTag } from "@/app/_request/words";
import { HoldForm } from "@/app/_retention/hold-form";
import { ruleField } from "@/app/_retention/rule-field";
import { DefinitionList } from "@/app/_ui/definition-list";
import { PageHead } from "@/app/_ui/page-head";
import { Panel } from "@/app/_ui/panel";
import { Tag } from "@/app/_ui/tag";
import { Unbroken } from "@/app/_ui/unbroken";
import { papers, type PaperId } from "@/lib/policy/papers";
import { isHeld, placesOf } from "@/lib/request/evolve-erasure";
import { reader } from "@/lib/server/language";
import { keptRequest } from "@/lib/server/retention";
import { requireActor } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("retention.title") };
}

/** What is kept of one request and until when, without a word of it; whoever keeps its institution's record erases here, and an auditor holds it. */
export default async function KeptRequestPage({ params }: { params: Promise<{ id: string }> }) {
  const [actor, words, { id }] = await Promise.all([requireActor(), reader(), params]);
  const { language, t, ui, format } = words;
  const found = await keptRequest(actor, id);
  if (!found) notFound();
  const { state, kept, entries, mayErase, mayHold } = found;
  const left = state.documents.filter(({ erased }) => erased === null);
  const here = `/retention/${id}`;
  const rule = ruleField(placesOf(state), words);
  const reason = { is: "area", name: "reason", label: t("retention.erase.reason"), rows: 2, optional: true } as const;
  const named = (paper: string | null) => (paper !== null && paper in papers ? papers[paper as PaperId][language] : t("pages.event.document-attached"));
  return (
    <Frame>
      <PageHead title={<Unbroken text={t("retention.request.title", { number: state.number })} number={state.number} />} crumbs={[<a key="all" href="/retention">{t("retention.title")}</a>, <span key="number" className="font-mono">{state.number}</span>, ui(`kind.${state.kind}`)]} tag={<Tag state={statusTag[state.status]}>{ui(`status.${state.status}`)}</Tag>} />
      <div className="grid gap-6">
        <Panel title={t("retention.request.kept")} padded>
          {state.endedOn === null ? <p>{t("retention.request.running")}</p> : (
            <DefinitionList shape="stacked" answers={[{ term: t("retention.due.ended"), value: format.date(state.endedOn) }, ...kept.map(({ rule: { law, certainty }, years, until }) => ({ term: t("retention.law", { law: law[language], certainty: t(`retention.certainty.${certainty}`) }), value: t("retention.request.years", { years, day: format.date(until) }) }))]} />
          )}
          {state.erased.wholeOn !== null && <p className="pt-4">{t("retention.request.erasedOn", { day: format.date(state.erased.wholeOn) })}</p>}
        </Panel>
        {mayErase && (
          <Panel title={t("retention.erase.title")} padded screen>
            {entries.length + left.length === 0 ? <p>{t("retention.request.nothing")}</p> : (
              <div className="grid gap-6">
                <p className="text-sm text-ink-2">{t("retention.erase.stays")}</p>
                <RequestForm request={id} command="erase" next={here} fields={[{ is: "hidden", name: "whole", value: "true" }, rule, reason]} label={t("retention.erase.whole")} look="danger" />
                <RequestForm
                  request={id}
                  command="erase"
                  next={here}
                  folded={{ within: true, summary: t("retention.erase.chosen") }}
                  fields={[
                    ...(entries.length > 0 ? [{ is: "some", name: "entries[]", label: t("retention.request.entries"), options: entries.map(({ seq, type, at }) => ({ value: String(seq), label: t("retention.request.entry", { seq, what: t(`pages.event.${type.replace(".", "-")}`), day: format.date(at) }) })), optional: true } as const] : []),
                    ...(left.length > 0 ? [{ is: "some", name: "documents[]", label: t("retention.request.papers"), options: left.map(({ id: value, paper, size, at }) => ({ value, label: t("retention.request.paper", { what: named(paper), size: format.bytes(size), day: format.date(at) }) })), optional: true } as const] : []),
                    rule,
                    reason,
                  ]}
                  label={t("retention.erase.chosen")}
                  look="danger"
                />
              </div>
            )}
          </Panel>
        )}
        <Panel title={t("retention.hold.title")} padded>
          {state.holds.length === 0 && <p>{t("retention.hold.none")}</p>}
          <ul className="grid gap-1 text-sm">
            {state.holds.map(({ seq, at, lifted }) => <li key={seq}>{format.joined([t("retention.hold.since", { day: format.date(at) }), lifted && t("retention.hold.lifted", { day: format.date(lifted.at) })])}</li>)}
          </ul>
          {mayHold && <HoldForm request={id} held={isHeld(state)} next={here} />}
        </Panel>
      </div>
    </Frame>
  );
}
