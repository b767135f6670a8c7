import type { Metadata } from "next";
import { TakeAwayForm } from "@/app/_takeaway/form";
import { PageHead } from "@/app/_ui/page-head";
import { Panel } from "@/app/_ui/panel";
import { Frame } from "@/app/_request/frame";
import { requestCount } from "@/db/queries/request-list";
import { tableFormatNames } from "@/lib/audit/export/formats";
import { reader } from "@/lib/server/language";
import { meaningOf } from "@/lib/server/search-meaning";
import { requireActor } from "@/lib/server/session";
import { listAddress, listSearch } from "../search";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("takeaway.title") };
}

/** The list of requests as it was filtered, as a file. */
export default async function TakeRequestsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [actor, { t }, asked] = await Promise.all([requireActor(), reader(), searchParams]);
  const { cursor: _, ...view } = listSearch(asked);
  const { q, ...filters } = view;
  const { count } = await requestCount(actor, { ...filters, search: q === undefined ? undefined : { q, meant: meaningOf(q) } }, 1_000_000);
  const address = listAddress(view);
  return (
    <Frame>
      <PageHead title={t("takeaway.title")} crumbs={[<a key="list" href={address}>{t("pages.list.title")}</a>]} lead={t("pages.list.count", { count })} />
      <Panel padded>
        <TakeAwayForm action="/requests/take-away/file" all={count} asked={Object.fromEntries(new URL(address, "http://x").searchParams)} formats={tableFormatNames} error={asked.wrong === "format" ? t("takeaway.noForm") : undefined} />
      </Panel>
    </Frame>
  );
}
