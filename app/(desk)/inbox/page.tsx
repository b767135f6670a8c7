import type { Metadata } from "next";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHead } from "@/app/_ui/page-head";
import { Pager } from "@/app/_ui/pager";
import { Panel } from "@/app/_ui/panel";
import { TabLinks } from "@/app/_ui/tab-links";
import { Frame } from "@/app/_request/frame";
import { Queue } from "@/app/_request/queue";
import { inbox, inboxCounts, inboxViews, isInboxCursor } from "@/db/queries/inbox";
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
  const view = inboxViews.find((one) => one === search.view) ?? "all";
  const cursor = typeof search.cursor === "string" && isInboxCursor(search.cursor) ? search.cursor : undefined;
  const [{ items, next }, counts, names] = await Promise.all([inbox(actor, { desk, view, cursor, limit: 25 }), inboxCounts(actor, desk), placeNames(actor, language)]);
  const query = (change: Record<string, string>) => `/inbox?${new URLSearchParams({ ...(desk && { desk }), ...(view !== "all" && { view }), ...change })}`;
  const address = (to: { desk?: string; view?: string }) => (Object.keys(to).length === 0 ? "/inbox" : `/inbox?${new URLSearchParams(to)}`);
  const at = desk ?? (desks.length === 1 ? desks[0] : undefined);
  return (
    <Frame width="desk">
      <PageHead title={at ? (names[at] ?? t("pages.inbox.title")) : t("pages.inbox.title")} lead={format.dateTime(new Date().toISOString())} />
      {desks.length > 1 && <TabLinks label={t("pages.inbox.desks")} tabs={[{ href: address({}), label: t("pages.inbox.allDesks"), current: desk === undefined }, ...desks.map((id) => ({ href: address({ desk: id }), label: names[id] ?? id, count: counts.desks[id]?.open ?? 0, current: desk === id }))]} />}
      <TabLinks label={t("home.desk.views")} tabs={inboxViews.map((one) => ({ href: address({ ...(desk && { desk }), ...(one !== "all" && { view: one }) }), label: t(`pages.inbox.view.${one}`), count: counts.views[one], late: one === "overdue", current: one === view }))} />
      {items.length > 0 && <p data-screen className="flex flex-wrap items-center justify-end gap-x-4 gap-y-1 pt-3 text-xs text-ink-3 max-lg:hidden"><span><kbd>J</kbd> <kbd>K</kbd> {ui("queue.keyMove")}</span><span><kbd>Enter</kbd> {ui("queue.keyOpen")}</span></p>}
      <div className="pt-3">
        {items.length > 0 ? <Queue actor={actor} items={items} /> : <Panel padded><EmptyState link={<a href="/requests">{t("pages.list.title")}</a>}>{view === "all" ? t("home.desk.none", { count: counts.views.waiting }) : t("pages.inbox.viewEmpty")}</EmptyState></Panel>}
      </div>
      <Pager t={ui} newer={cursor ? query({}) : undefined} older={next ? query({ cursor: next }) : undefined} />
    </Frame>
  );
}
