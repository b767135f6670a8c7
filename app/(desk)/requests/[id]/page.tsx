import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { DossierPanel } from "@/app/_dossier/dossier-panel";
import { SharedPapers } from "@/app/_dossier/shared-papers";
import { RetentionPanel } from "@/app/_retention/request-panel";
import { Blank } from "@/app/_ui/blank";
import { ButtonLink } from "@/app/_ui/button";
import { Columns, Stack } from "@/app/_ui/columns";
import { DefinitionList } from "@/app/_ui/definition-list";
import { Notice } from "@/app/_ui/notice";
import { PageHead } from "@/app/_ui/page-head";
import { More, Panel } from "@/app/_ui/panel";
import { Tag } from "@/app/_ui/tag";
import { AmendmentPanel } from "@/app/_request/amendment-panel";
import { Answers } from "@/app/_request/answers";
import { caseDetail } from "@/app/_request/case-detail";
import { caseTitle } from "@/app/_request/case-title";
import { Changes } from "@/app/_request/changes";
import { Corridor } from "@/app/_request/corridor";
import { mayDecide } from "@/app/_request/decisive";
import { Findings } from "@/app/_request/findings";
import { Frame } from "@/app/_request/frame";
import { SinceBegun } from "@/app/_request/since-begun";
import { PaperReads } from "@/app/_request/paper-reads";
import { GlassBroken } from "@/app/_request/glass-broken";
import { HeldBy } from "@/app/_request/held-by";
import { HowLong } from "@/app/_request/how-long-panel";
import { newFindings } from "@/app/_request/new-findings";
import { obligationName, requirementName } from "@/lib/server/requirement-name";
import { Papers } from "@/app/_request/papers";
import { quantityWords } from "@/lib/server/quantity-words";
import { Requirements } from "@/app/_request/requirements";
import { Steps } from "@/app/_request/steps";
import { Story } from "@/app/_request/story";
import { Talk } from "@/app/_request/talk";
import { Terms } from "@/app/_request/terms";
import { statusTag } from "@/app/_request/words";
import { HandsPanel } from "@/app/_request/hands-panel";
import { Discrepancies } from "@/app/_request/discrepancies";
import { LateObligations } from "@/app/_request/late-obligations";
import { LedgerPanel } from "@/app/_request/ledger-panel";
import { RequestObligations } from "@/app/_request/obligations";
import { PermitPanel } from "@/app/_request/permit-panel";
import { LaterForms } from "@/app/_request/later-forms";
import { EndForms } from "@/app/_request/end-forms";
import { ReplyForm } from "@/app/_request/reply-form";
import { documentReadCount } from "@/db/queries/documents";
import { requestEvents } from "@/db/queries/request-events";
import { filingOf } from "@/lib/request/agenda";
import { isOverdue } from "@/lib/request/obligations";
import { isRequestersMove } from "@/lib/request/requirement";
import { moment, realClock } from "@/lib/server/clock";
import { desksOf } from "@/lib/access/actor";
import { reader } from "@/lib/server/language";
import { movesOffered } from "@/lib/server/moves-offered";
import type { RequestDetail } from "@/lib/server/request-detail";
import { requireActor } from "@/lib/server/session";

type Params = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  return caseTitle((await params).id);
}

/** One request: where it is and whose move it is, what the rules ask for, what was decided, said and moved, and its whole history. */
export default async function RequestPage({ params, searchParams }: Params) {
  const [actor, { t, ui }, { id }, { reads }] = await Promise.all([requireActor(), reader(), params, searchParams]);
  const detail = await caseDetail(id);
  if (!detail) notFound();
  if (detail.status === "draft") redirect(`/requests/${id}/edit/check`);
  const moves = detail.allowed.some(({ command, allowed }) => command === "move" && allowed) ? movesOffered(actor, id) : [];
  const [history, read, offered] = await Promise.all([requestEvents(actor, id, { limit: 500 }), documentReadCount(actor, id), moves]);
  const here = `/requests/${id}`;
  const isOfficer = detail.steps.some((step) => desksOf(actor).includes(step.desk) || step.assignee === actor.id);
  return (
    <Frame>
      <PageHead
        title={detail.title || t("pages.untitled")}
        crumbs={[<a key="list" href="/requests">{t("pages.list.title")}</a>, <span key="number" className="font-mono">{detail.number}</span>, ui(`kind.${detail.kind}`)]}
        tag={detail.permit?.status === "suspended" ? <Tag state="stop">{ui("status.suspended")}</Tag> : <Tag state={statusTag[detail.status]}>{ui(`status.${detail.status}`)}</Tag>}
        lead={<Whose detail={detail} />}
      />
      <SinceBegun detail={detail} />
      <LateObligations detail={detail} />
      <GlassBroken actor={actor} request={id} />
      <div className="grid gap-6">
        <Corridor detail={detail} />
        <YourMove detail={detail} isRequester={detail.requester === actor.id} />
        {lacksTerms(detail) && <Panel id="terms" title={t("pages.check.terms")} screen padded lit><Terms detail={detail} next={here} /></Panel>}
        {detail.status === "returned" && <div id="reply" tabIndex={-1}><ReplyForm detail={detail} /></div>}
        <Panel title={ui("steps")} count={t("pages.bothDecide")} padded><Steps detail={detail} /></Panel>
        {detail.steps.filter((step) => detail.allowed.some((one) => one.command === "advise" && one.step === step.id && one.allowed)).map((step) => <HandsPanel key={step.id} detail={detail} step={step} />)}
        <AmendmentPanel detail={detail} />
        <Changes detail={detail} />
        <Columns shape="aside">
          <Stack>
            {detail.permit && <PermitPanel detail={detail} />}
            <Discrepancies detail={detail} />
            <RequestObligations detail={detail} officer={desksOf(actor)} />
            <LedgerPanel detail={detail} />
            <HeldBy detail={detail} />
            <Panel id="requirements" title={t("pages.requirements.title")} count={t("pages.requirements.count", { count: detail.requirements.length })}><Requirements detail={detail} next={here} /></Panel>
            <Findings detail={detail} fresh={newFindings(history?.items ?? [])} />
            <Panel title={t("pages.history")}><Story events={history?.items ?? []} detail={detail} /></Panel>
          </Stack>
          <Stack>
            <HowLong detail={detail} />
            <DossierPanel request={id} isOwn={detail.requester === actor.id || detail.team.includes(actor.id)} />
            <Panel title={t("pages.answers")} padded><Answers detail={detail} onlyAnswered /></Panel>
            <Panel title={t("pages.papers.title")} count={String(detail.documents.length)} screen={detail.documents.length === 0} padded>
              <Papers detail={detail} next={here} />
              {read.count > 0 && <div id="reads" tabIndex={-1}><More within open={reads !== undefined} summary={t("pages.papers.reads")}><PaperReads request={id} after={reads} here={here} /></More></div>}
            </Panel>
            <SharedPapers detail={detail} next={here} />
            <Panel title={t("pages.talk.title")} padded><Talk detail={detail} next={here} isOfficer={isOfficer} /></Panel>
            <Panel title={t("pages.parties")} padded><Who detail={detail} /></Panel>
            <LaterForms detail={detail} events={history?.items ?? []} moves={offered} />
            <EndForms detail={detail} />
            <RetentionPanel detail={detail} events={history?.items ?? []} reader={actor.id} />
          </Stack>
        </Columns>
      </div>
    </Frame>
  );
}

/** Whether one of its people has yet to accept the terms that whoever made it accepted. */
function lacksTerms({ terms, allowed }: RequestDetail): boolean {
  return allowed.some((one) => one.command === "acceptTerms" && one.allowed) && terms.some(({ accepted }) => !accepted);
}

/** Whose move it is, and since when. */
async function Whose({ detail }: { detail: RequestDetail }) {
  const { language, t, format } = await reader();
  if (detail.status === "returned") return <>{t("pages.whose.requester", { who: detail.names.people[detail.requester] ?? "", day: format.date(detail.changedAt) })}</>;
  const open = detail.steps.filter((step) => step.status === "open");
  const held = (by: "requester" | "authority") => detail.blockers.flatMap((one) => (one.by === by && one.requirement ? [requirementName(one.requirement, language, t)] : []));
  const [files, waits] = [held("requester"), held("authority")];
  if (open.length === 0 && files.length > 0) return <>{t("pages.whose.files", { who: detail.names.people[detail.requester] ?? "", what: format.list(files) })}</>;
  const late = detail.obligations.filter((one) => isOverdue(one, detail.requirements)).map((one) => obligationName(one, { t, language }));
  if (open.length === 0 && late.length > 0) return <>{t("pages.whose.owes", { who: detail.names.people[detail.requester] ?? "", what: format.list(late) })}</>;
  if (open.length === 0 && waits.length > 0) return <>{t("pages.whose.authority", { what: format.list(waits), day: format.date(detail.changedAt) })}</>;
  if (open.length === 0 || !open[0]?.since) return <>{t("pages.whose.nobody", { day: format.date(detail.changedAt) })}</>;
  const desks = format.list(open.map((step) => format.within(step.assignee ? detail.names.people[step.assignee] : step.deskNames?.[language], step.organisation ? detail.names.organisations[step.organisation]?.[language] : null)));
  return <>{t("pages.whose.desk", { desk: desks, day: format.date(open[0].since), due: open[0].dueOn ? format.date(open[0].dueOn) : "–" })}</>;
}

/** The one thing to do: a decision; else advice; else, for the requester, what outside authorities must still answer. The reply after a return has its own. */
async function YourMove({ detail, isRequester }: { detail: RequestDetail; isRequester: boolean }) {
  const { language, t, ui, format } = await reader();
  const step = detail.steps.find((one) => mayDecide(detail, one)?.allowed);
  const asked = detail.steps.find((one) => detail.allowed.some(({ command, step: id, allowed }) => command === "advise" && id === one.id && allowed));
  if (!step && asked) return <Notice t={ui} title={asked.name[language]} actions={<ButtonLink href="#hands" look="first" plain>{t("case.hands.advise")}</ButtonLink>}>{t("case.hands.wanted")}</Notice>;
  if (!step) return isRequester ? <Overdue detail={detail} otherwise={<StillOpen detail={detail} />} /> : null;
  return (
    <Notice t={ui} title={step.name[language]} due={step.dueOn ? t("pages.due", { day: format.date(step.dueOn) }) : undefined} actions={<ButtonLink href={`/requests/${detail.id}/decide/${step.id}`} look="first">{t("pages.decide.open")}</ButtonLink>}>
      {t("pages.decide.waits")}
    </Notice>
  );
}

/** What should have been done after the permit by now, whether or not that has ended. */
async function Overdue({ detail, otherwise }: { detail: RequestDetail; otherwise: React.ReactNode }) {
  const words = await reader();
  const { t, ui, format } = words;
  const late = detail.obligations.filter((one) => isOverdue(one, detail.requirements)).toSorted((a, b) => ((a.due ?? "9") < (b.due ?? "9") ? -1 : 1));
  const [first] = late;
  if (!first || detail.status === "returned") return otherwise;
  const isRule = first.requirement !== null;
  return (
    <Notice t={ui} title={obligationName(first, words)} actions={<ButtonLink href={isRule ? `#${first.requirement}` : "#obligations"} look="first" plain>{t(isRule ? "pages.requirements.record" : "home.moves.obligation")}</ButtonLink>}>
      {t.rich("home.moves.overdue", { day: format.nearDate(first.due ?? ""), b: (text) => <b className="text-stop">{text}</b> })}<Blank />{t(isRule ? "case.openHint" : "case.overdueHint")}{late.length > 1 && <><Blank />{t("home.moves.moreOverdue", { count: late.length - 1 })}</>}
    </Notice>
  );
}

/** What must be filed first, by when, and how much more waits with it. */
async function StillOpen({ detail }: { detail: RequestDetail }) {
  const { language, t, ui, format } = await reader();
  const { today } = moment(realClock);
  const blocked = detail.blockers.flatMap(({ requirement }) => detail.requirements.filter((one) => one.id === requirement && isRequestersMove(one, today)));
  const may = detail.allowed.some(({ command, allowed }) => command === "recordRequirement" && allowed);
  const crossing = String(detail.facts.date ?? "");
  const [first] = blocked.map((one) => ({ ...one, ...filingOf(detail.regimes[one.regime], crossing, today) })).toSorted((a, b) => ((a.by ?? "9") < (b.by ?? "9") ? -1 : 1));
  if (!first || !may || detail.status === "returned") return null;
  return (
    <Notice t={ui} title={requirementName(first.id, language, t)} actions={<ButtonLink href={`#${first.id}`} look="first" plain>{t("pages.requirements.record")}</ButtonLink>}>
      {first.earliest !== null ? t("case.late", { crossing: format.nearDate(crossing), earliest: format.nearDate(first.earliest) }) : first.by !== null ? t("home.moves.by", { day: format.nearDate(first.by), crossing: format.nearDate(crossing) }) : t("case.openHint")}{blocked.length > 1 && <><Blank />{t("case.alsoOpen", { count: blocked.length - 1 })}</>}
    </Notice>
  );
}

async function Who({ detail }: { detail: RequestDetail }) {
  const { language, t, format } = await reader();
  const organisation = (id: string) => detail.names.organisations[id]?.[language] ?? id;
  return (
    <>
      <DefinitionList
        shape="narrow"
        answers={[
          { term: t("pages.label.requester"), value: detail.names.people[detail.requester] },
          { term: t("pages.label.home"), value: organisation(detail.home) },
          { term: t("pages.label.host"), value: detail.host === null ? undefined : "organisation" in detail.host ? organisation(detail.host.organisation) : `ROR ${detail.host.ror}` },
          { term: t("pages.label.window"), value: detail.window ? t("rules.fromTo", { from: format.date(detail.window.from), to: format.date(detail.window.to) }) : undefined },
          { term: t("pages.label.limit"), value: detail.limit ? quantityWords(detail.limit, { t, format }) : undefined },
        ]}
      />
      <More within summary={t("pages.check.terms")}>
        <ul className="text-sm">{detail.terms.map((terms) => <li key={terms.id}>{terms.title[language]}, {t("pages.check.accepted", { version: terms.version })}</li>)}</ul>
      </More>
    </>
  );
}
