import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { saveSheet, sendPaperCommand } from "@/app/_audit/papers/actions";
import { FindingRows } from "@/app/_audit/papers/finding-rows";
import { paperFields } from "@/app/_audit/papers/hidden";
import { PaperStory } from "@/app/_audit/papers/paper-story";
import { RaiseFinding } from "@/app/_audit/papers/raise-finding";
import { SampleFacts } from "@/app/_audit/papers/sample-facts";
import { SheetForm } from "@/app/_audit/papers/sheet-form";
import { stratumWords } from "@/app/_audit/papers/stratum-words";
import { drawnAs } from "@/app/_audit/papers/typed";
import { Rooms } from "@/app/_audit/rooms";
import { CommandForm } from "@/app/_request/command-form";
import { Frame } from "@/app/_request/frame";
import { ButtonLink } from "@/app/_ui/button";
import { PageHead } from "@/app/_ui/page-head";
import { Panel } from "@/app/_ui/panel";
import { Tag } from "@/app/_ui/tag";
import { workingPaperContent } from "@/db/queries/working-papers";
import { isId } from "@/lib/id";
import { reader } from "@/lib/server/language";
import { currentActor, requireActor } from "@/lib/server/session";
import { results } from "@/lib/working-paper/state";

type Params = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

const read = cache(async (id: string) => (isId(id) ? workingPaperContent(await requireActor(), id) : null));

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const [{ t }, actor, { id }] = await Promise.all([reader(), currentActor(), params]);
  if (actor.kind !== "person") return {};
  const paper = await read(id);
  return { title: paper ? (paper.title ?? paper.number) : t("errors.notFound.title") };
}

/** One working paper: how its cases were drawn, the sheet with what each test came to, its findings, and its signature. */
export default async function PaperPage({ params, searchParams }: Params) {
  const [actor, words, { id }, query] = await Promise.all([requireActor(), reader(), params, searchParams]);
  const { t, ui, format } = words;
  const paper = await read(id);
  if (!paper) notFound();
  const isOpen = paper.status === "open";
  const named = await stratumWords(actor, { by: paper.sampling.by, strata: paper.sampling.strata.map(({ stratum }) => stratum) }, words);
  const chosen = isOpen ? paper.cases.find(({ request }) => request === query.case) : undefined;
  const before = typeof query.before === "string" && /^[1-9]\d{0,8}$/.test(query.before) ? Number(query.before) : null;
  const tested = paper.cases.filter((one) => one.tested).length;
  const rows = paper.cases.map(({ request, number, stratum, marks, note }) => {
    const byTest = Object.fromEntries(marks.map(({ attribute, result }) => [attribute, result]));
    return { request, number, href: `/audit/${request}`, raise: isOpen ? `/audit/papers/${id}?case=${request}#raise` : null, stratum: stratum === null ? null : named(stratum), marks: byTest, note: note ?? "", was: drawnAs(paper.attributes.map((one) => byTest[one.id] ?? ""), note ?? "") };
  });
  return (
    <Frame width="desk">
      <PageHead
        title={paper.title ?? t("pages.untitled")}
        crumbs={[<a key="list" href="/audit/papers">{t("papers.title")}</a>, <span key="number" className="font-mono">{paper.number}</span>, t("papers.openedBy", { who: paper.names[paper.opener] ?? "", day: format.date(paper.openedAt) })]}
        tag={<Tag state={isOpen ? "moving" : "done"}>{t(`papers.status.${paper.status}`)}</Tag>}
        actions={<ButtonLink href={`/audit/papers/${id}/bundle`} download>{t("takeaway.bundle.take")}</ButtonLink>}
      />
      <Rooms current="papers" />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 pt-5">
        {paper.signed && (
          <Panel title={t("papers.sign.signed", { who: paper.names[paper.signed.by] ?? "", day: format.dateTime(paper.signed.at) })} padded>
            <p className="whitespace-pre-line">{paper.signed.conclusion ?? t("papers.erased")}</p>
          </Panel>
        )}
        {chosen && <RaiseFinding paper={id} chosen={chosen} />}
        <Panel title={t("papers.sheet.title")} count={format.pair(t("papers.tested"), t("papers.of", { tested, cases: paper.cases.length }))}>
          {/* Anew once something was saved: a form that was sent shows again what it began with. */}
          <SheetForm
            key={paper.version}
            action={saveSheet}
            paper={id}
            version={paper.version}
            commandId={crypto.randomUUID()}
            attributes={paper.attributes.map((one) => ({ id: one.id, name: one.name ?? t("papers.erased") }))}
            results={results.map((value) => ({ value, label: t(`papers.result.${value}`) }))}
            rows={rows}
            isOpen={isOpen}
            words={{ error: ui("error"), caption: t("papers.sheet.title"), request: t("papers.case"), stratum: t("papers.stratum"), note: t("papers.sheet.note"), notYet: t("papers.sheet.notYet"), raise: t("papers.raise.title"), save: t("papers.sheet.save") }}
          />
        </Panel>
        {paper.findings.length > 0 && <Panel title={t("papers.findings")} count={format.number(paper.findings.length)}><FindingRows paper={paper} /></Panel>}
        <Panel title={t("papers.sample.title")} padded><SampleFacts actor={actor} sampling={paper.sampling} question={paper.question} period={paper.period} /></Panel>
        <PaperStory paper={paper} before={before} />
        {isOpen && (
          <div data-screen>
            <Panel title={t("papers.sign.title")} padded>
              <p className="max-w-read pb-4 text-sm text-ink-2">{t("papers.sign.lead")}</p>
              <CommandForm compact action={sendPaperCommand} words={{ error: ui("error"), optional: ui("optional") }} fields={[...paperFields("signPaper", id), { is: "area", name: "conclusion", label: t("papers.sign.conclusion"), rows: 4 }]} submits={[{ label: t("papers.sign.do") }]} />
            </Panel>
          </div>
        )}
      </div>
    </Frame>
  );
}
