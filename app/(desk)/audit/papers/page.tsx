import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { Rooms } from "@/app/_audit/rooms";
import { Frame } from "@/app/_request/frame";
import { ButtonLink } from "@/app/_ui/button";
import { DataTable } from "@/app/_ui/data-table";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHead } from "@/app/_ui/page-head";
import { Pager, PastList } from "@/app/_ui/pager";
import { Panel } from "@/app/_ui/panel";
import { Tag } from "@/app/_ui/tag";
import { workingPaperCount, workingPaperList } from "@/db/queries/working-papers";
import { holdsAnywhere } from "@/lib/access/can";
import { reader } from "@/lib/server/language";
import { requireActor } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("papers.title") };
}

/** The working papers of what an auditor audits, newest first. */
export default async function PapersPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [actor, { t, ui, format }, { cursor: at }] = await Promise.all([requireActor(), reader(), searchParams]);
  if (!holdsAnywhere(actor, "audit.search")) notFound();
  const cursor = z.uuid().safeParse(at).data;
  const [{ items, next }, { count, more }] = await Promise.all([workingPaperList(actor, { cursor }), workingPaperCount(actor)]);
  return (
    <Frame width="desk" list="list">
      <PageHead title={t("papers.title")} lead={t("papers.lead")} actions={<ButtonLink href="/audit/papers/new" look="first">{t("papers.new.title")}</ButtonLink>} />
      <Rooms current="papers" />
      <div className="pt-5">
        <Panel id="list" name={t("papers.title")} padded={items.length === 0}>
          <PastList t={ui} list="list" goesOn={next !== null} />
          {items.length === 0 ? <EmptyState>{t("papers.none")}</EmptyState> : (
            <DataTable
              caption={t("papers.title")}
              rows={items}
              keyOf={({ id }) => id}
              columns={[
                { id: "title", head: t("papers.name"), look: "wide", bare: true, cell: ({ id, title, number }) => <><a href={`/audit/papers/${id}`}>{title || t("pages.untitled")}</a><span className="block font-mono text-2xs text-ink-3">{number}</span></> },
                { id: "tested", head: t("papers.tested"), look: "number", cell: ({ tested, cases }) => t("papers.of", { tested, cases }) },
                { id: "exceptions", head: t("papers.exceptions"), look: "number", cell: ({ exceptions }) => format.number(exceptions) },
                { id: "findings", head: t("papers.openFindings"), look: "number", cell: ({ openFindings }) => format.number(openFindings) },
                { id: "opened", head: t("papers.opened"), look: "short", cell: ({ openedAt }) => format.date(openedAt) },
                { id: "status", head: t("papers.state"), look: "short", cell: ({ status }) => <Tag state={status === "open" ? "moving" : "done"}>{t(`papers.status.${status}`)}</Tag> },
              ]}
            />
          )}
        </Panel>
        <Pager t={ui} list="list" newer={cursor ? "/audit/papers" : undefined} older={next ? `/audit/papers?cursor=${next}` : undefined} shown={items.length > 0 ? t(more ? "papers.countMore" : "papers.count", { count }) : undefined} />
      </div>
    </Frame>
  );
}
