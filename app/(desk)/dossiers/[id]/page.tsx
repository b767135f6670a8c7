import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ChangeForms } from "@/app/_dossier/change-forms";
import { LinkedRows } from "@/app/_dossier/linked-rows";
import { DossierStory } from "@/app/_dossier/story";
import { Waits } from "@/app/_dossier/waits";
import { Frame } from "@/app/_request/frame";
import { Columns, Stack } from "@/app/_ui/columns";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHead } from "@/app/_ui/page-head";
import { Panel } from "@/app/_ui/panel";
import { Remark } from "@/app/_ui/remark";
import { Tag } from "@/app/_ui/tag";
import { dossierEvents } from "@/db/queries/dossiers";
import { namedPeople } from "@/db/queries/named-people";
import { isId } from "@/lib/id";
import { reader } from "@/lib/server/language";
import { dossierDetail } from "@/lib/server/dossier-detail";
import { currentActor, requireActor } from "@/lib/server/session";

type Params = { params: Promise<{ id: string }> };

const read = cache(async (id: string) => (isId(id) ? dossierDetail(await requireActor(), id) : null));

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const [{ t }, actor, { id }] = await Promise.all([reader(), currentActor(), params]);
  if (actor.kind !== "person") return {};
  const detail = await read(id);
  return { title: detail ? detail.title || detail.number : t("errors.notFound.title") };
}

/** One dossier: its requests, what waits for what, what may be changed, and its whole history. */
export default async function DossierPage({ params }: Params) {
  const [actor, { t }, { id }] = await Promise.all([requireActor(), reader(), params]);
  const [detail, history] = await Promise.all([read(id), dossierEvents(actor, id)]);
  if (!detail || !history) notFound();
  const ids = history.items.flatMap((event) => ("withheld" in event ? [] : [(event.actor as { person?: string }).person ?? ""])).filter((one) => one !== "");
  const people = await namedPeople(actor, { ids: [...new Set(ids)] });
  return (
    <Frame>
      <PageHead
        title={detail.title || t("pages.untitled")}
        crumbs={[<a key="list" href="/dossiers">{t("dossier.title")}</a>, <span key="number" className="font-mono">{detail.number}</span>]}
        tag={<Tag state={detail.status === "open" ? "moving" : "rest"}>{t(`dossier.status.${detail.status}`)}</Tag>}
      />
      {detail.stops !== null && <Remark state="stop">{t("pages.story.stops", { seq: detail.stops })}</Remark>}
      <Columns shape="aside">
        <Stack>
          <Panel title={t("dossier.requests")} count={t("dossier.count", { count: detail.requests.length })} padded={detail.requests.length === 0}>
            {detail.requests.length === 0 ? <EmptyState>{t("dossier.lead")}</EmptyState> : <LinkedRows requests={detail.requests} />}
          </Panel>
          <Panel title={t("dossier.waits.title")}><Waits detail={detail} /></Panel>
        </Stack>
        <Stack>
          <ChangeForms detail={detail} actor={actor} />
          <Panel title={t("dossier.history")}><DossierStory events={history.items} names={Object.fromEntries(people.map(({ id: one, name }) => [one, name]))} /></Panel>
        </Stack>
      </Columns>
    </Frame>
  );
}
