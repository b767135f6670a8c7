import type { Metadata } from "next";
import { AskedFindings } from "@/app/_audit/papers/asked-findings";
import { Frame } from "@/app/_request/frame";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHead } from "@/app/_ui/page-head";
import { Pager, PastList } from "@/app/_ui/pager";
import { Panel } from "@/app/_ui/panel";
import { findingsAsked, findingsAskedCount } from "@/db/queries/audit-findings";
import { reader } from "@/lib/server/language";
import { requireActor } from "@/lib/server/session";
import { AskedCursor, askedCursor } from "@/lib/working-paper/asked-cursor";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("papers.askedList.title") };
}

/** Every finding that a desk of the reader's, or an organisation that they administer, is asked about and that is not closed. */
export default async function FindingsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [actor, { t, ui }, { cursor }] = await Promise.all([requireActor(), reader(), searchParams]);
  const after = AskedCursor.safeParse(cursor).data;
  const [{ items, next }, { count, more }] = await Promise.all([findingsAsked(actor, { after, limit: 25 }), findingsAskedCount(actor)]);
  return (
    <Frame width="desk" list="list">
      <PageHead title={t("papers.askedList.title")} lead={t("papers.askedList.lead")} />
      <Panel id="list" name={t("papers.askedList.title")} padded={items.length === 0}><PastList t={ui} list="list" goesOn={next !== null} />{items.length === 0 ? <EmptyState>{t("papers.askedList.none")}</EmptyState> : <AskedFindings items={items} />}</Panel>
      <Pager t={ui} list="list" newer={after ? "/findings" : undefined} older={next ? `/findings?cursor=${askedCursor(next)}` : undefined} shown={items.length > 0 ? t(more ? "papers.askedList.countMore" : "papers.askedList.count", { count }) : undefined} />
    </Frame>
  );
}
