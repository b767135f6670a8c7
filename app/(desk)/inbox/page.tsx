import type { Metadata } from "next";
import { Fragment } from "react";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHead } from "@/app/_ui/page-head";
import { Pager, PastList } from "@/app/_ui/pager";
import { Panel } from "@/app/_ui/panel";
import { TabLinks } from "@/app/_ui/tab-links";
import { CommandForm } from "@/app/_request/command-form";
import { Frame } from "@/app/_request/frame";
import { Queue } from "@/app/_request/queue";
import { inbox, inboxCounts, isInboxCursor } from "@/db/queries/inbox";
import { desksOf } from "@/lib/access/actor";
import { led } from "@/lib/access/heads";
import { inboxOrders, inboxViews, queueColumns } from "@/lib/access/queue-settings";
import { reader } from "@/lib/server/language";
import { placeNames } from "@/lib/server/place-names";
import { queueSettingsOf } from "@/lib/server/queue-settings";
import { requireActor } from "@/lib/server/session";
import { saveQueueSettings, takeRow } from "./actions";

const [hands, selection] = ["hands", "selection"];
const keys = [["keyMove", "J", "K"], ["keyOpen", "Enter"], ["keySelect", "X"], ["keyClaim", "C"]] as const;

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("pages.inbox.title") };
}

/** What waits for a person's desks, what is due first on top. */
export default async function InboxPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [actor, { language, t, ui, format }, search] = await Promise.all([requireActor(), reader(), searchParams]);
  const kept = await queueSettingsOf(actor);
  const desks = desksOf(actor);
  const desk = desks.find((id) => id === search.desk);
  const view = inboxViews.find((one) => one === search.view) ?? kept.view;
  const cursor = typeof search.cursor === "string" && isInboxCursor(search.cursor) ? search.cursor : undefined;
  const [{ items, next }, counts, names] = await Promise.all([inbox(actor, { desk, view, order: kept.order, cursor, limit: kept.rows }), inboxCounts(actor, desk), placeNames(actor, language)]);
  const query = (change: Record<string, string>) => `/inbox?${new URLSearchParams({ ...(desk && { desk }), ...(view !== kept.view && { view }), ...change })}`;
  const address = (to: { desk?: string; view?: string }) => (Object.keys(to).length === 0 ? "/inbox" : `/inbox?${new URLSearchParams(to)}`);
  const able = items.flatMap(({ request, step, separation }) => (request.status === "returned" || separation.length > 0 ? [] : [`${request.id} ${step.id}`]));
  const headed = led(actor).filter((id) => desk === undefined || id === desk);
  const at = desk ?? (desks.length === 1 ? desks[0] : undefined);
  return (
    <Frame width="desk" list={items.length > 0 ? "queue" : undefined}>
      <PageHead title={at ? (names[at] ?? t("pages.inbox.title")) : t("pages.inbox.title")} lead={format.dateTime(new Date().toISOString())} />
      {desks.length > 1 && <TabLinks label={t("pages.inbox.desks")} tabs={[{ href: address({}), label: t("pages.inbox.allDesks"), current: desk === undefined }, ...desks.map((id) => ({ href: address({ desk: id }), label: names[id] ?? id, count: counts.desks[id]?.open ?? 0, current: desk === id }))]} />}
      <TabLinks label={t("home.desk.views")} tabs={inboxViews.map((one) => ({ href: address({ ...(desk && { desk }), ...(one !== kept.view && { view: one }) }), label: t(`pages.inbox.view.${one}`), count: counts.views[one], late: one === "overdue", current: one === view }))} />
      {items.length > 0 && view !== "waiting" && (
        <div data-screen className="flex flex-wrap items-center gap-x-4 gap-y-2 pt-3">
          <Button form={selection} size="toolbar">{t("pages.batch.open")}</Button>
          {able.length > 1 && <a href={`/inbox/decide?${new URLSearchParams(able.map((row) => ["row", row]))}`} className="text-xs">{t("pages.batch.all", { count: able.length })}</a>}
          <p className="flex flex-wrap gap-x-4 text-xs text-ink-3 max-lg:hidden lg:ms-auto">{keys.map(([does, ...pressed]) => <span key={does}>{pressed.map((key) => <Fragment key={key}><kbd>{key}</kbd> </Fragment>)}{ui(`queue.${does}`)}</span>)}</p>
        </div>
      )}
      <div className="pt-3">
        {items.length > 0 ? (
          <>
            <form id={hands} action={takeRow}><input type="hidden" name="commandId" value={crypto.randomUUID()} /><input type="hidden" name="next" value={query(cursor ? { cursor } : {})} /></form>
            {/* Ticked boxes go to a page of their own, where nothing is decided yet: Enter in a box does no harm. */}
            <form id={selection} action="/inbox/decide"><div id="queue" tabIndex={-1} role="group" aria-label={t("pages.inbox.title")}><PastList t={ui} list="queue" goesOn={next !== null} /><Queue actor={actor} items={items} hands={view === "waiting" ? undefined : hands} hidden={kept.hidden} /></div></form>
          </>
        ) : <Panel padded><EmptyState link={<a href="/requests">{t("pages.list.title")}</a>}>{view === "all" ? t("home.desk.none", { count: counts.views.waiting }) : t("pages.inbox.viewEmpty")}</EmptyState></Panel>}
      </div>
      <div data-screen className="pt-4">
        <div className="max-w-read">
          <CommandForm
            compact
            folded={{ within: true, summary: t("pages.inbox.settings") }}
            action={saveQueueSettings}
            words={{ error: ui("error") }}
            fields={[
              { is: "select", name: "order", label: t("pages.inbox.order"), options: inboxOrders.map((value) => ({ value, label: t(`pages.inbox.orders.${value}`) })), value: kept.order },
              { is: "select", name: "view", label: t("pages.inbox.first"), options: inboxViews.map((value) => ({ value, label: t(`pages.inbox.view.${value}`) })), value: kept.view },
              { is: "select", name: "rows", label: t("pages.inbox.rows"), options: ["25", "50"].map((value) => ({ value, label: value })), value: String(kept.rows) },
              { is: "some", name: "columns", label: t("pages.inbox.columns"), hint: t("pages.inbox.columnsHint"), options: queueColumns.map((value) => ({ value, label: ui(`queue.${value}`) })), value: queueColumns.filter((one) => !kept.hidden.includes(one)) },
            ]}
            submits={[{ label: t("pages.inbox.keep") }]}
          />
        </div>
      </div>
      <ul data-screen className="flex flex-wrap gap-x-6 gap-y-1 pt-4 text-sm">
        {headed.map((id) => <li key={id}><a href={`/desks/${id}`}>{headed.length > 1 ? format.within(t("pages.desk.title"), names[id]) : t("pages.desk.settings")}</a></li>)}
        {headed.length > 0 && <li><a href="/quotas">{t("quotas.title")}</a></li>}
        <li><a href="/account/absence">{t("account.absence.title")}</a></li>
      </ul>
      <Pager t={ui} list="queue" newer={cursor ? query({}) : undefined} older={next ? query({ cursor: next }) : undefined} />
    </Frame>
  );
}
