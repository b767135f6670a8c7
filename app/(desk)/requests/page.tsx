import type { Metadata } from "next";
import { Button, ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { SelectField, TextField } from "@/app/_ui/inputs";
import { PageHead } from "@/app/_ui/page-head";
import { Pager } from "@/app/_ui/pager";
import { Panel } from "@/app/_ui/panel";
import { Frame } from "@/app/_request/frame";
import { RequestRows } from "@/app/_request/request-rows";
import { requestList } from "@/db/queries/request-list";
import { holdsAnywhere } from "@/lib/access/can";
import { requestStatuses, type RequestStatus } from "@/lib/request/state";
import { reader } from "@/lib/server/language";
import { meaningOf } from "@/lib/server/search-meaning";
import { requireActor } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("pages.list.title") };
}

/** The requests that somebody may see, with filters in the address. */
export default async function RequestsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [actor, { t, ui }, search] = await Promise.all([requireActor(), reader(), searchParams]);
  const status = requestStatuses.find((one) => one === search.status);
  const q = typeof search.q === "string" ? search.q.replaceAll(/[\u0000-\u001f]/g, "").trim().slice(0, 200) : "";
  const cursor = typeof search.cursor === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(search.cursor) ? search.cursor : undefined;
  const { items, next } = await requestList(actor, { status, search: q === "" ? undefined : { q, meant: meaningOf(q) }, cursor });
  const address = (change: Record<string, string>) => `/requests?${new URLSearchParams({ ...(status && { status }), ...(q !== "" && { q }), ...change })}`;
  return (
    <Frame>
      <PageHead title={t("pages.list.title")} actions={holdsAnywhere(actor, "request.create") ? <ButtonLink href="/requests/new" look="first">{t("pages.new.start")}</ButtonLink> : undefined} />
      <form method="get" className="flex flex-wrap items-end gap-3 pb-4">
        <TextField question={{ t: ui, name: "q", label: t("pages.list.search"), hint: t("pages.list.searchHint") }} type="search" size="lg" defaultValue={q} />
        <SelectField question={{ t: ui, name: "status", label: t("pages.list.status") }} empty={t("pages.list.any")} options={requestStatuses.map((value: RequestStatus) => ({ value, label: ui(`status.${value}`) }))} defaultValue={status ?? ""} />
        <Button>{ui("act.search")}</Button>
      </form>
      <Panel padded={items.length === 0}>{items.length > 0 ? <RequestRows items={items} caption={t("pages.list.title")} /> : <EmptyState>{t(q || status ? "pages.list.none" : "pages.list.empty")}</EmptyState>}</Panel>
      <Pager t={ui} newer={cursor ? address({}) : undefined} older={next ? address({ cursor: next }) : undefined} />
    </Frame>
  );
}
