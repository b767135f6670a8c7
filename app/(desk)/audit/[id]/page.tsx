import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonLink } from "@/app/_ui/button";
import { Columns, Stack } from "@/app/_ui/columns";
import { Remark } from "@/app/_ui/notice";
import { PageHead } from "@/app/_ui/page-head";
import { Panel } from "@/app/_ui/panel";
import { Tag } from "@/app/_ui/tag";
import { Answers } from "@/app/_request/answers";
import { Corridor } from "@/app/_request/corridor";
import { caseDetail } from "@/app/_request/case-detail";
import { caseTitle } from "@/app/_request/case-title";
import { Frame } from "@/app/_request/frame";
import { PaperReads } from "@/app/_request/paper-reads";
import { Steps } from "@/app/_request/steps";
import { Story } from "@/app/_request/story";
import { statusTag } from "@/app/_request/words";
import { TakeRecord } from "@/app/_seals/take-record";
import { checkedCase } from "@/db/queries/audit-case";
import { documentReadsOf } from "@/db/queries/documents";
import { requestEvents } from "@/db/queries/request-events";
import { holdsAnywhere } from "@/lib/access/can";
import { reader } from "@/lib/server/language";
import { requireActor } from "@/lib/server/session";

type Params = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  return caseTitle((await params).id, "number");
}

/** One case as a story, and whether its chain holds. */
export default async function AuditCasePage({ params }: Params) {
  const [actor, { t, ui }, { id }] = await Promise.all([requireActor(), reader(), params]);
  const detail = holdsAnywhere(actor, "audit.search") ? await caseDetail(id) : null;
  if (!detail || detail.status === "draft") notFound();
  const [history, checked, reads] = await Promise.all([requestEvents(actor, id, { limit: 1000 }), checkedCase(actor, id), documentReadsOf(actor, id)]);
  const holds = checked.problems.length === 0;
  return (
    <Frame>
      <PageHead
        title={detail.title || t("pages.untitled")}
        crumbs={[<a key="record" href="/audit">{t("pages.audit.title")}</a>, <a key="number" href={`/requests/${id}`} className="font-mono">{detail.number}</a>, ui(`kind.${detail.kind}`)]}
        actions={<ButtonLink href={`/audit/${id}/bundle`} download>{t("takeaway.bundle.take")}</ButtonLink>}
        tag={<Tag state={statusTag[detail.status]}>{ui(`status.${detail.status}`)}</Tag>}
      />
      <Corridor detail={detail} />
      <Remark state={holds ? "done" : "stop"}>
        <b>{holds ? t("audit.holds", { count: checked.events }) : t("audit.broken", { count: checked.problems.length })}</b>
        {holds ? <span className="block text-ink-2">{t("audit.covers")}</span> : <ul className="list-disc ps-5">{checked.problems.map(({ seq, field, code }, at) => <li key={at}>{t(`audit.problem.${code}`, { seq, field })}</li>)}</ul>}
      </Remark>
      <Stack>
        <Panel title={ui("steps")} padded><Steps detail={detail} /></Panel>
        <Columns shape="even">
          <Panel title={t("pages.history")} count={t("audit.events", { count: checked.events })}><Story events={history?.items ?? []} detail={detail} broken={checked.broken} /></Panel>
          <Stack>
            <Panel title={t("pages.answers")} padded><Answers detail={detail} onlyAnswered /></Panel>
            <Panel title={t("seals.take.title")} padded><TakeRecord id={id} /></Panel>
            <Panel title={t("pages.papers.reads")} count={String(reads.length)} padded><PaperReads reads={reads} /></Panel>
          </Stack>
        </Columns>
      </Stack>
    </Frame>
  );
}
