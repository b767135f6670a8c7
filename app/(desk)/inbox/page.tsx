import type { Metadata } from "next";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHead } from "@/app/_ui/page-head";
import { Pager } from "@/app/_ui/pager";
import { Panel } from "@/app/_ui/panel";
import { TabLinks } from "@/app/_ui/tab-links";
import { Frame } from "@/app/_request/frame";
import { Queue } from "@/app/_request/queue";
import { inbox, isInboxCursor } from "@/db/queries/inbox";
import { desksOf } from "@/lib/access/actor";
import { reader } from "@/lib/server/language";
import { placeNames } from "@/lib/server/place-names";
import { requireActor } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("pages.inbox.title") };
}

/** What waits for a person's desks, what is due first on top. */
export default async function InboxPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [actor, { language, t, ui, format }, search] = await Promise.all([requireActor(), reader(), searchParams]);
  const desks = desksOf(actor);
  const desk = desks.find((id) => id === search.desk);
  const cursor = typeof search.cursor === "string" && isInboxCursor(search.cursor) ? search.cursor : undefined;
  const [{ items, next }, names] = await Promise.all([inbox(actor, { desk, cursor }), placeNames(actor, language)]);
  const query = (change: Record<string, string>) => `/inbox?${new URLSearchParams({ ...(desk && { desk }), ...change })}`;
  return (
    <Frame width="desk">
      <PageHead title={t("pages.inbox.title")} lead={format.date(new Date().toISOString())} />
      {desks.length > 1 && <TabLinks label={t("pages.inbox.desks")} tabs={[{ href: "/inbox", label: t("pages.inbox.all"), current: desk === undefined }, ...desks.map((id) => ({ href: `/inbox?desk=${id}`, label: names[id] ?? id, current: desk === id }))]} />}
      <Panel padded={items.length === 0}>
        {items.length > 0 ? <Queue actor={actor} items={items} /> : <EmptyState link={<a href="/requests">{t("pages.list.title")}</a>}>{t("pages.inbox.empty")}</EmptyState>}
      </Panel>
      <Pager t={ui} newer={cursor ? query({}) : undefined} older={next ? query({ cursor: next }) : undefined} />
    </Frame>
  );
}
