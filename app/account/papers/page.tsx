import type { Metadata } from "next";
import { z } from "zod";
import { readWhy } from "@/app/_request/read-why";
import { DataTable } from "@/app/_ui/data-table";
import { EmptyState } from "@/app/_ui/empty-state";
import { Pager, PastList } from "@/app/_ui/pager";
import { Panel } from "@/app/_ui/panel";
import { readsOfOwnPapers, readsOfOwnPapersCount } from "@/db/queries/documents";
import { reader } from "@/lib/server/language";
import { deskNames } from "@/lib/server/place-names";
import { requireActor } from "@/lib/server/session";
import { AccountFrame } from "../frame";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("account.papers.title") };
}

/** Who opened one's own papers: which, when, and as what. */
export default async function PapersPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [actor, { language, t, ui, format }, { cursor }] = await Promise.all([requireActor(), reader(), searchParams]);
  const before = z.uuid().safeParse(cursor);
  const [{ items, next }, { count, more }] = await Promise.all([readsOfOwnPapers(actor, { before: before.data }), readsOfOwnPapersCount(actor)]);
  const names = await deskNames(actor, items.flatMap(({ desk }) => (desk === null ? [] : [desk])), language);
  return (
    <AccountFrame tab="/account/papers" lead={t("account.papers.lead")}>
      <Panel id="list" title={t("account.papers.list")}>
        <PastList t={ui} list="list" goesOn={next !== null} />
        {items.length === 0 ? (
          <div className="px-4 py-4 sm:px-5"><EmptyState>{t("account.papers.none")}</EmptyState></div>
        ) : (
          <DataTable
            caption={t("account.papers.list")}
            rows={items}
            keyOf={({ id }) => id}
            columns={[
              { id: "at", head: t("account.papers.at"), look: "short", cell: ({ at }) => <time dateTime={at}>{format.dateTime(at)}</time> },
              { id: "who", head: t("account.papers.who"), look: "short", cell: ({ person }) => person },
              { id: "paper", head: t("account.papers.paper"), look: "wide", cell: ({ document }) => document ?? t("account.papers.request") },
              { id: "request", head: t("pages.breakGlass.request"), look: "mono", cell: ({ request, number }) => <a href={`/requests/${request}`}>{number}</a> },
              { id: "why", head: t("account.papers.why"), look: "wide", cell: (one) => readWhy(one, names, { t, format }) },
            ]}
          />
        )}
        <div className="px-4 sm:px-5"><Pager t={ui} list="list" older={next === null ? undefined : `/account/papers?cursor=${next}`} newer={before.success ? "/account/papers" : undefined} shown={items.length > 0 ? t(more ? "pages.papers.readsMore" : "pages.papers.readsCount", { count }) : undefined} /></div>
      </Panel>
    </AccountFrame>
  );
}
