import type { Metadata } from "next";
import { EmptyState } from "@/app/_ui/empty-state";
import { ButtonLink } from "@/app/_ui/button";
import { Columns, Stack } from "@/app/_ui/columns";
import { PageHead } from "@/app/_ui/page-head";
import { Panel } from "@/app/_ui/panel";
import { Frame } from "@/app/_request/frame";
import { RequestRows } from "@/app/_request/request-rows";
import { Queue } from "@/app/_request/queue";
import { inbox } from "@/db/queries/inbox";
import { requestList } from "@/db/queries/request-list";
import { desksOf, type PersonActor } from "@/lib/access/actor";
import { holdsAnywhere } from "@/lib/access/can";
import { reader } from "@/lib/server/language";
import { currentActor } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("pages.home.title") };
}

/** What waits for the person, by role; for the public, what this is. */
export default async function Home() {
  const actor = await currentActor();
  return actor.kind === "person" ? <Own actor={actor} /> : <Public />;
}

async function Public() {
  const { t, ui } = await reader();
  return (
    <Frame>
      <PageHead title={t("pages.home.lead")} lead={t("pages.home.what")} />
      <div className="flex flex-wrap gap-3 py-2">
        <ButtonLink href="/finder" look="first">{t("finder.start")}</ButtonLink>
        <ButtonLink href="/sign-in">{ui("signIn")}</ButtonLink>
        <ButtonLink href="/permits">{ui("nav.check")}</ButtonLink>
      </div>
    </Frame>
  );
}

async function Own({ actor }: { actor: PersonActor }) {
  const [{ t }, work, own, returned] = await Promise.all([
    reader(),
    inbox(actor, { limit: 8 }),
    requestList(actor, { limit: 8 }),
    holdsAnywhere(actor, "request.create") ? requestList(actor, { status: "returned", limit: 5 }) : { items: [] },
  ]);
  const atDesk = desksOf(actor).length > 0 || work.items.length > 0;
  return (
    <Frame>
      <PageHead title={t("pages.home.hello", { name: actor.name })} actions={holdsAnywhere(actor, "request.create") ? <ButtonLink href="/requests/new" look="first">{t("pages.new.start")}</ButtonLink> : undefined} />
      <Columns shape="even">
        {returned.items.length > 0 && <Panel lit title={t("pages.home.returned")} count={String(returned.items.length)}><RequestRows items={returned.items} caption={t("pages.home.returned")} /></Panel>}
        {atDesk && (
          <Panel title={t("pages.home.waits")} count={String(work.items.length)} padded={work.items.length === 0}>
            {work.items.length > 0 ? <Queue actor={actor} items={work.items} /> : <EmptyState link={<a href="/requests">{t("pages.list.title")}</a>}>{t("pages.inbox.empty")}</EmptyState>}
          </Panel>
        )}
        <Stack>
          <Panel title={t("pages.home.recent")} padded={own.items.length === 0}>
            {own.items.length > 0 ? <RequestRows items={own.items} caption={t("pages.home.recent")} /> : <EmptyState>{t("pages.list.empty")}</EmptyState>}
          </Panel>
        </Stack>
      </Columns>
    </Frame>
  );
}
