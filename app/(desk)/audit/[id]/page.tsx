import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Difference } from "@/app/_audit/difference";
import { MomentBar } from "@/app/_audit/moment";
import { ButtonLink } from "@/app/_ui/button";
import { Columns, Stack } from "@/app/_ui/columns";
import { Remark } from "@/app/_ui/remark";
import { PageHead } from "@/app/_ui/page-head";
import { Panel } from "@/app/_ui/panel";
import { Tag } from "@/app/_ui/tag";
import { Answers } from "@/app/_request/answers";
import { Corridor } from "@/app/_request/corridor";
import { auditedDetail } from "@/app/_request/case-detail";
import { caseTitle } from "@/app/_request/case-title";
import { Findings } from "@/app/_request/findings";
import { Frame } from "@/app/_request/frame";
import { PaperReads } from "@/app/_request/paper-reads";
import { Papers } from "@/app/_request/papers";
import { Steps } from "@/app/_request/steps";
import { Story } from "@/app/_request/story";
import { statusTag } from "@/app/_request/words";
import { TakeRecord } from "@/app/_seals/take-record";
import { checkedCase } from "@/db/queries/audit-case";
import { requestEvents } from "@/db/queries/request-events";
import { holdsAnywhere } from "@/lib/access/can";
import { caseDifference } from "@/lib/audit/case-view";
import { caseAt, detailAt, momentOf, momentsOf } from "@/lib/server/case-at";
import { asDeciderSaw, deciderOf, isDecision } from "@/lib/server/decider-sight";
import { reader } from "@/lib/server/language";
import { requireActor } from "@/lib/server/session";

type Params = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  return caseTitle((await params).id, "number", undefined, async (id) => (await auditedDetail(id))?.detail ?? null);
}

/** One case as a story, and whether its chain holds: as it is, as it stood at any moment, as whoever decided saw it, and what differs between two moments. */
export default async function AuditCasePage({ params, searchParams }: Params) {
  const [actor, { t, ui, format }, { id }, search] = await Promise.all([requireActor(), reader(), params, searchParams]);
  const { detail: now = null, stops = null } = (holdsAnywhere(actor, "audit.search") && (await auditedDetail(id))) || {};
  if (!now || now.status === "draft") notFound();
  const text = (name: string) => (typeof search[name] === "string" ? search[name].trim().slice(0, 40) : "");
  const [at, from, to, decision] = [text("at"), text("from"), text("to"), text("decision")];
  const [history, checked] = await Promise.all([requestEvents(actor, id, { limit: 1000 }), checkedCase(actor, id)]);
  const events = history?.items ?? [];
  // What somebody decided they decided on what stood before it.
  const decided = /^[1-9]\d{0,5}$/.test(decision) ? events.find((event) => event.seq === Number(decision) && isDecision(event)) : undefined;
  const moment = decided ? { seq: Math.max(1, decided.seq - 1) } : at === "" ? null : momentOf(at);
  const shown = moment && (await caseAt(actor, id, moment));
  const decider = decided && shown ? deciderOf(decided, shown.state) : null;
  const then = shown ? await detailAt(actor, shown, decider) : now;
  // A paper whose content went since is there by its digest alone.
  const detail = { ...then, allowed: [], documents: then.documents.map((one) => ({ ...one, erased: now.documents.find(({ id: paper }) => paper === one.id)?.erased ?? one.erased })) };
  const until = shown ? events.filter(({ seq }) => seq <= shown.seq) : events;
  const told = decider ? asDeciderSaw(until, decider) : until;
  const [one, other] = [momentOf(from), momentOf(to)];
  const pair = one && other ? await momentsOf(actor, id, [one, other]) : null;
  const [was, is] = pair ?? [];
  const wrong = t("audit.moment.wrong");
  const errors = { ...(from !== "" && (!one || (other && !pair)) && { from: wrong }), ...(to !== "" && !other && { to: wrong }), ...(from === "" && to !== "" && { from: wrong }), ...(to === "" && from !== "" && { to: wrong }) };
  const holds = checked.problems.length === 0;
  return (
    <Frame>
      <PageHead
        title={detail.title || t("pages.untitled")}
        crumbs={[<a key="record" href="/audit">{t("pages.audit.title")}</a>, <a key="number" href={`/requests/${id}`} className="font-mono">{detail.number}</a>, ui(`kind.${detail.kind}`)]}
        actions={<ButtonLink href={`/audit/${id}/bundle`} download>{t("takeaway.bundle.take")}</ButtonLink>}
        tag={<Tag state={statusTag[detail.status]}>{ui(`status.${detail.status}`)}</Tag>}
      />
      {decision !== "" && !decided && <Remark state="stop">{t("audit.moment.noDecision", { seq: decision })}</Remark>}
      {stops !== null && <Remark state="stop">{t("audit.stops", { seq: stops })}</Remark>}
      {shown && (
        <Remark>
          {decided && decider && "at" in decided ? t("audit.moment.decider", { seq: decided.seq, who: now.names.people[decider.person] ?? t("pages.story.somebody"), at: format.dateTime(decided.at) }) : t("audit.moment.stood", { seq: shown.seq, last: shown.last, at: format.dateTime(shown.at) })}
        </Remark>
      )}
      <Corridor detail={detail} />
      <Remark state={holds ? "done" : "stop"}>
        <b>{holds ? t("audit.holds", { count: checked.events }) : t("audit.broken", { count: checked.problems.length })}</b>
        {holds ? <span className="block text-ink-2">{t("audit.covers")}</span> : <ul className="list-disc ps-5">{checked.problems.map(({ seq, field, code }, place) => <li key={place}>{t(`audit.problem.${code}`, { seq, field })}</li>)}</ul>}
      </Remark>
      <Stack>
        <MomentBar id={id} events={events} shown={shown} asked={{ at: decided ? "" : at, error: at !== "" && !shown ? wrong : undefined }} />
        <Panel title={ui("steps")} padded><Steps detail={detail} /></Panel>
        <Columns shape="even">
          <Stack>
            <Panel title={t("pages.history")} count={t("audit.events", { count: told.length })}>
              <Story
                events={told}
                detail={detail}
                broken={checked.broken}
                folded
                besides={({ seq, type }) => (
                  <span data-screen className="flex flex-wrap gap-x-3 text-xs max-md:[&_a]:py-3.25">
                    <a href={`/audit/${id}?at=${seq}`}>{t("audit.moment.asOf", { seq })}</a>
                    {isDecision({ type }) && <a href={`/audit/${id}?decision=${seq}`}>{t("audit.moment.asDecider", { seq })}</a>}
                    {seq > 1 && <a href={`/audit/${id}?from=${seq - 1}&to=${seq}#difference`}>{t("audit.moment.changed", { seq })}</a>}
                  </span>
                )}
              />
            </Panel>
            <Findings detail={detail} />
          </Stack>
          <Stack>
            <Panel title={t("pages.answers")} padded><Answers detail={detail} onlyAnswered /></Panel>
            <Panel title={t("pages.papers.title")} count={String(detail.documents.length)} padded><Papers detail={detail} next={`/audit/${id}`} /></Panel>
            <Panel title={t("seals.take.title")} padded><TakeRecord id={id} /></Panel>
            <Panel id="reads" title={t("pages.papers.reads")} padded><PaperReads request={id} after={search.reads} here={`/audit/${id}`} /></Panel>
          </Stack>
        </Columns>
        <Difference id={id} detail={now} asked={{ from, to, errors }} met={was && is ? { was, is } : null} rows={was && is ? caseDifference(was.view, is.view) : null} />
      </Stack>
    </Frame>
  );
}
