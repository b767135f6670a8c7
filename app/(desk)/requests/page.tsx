import type { Metadata } from "next";
import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHead } from "@/app/_ui/page-head";
import { Pager, PastList } from "@/app/_ui/pager";
import { Panel } from "@/app/_ui/panel";
import { Frame } from "@/app/_request/frame";
import { RequestRows } from "@/app/_request/request-rows";
import { requestCount, requestList } from "@/db/queries/request-list";
import { yoursAmong } from "@/db/queries/whose-move";
import { desksOf } from "@/lib/access/actor";
import { holdsAnywhere } from "@/lib/access/can";
import { reader } from "@/lib/server/language";
import { placeNames } from "@/lib/server/place-names";
import { meaningOf } from "@/lib/server/search-meaning";
import { requireActor } from "@/lib/server/session";
import { Filters } from "./filters";
import { listAddress, listSearch } from "./search";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("pages.list.title") };
}

/** The requests that somebody may see, with filters in the address. */
export default async function RequestsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [actor, { language, t, ui }, asked] = await Promise.all([requireActor(), reader(), searchParams]);
  const search = listSearch(asked);
  const { cursor, ...view } = search;
  const { q, ...filters } = view;
  const asking = { ...filters, search: q === undefined ? undefined : { q, meant: meaningOf(q) } };
  const [{ items, next }, { count, more }, names] = await Promise.all([requestList(actor, { ...asking, cursor }), requestCount(actor, asking), placeNames(actor, language)]);
  const yours = await yoursAmong(actor, items.map(({ id }) => id));
  const begins = holdsAnywhere(actor, "request.create");
  const filtered = listAddress({ ...view, sort: "newest" }) !== "/requests";
  return (
    <Frame list="list">
      <PageHead title={t("pages.list.title")} lead={t(more ? "pages.list.countMore" : "pages.list.count", { count })} actions={begins ? <ButtonLink href="/requests/new">{t("pages.new.start")}</ButtonLink> : undefined} />
      <Filters search={search} desks={desksOf(actor).map((id) => ({ id, name: names[id] ?? id }))} />
      <Panel id="list" name={t("pages.list.title")} padded={items.length === 0}>
        <PastList t={ui} list="list" goesOn={next !== null} />
        {items.length > 0 ? <RequestRows items={items} yours={yours} caption={t("pages.list.title")} /> : filtered ? <EmptyState link={<a href="/requests">{t("pages.list.clear")}</a>}>{t("pages.list.none")}</EmptyState> : <EmptyState link={begins ? <a href="/requests/new">{t("pages.new.start")}</a> : undefined}>{t("pages.list.empty")}</EmptyState>}
      </Panel>
      <Pager t={ui} list="list" newer={cursor ? listAddress(view) : undefined} older={next ? listAddress({ ...view, cursor: next }) : undefined} shown={items.length > 0 ? <>{filtered && <><a href={listAddress(view)}>{t("pages.list.link")}</a> · </>}<a href={listAddress(view).replace(/^\/requests/, "/requests/take-away")}>{t("takeaway.mayBeTaken")}</a></> : undefined} />
    </Frame>
  );
}
