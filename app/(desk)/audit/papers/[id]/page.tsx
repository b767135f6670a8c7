import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { saveSheet, sendPaperCommand } from "@/app/_audit/papers/actions";
import { FindingRows } from "@/app/_audit/papers/finding-rows";
import { paperFields } from "@/app/_audit/papers/hidden";
import { pagesOfPart } from "@/app/_audit/papers/pages-of-part";
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
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHead } from "@/app/_ui/page-head";
import { Pager, PastList } from "@/app/_ui/pager";
import { Panel } from "@/app/_ui/panel";
import { Remark } from "@/app/_ui/remark";
import { TabLinks } from "@/app/_ui/tab-links";
import { Tag } from "@/app/_ui/tag";
import { workingPaperPart } from "@/db/queries/paper-part";
import { isId } from "@/lib/id";
import { reader } from "@/lib/server/language";
import { currentActor, requireActor } from "@/lib/server/session";
import { PaperPlace, placeIn, placeText } from "@/lib/working-paper/place";
import { results } from "@/lib/working-paper/state";

type Params = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

/** By text: the same place is read once for the title and the page. */
const read = cache(async (id: string, place: string) => (isId(id) ? workingPaperPart(await requireActor(), id, placeIn(place)) : null));

export async function generateMetadata({ params, searchParams }: Params): Promise<Metadata> {
  const [{ t }, actor, { id }, query] = await Promise.all([reader(), currentActor(), params, searchParams]);
  if (actor.kind !== "person") return {};
  const paper = (await read(id, placeText(PaperPlace.parse(query))))?.paper;
  return { title: paper ? (paper.title ?? paper.number) : t("errors.notFound.title") };
}

/** One working paper: how its cases were drawn, the sheet with what each test came to, its findings, and its signature. */
export default async function PaperPage({ params, searchParams }: Params) {
  const [actor, words, { id }, query] = await Promise.all([requireActor(), reader(), params, searchParams]);
  const { t, ui, format } = words;
  const at = PaperPlace.parse(query);
  const place = placeText(at);
  const part = await read(id, place);
  if (!part) notFound();
  const { paper, stops, sheet, found, numbers, titles } = part;
  // Nobody writes on where a chain is broken.
  const isOpen = paper.status === "open" && stops === null;
  const named = await stratumWords(actor, { by: paper.sampling.by, strata: paper.sampling.strata.map(({ stratum }) => stratum) }, words);
  const number = isOpen && typeof query.case === "string" ? numbers[query.case] : undefined;
  const chosen = number === undefined ? undefined : { request: String(query.case), number };
  const here = (to: PaperPlace) => `/audit/papers/${id}${placeText(to)}`;
  const pages = pagesOfPart({ sheet, found }, { at, here, t });
  const rows = paper.cases.map(({ request, number, stratum, marks, note }) => {
    const byTest = Object.fromEntries(marks.map(({ attribute, result }) => [attribute, result]));
    return { request, number, title: titles[request] ?? null, href: `/audit/${request}`, raise: isOpen ? `${here(at)}${place === "" ? "?" : "&"}case=${request}#raise` : null, stratum: stratum === null ? null : named(stratum), marks: byTest, note: note ?? "", said: { ...Object.fromEntries(paper.attributes.map((one) => [`mark.${one.id}`, format.pair(number, one.name ?? t("papers.erased"))])), note: format.pair(number, t("papers.sheet.note")), raise: format.pair(t("papers.raise.title"), number) }, was: drawnAs(paper.attributes.map((one) => byTest[one.id] ?? ""), note ?? "") };
  });
  return (
    <Frame width="desk">
      <PageHead
        title={paper.title ?? t("pages.untitled")}
        crumbs={[<a key="list" href="/audit/papers">{t("papers.title")}</a>, <span key="number" className="font-mono">{paper.number}</span>, t("papers.openedBy", { who: paper.names[paper.opener] ?? "", day: format.date(paper.openedAt) })]}
        tag={<Tag state={paper.status === "open" ? "moving" : "done"}>{t(`papers.status.${paper.status}`)}</Tag>}
        actions={<ButtonLink href={`/audit/papers/${id}/bundle`} download>{t("takeaway.bundle.take")}</ButtonLink>}
      />
      <Rooms current="papers" />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 pt-5">
        {stops !== null && <Remark state="stop">{t("pages.story.stops", { seq: stops })}</Remark>}
        {paper.signed && (
          <Panel title={t("papers.sign.signed", { who: paper.names[paper.signed.by] ?? "", day: format.dateTime(paper.signed.at) })} padded>
            <p className="whitespace-pre-line">{paper.signed.conclusion ?? t("papers.erased")}</p>
          </Panel>
        )}
        {chosen && <RaiseFinding paper={id} chosen={chosen} place={place} />}
        <Panel id="cases" title={t("papers.sheet.title")} count={format.pair(t("papers.tested"), t("papers.of", { tested: sheet.counts.tested, cases: sheet.counts.all }))}>
          {pages.cases.tabs && <div className="px-4 pt-1 sm:px-5"><TabLinks label={t("papers.sheet.title")} tabs={pages.cases.tabs} /></div>}
          <PastList t={ui} list="cases" goesOn={sheet.next !== null} />
          {/* Anew once something was saved: a form that was sent shows again what it began with. */}
          {rows.length === 0 ? <EmptyState>{t("papers.noneHere")}</EmptyState> : <SheetForm
            key={`${paper.version}${place}`}
            action={saveSheet}
            paper={id}
            place={place}
            version={paper.version}
            commandId={crypto.randomUUID()}
            attributes={paper.attributes.map((one) => ({ id: one.id, name: one.name ?? t("papers.erased") }))}
            results={results.map((value) => ({ value, label: t(`papers.result.${value}`) }))}
            rows={rows}
            isOpen={isOpen}
            words={{ error: ui("error"), caption: t("papers.sheet.title"), request: t("papers.case"), stratum: t("papers.stratum"), note: t("papers.sheet.note"), notYet: t("papers.sheet.notYet"), raise: t("papers.raise.title"), save: t("papers.sheet.save") }}
          />}
          <div className="px-4 sm:px-5"><Pager t={ui} list="cases" {...pages.cases.turns} /></div>
        </Panel>
        {found.counts.all > 0 && (
          <Panel id="findings" title={t("papers.findings")} count={format.number(found.counts.all)}>
            {pages.findings.tabs && <div className="px-4 pt-1 sm:px-5"><TabLinks label={t("papers.findings")} tabs={pages.findings.tabs} /></div>}
            <PastList t={ui} list="findings" goesOn={found.next !== null} />
            {paper.findings.length === 0 ? <EmptyState>{t("papers.noneHere")}</EmptyState> : <FindingRows part={part} place={place} />}
            <div className="px-4 sm:px-5"><Pager t={ui} list="findings" {...pages.findings.turns} /></div>
          </Panel>
        )}
        <Panel title={t("papers.sample.title")} padded><SampleFacts actor={actor} sampling={paper.sampling} question={paper.question} period={paper.period} /></Panel>
        <PaperStory part={part} at={at} />
        {isOpen && (
          <div data-screen>
            <Panel title={t("papers.sign.title")} padded>
              <p className="max-w-read pb-4 text-sm text-ink-2">{t("papers.sign.lead")}</p>
              <CommandForm compact action={sendPaperCommand} words={{ error: ui("error"), optional: ui("optional") }} fields={[...paperFields("signPaper", { paper: id, place }), { is: "area", name: "conclusion", label: t("papers.sign.conclusion"), rows: 4 }]} submits={[{ label: t("papers.sign.do") }]} />
            </Panel>
          </div>
        )}
      </div>
    </Frame>
  );
}
