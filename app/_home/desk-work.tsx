import { EmptyState } from "@/app/_ui/empty-state";
import { Panel } from "@/app/_ui/panel";
import { TabLinks } from "@/app/_ui/tab-links";
import { Queue } from "@/app/_request/queue";
import { inbox, type InboxCounts } from "@/db/queries/inbox";
import { desksOf, type PersonActor } from "@/lib/access/actor";
import { reader } from "@/lib/server/language";
import { placeNames } from "@/lib/server/place-names";

/** What waits at a person's desks, what is due first on top, and how much of it. */
export async function DeskWork({ actor, counts }: { actor: PersonActor; counts: InboxCounts }) {
  const [{ language, t, ui }, work] = await Promise.all([reader(), inbox(actor, { limit: 10 })]);
  const names = await placeNames(actor, language);
  const { all, overdue, waiting } = counts.views;
  const desks = desksOf(actor);
  const title = desks.length === 1 ? (names[desks[0] ?? ""] ?? t("pages.inbox.title")) : t("pages.inbox.title");
  return (
    <section className="min-w-0">
      <h2 className="pb-1 text-lg">{title}</h2>
      <TabLinks
        label={t("home.desk.views")}
        tabs={[
          { href: "/inbox", label: t("pages.inbox.all"), count: all },
          ...(desks.length > 1 ? desks.map((desk) => ({ href: `/inbox?desk=${desk}`, label: names[desk] ?? desk, count: counts.desks[desk]?.open ?? 0 })) : []),
          { href: "/inbox?view=overdue", label: ui("overdue"), count: overdue, late: true },
          { href: "/inbox?view=waiting", label: t("home.desk.waiting"), count: waiting },
        ]}
      />
      <div className="pt-4">
        {work.items.length > 0 ? <Queue actor={actor} items={work.items} /> : <Panel padded><EmptyState link={<a href="/requests">{t("pages.list.title")}</a>}>{t("home.desk.none", { count: waiting })}</EmptyState></Panel>}
        {all > work.items.length && <p className="pt-3 text-sm"><a href="/inbox">{t("home.desk.more", { count: all })}</a></p>}
      </div>
    </section>
  );
}
