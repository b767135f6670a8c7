import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { sendPaperCommand } from "@/app/_audit/papers/actions";
import { findingTag } from "@/app/_audit/papers/finding-rows";
import { paperFields } from "@/app/_audit/papers/hidden";
import { SeenEvents } from "@/app/_audit/papers/seen-events";
import { CommandForm } from "@/app/_request/command-form";
import type { FormField } from "@/app/_request/form-input";
import { Frame } from "@/app/_request/frame";
import { Columns, Stack } from "@/app/_ui/columns";
import { DefinitionList } from "@/app/_ui/definition-list";
import { PageHead } from "@/app/_ui/page-head";
import { Panel } from "@/app/_ui/panel";
import { Tag } from "@/app/_ui/tag";
import { Unbroken } from "@/app/_ui/unbroken";
import { findingAt } from "@/db/queries/audit-findings";
import { isId } from "@/lib/id";
import { reader } from "@/lib/server/language";
import { currentActor, requireActor } from "@/lib/server/session";
import type { PaperCommandType } from "@/lib/working-paper/command";
import { replies } from "@/lib/working-paper/asked";
import { PaperPlace, placeText } from "@/lib/working-paper/place";
import { stances } from "@/lib/working-paper/state";

type Params = { params: Promise<{ paper: string; finding: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

const read = cache(async (paper: string, finding: string) => (isId(paper) && /^[1-9]\d{0,4}$/.test(finding) ? findingAt(await requireActor(), paper, Number(finding)) : null));

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const [{ t }, actor, { paper, finding }] = await Promise.all([reader(), currentActor(), params]);
  if (actor.kind !== "person") return {};
  const found = await read(paper, finding);
  return { title: found ? t("papers.finding.title", { finding: String(found.finding), number: found.number }) : t("errors.notFound.title") };
}

/** One finding: what it says and which entries it saw, the replies, what follows; for the paper's auditors, and for the desk or organisation that is asked. */
export default async function FindingPage({ params, searchParams }: Params) {
  const [actor, { t, format, language }, { paper: paperId, finding }, query] = await Promise.all([requireActor(), reader(), params, searchParams]);
  const found = await read(paperId, finding);
  if (!found) notFound();
  const { paper, names } = found;
  const isOpen = found.closed === null && !paper.isSigned;
  const mayReply = isOpen && replies(actor, found);
  // Asked, it is for whoever may reply to move; replied to, for the auditors.
  const stateFor = found.status === "asked" && mayReply ? "yours" : found.status === "replied" && !paper.isAudited ? "moving" : findingTag[found.status];
  // The auditor's way back to where on the paper they came from.
  const place = placeText(PaperPlace.parse(query));
  const of = { paper: paperId, finding: found.finding, place };
  const who = (id: string) => names[id] ?? t("pages.story.somebody");
  return (
    <Frame>
      <PageHead
        title={<Unbroken text={t("papers.finding.title", { finding: String(found.finding), number: found.number })} number={found.number} />}
        crumbs={[paper.isAudited ? <a key="paper" href={`/audit/papers/${paper.id}${place}${place && "#findings"}`}>{t("papers.numbered", { number: paper.number })}</a> : <span key="paper" className="font-mono">{paper.number}</span>, t("papers.finding.raised", { who: who(found.raisedBy), day: format.date(found.raisedAt) })]}
        tag={<Tag state={stateFor}>{t(`papers.findingStatus.${found.status}`)}</Tag>}
      />
      <Columns shape="aside">
        <Stack>
          <Panel title={t("papers.finding.what")} padded>
            <p className="max-w-read pb-3 whitespace-pre-line">{found.text ?? t("papers.erased")}</p>
            <DefinitionList answers={[
              { term: t("papers.case"), value: found.isCaseSeen ? <a className="font-mono" href={paper.isAudited ? `/audit/${found.request}` : `/requests/${found.request}`}>{found.number}</a> : <span className="font-mono">{found.number}</span> },
              { term: t("papers.raise.severity"), value: t(`papers.severity.${found.severity}`) },
              { term: t("papers.raise.desk"), value: format.within(found.askedNames.name?.[language] ?? found.desk ?? found.organisation, found.askedNames.within?.[language]) },
              { term: t("papers.raise.replyBy"), value: format.date(found.replyBy) },
              ...(found.followUp ? [{ term: t("papers.followUp.title"), value: <span className="whitespace-pre-line">{found.followUp.text ?? t("papers.erased")}</span>, note: t("papers.followUp.due", { day: format.date(found.followUp.due) }) }] : []),
              ...(found.closed ? [{ term: t("papers.findingStatus.closed"), value: t("papers.finding.raised", { who: who(found.closed.by), day: format.date(found.closed.at) }), note: found.closed.reason }] : []),
            ]} />
          </Panel>
          {found.replies.map(({ by, at, stance, text }) => (
            <Panel key={at} title={t(`papers.stance.${stance}`)} count={t("papers.finding.raised", { who: who(by), day: format.dateTime(at) })} padded>
              <p className="max-w-read whitespace-pre-line">{text ?? t("papers.erased")}</p>
            </Panel>
          ))}
          {mayReply && <Act is="replyToFinding" title={t("papers.act.replyAs", { asked: found.desk === null ? "organisation" : "desk" })} of={of} lit={found.status === "asked"} fields={[
            { is: "one", name: "stance", label: t("papers.reply.stance", { asked: found.desk === null ? "organisation" : "desk" }), options: stances.map((value) => ({ value, label: t(`papers.stance.${value}`) })) },
            { is: "area", name: "text", label: t("papers.reply.text"), rows: 5 },
          ]} />}
          {paper.isAudited && isOpen && <Act is="setFollowUp" of={of} fields={[{ is: "area", name: "text", label: t("papers.followUp.what"), rows: 3 }, { is: "date", name: "due", label: t("papers.followUp.by") }]} />}
          {paper.isAudited && isOpen && <Act is="closeFinding" of={of} fields={[{ is: "area", name: "reason", label: t("papers.close.reason"), hint: found.status === "asked" ? t("papers.close.reasonHint") : undefined, optional: found.status !== "asked", rows: 3 }]} />}
        </Stack>
        <Panel title={t("papers.finding.saw")}><SeenEvents request={found.request} seen={found.events} /></Panel>
      </Columns>
    </Frame>
  );
}

async function Act({ is, title, of, fields, lit = false }: { title?: string; is: Extract<PaperCommandType, "replyToFinding" | "setFollowUp" | "closeFinding">; of: { readonly paper: string; readonly finding: number; readonly place: string }; fields: readonly FormField[]; lit?: boolean }) {
  const { t, ui } = await reader();
  const said = title ?? t(`papers.act.${is}`);
  return (
    <div data-screen>
      <Panel title={said} padded lit={lit}>
        <CommandForm compact action={sendPaperCommand} words={{ error: ui("error"), optional: ui("optional") }} fields={[...paperFields(is, of), ...fields]} submits={[{ label: said, look: lit ? "first" : "plain" }]} />
      </Panel>
    </div>
  );
}
