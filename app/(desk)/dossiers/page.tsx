import type { Metadata } from "next";
import { z } from "zod";
import { openDossierNamed } from "@/app/_dossier/actions";
import { CommandForm } from "@/app/_request/command-form";
import { Frame } from "@/app/_request/frame";
import { Columns } from "@/app/_ui/columns";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHead } from "@/app/_ui/page-head";
import { Pager, PastList } from "@/app/_ui/pager";
import { Panel } from "@/app/_ui/panel";
import { RowList } from "@/app/_ui/row-list";
import { Tag } from "@/app/_ui/tag";
import { dossierList } from "@/db/queries/dossiers";
import { linkableRequests } from "@/db/queries/linkable-requests";
import type { PersonActor } from "@/lib/access/actor";
import { holdsAnywhere } from "@/lib/access/can";
import { rolesOf } from "@/lib/dossier/role";
import { reader } from "@/lib/server/language";
import { requireActor } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("dossier.title") };
}

type Asked = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The dossiers that somebody may see, and the form that opens another. */
export default async function DossiersPage({ searchParams }: Asked) {
  const [actor, { t, ui, format }, { cursor: at, request }] = await Promise.all([requireActor(), reader(), searchParams]);
  const cursor = z.uuid().safeParse(at).data;
  const { items, next } = await dossierList(actor, cursor === undefined ? {} : { cursor });
  return (
    <Frame list="list">
      <PageHead title={t("dossier.title")} lead={t("dossier.lead")} />
      <Columns shape="aside">
        <div>
          <Panel id="list" name={t("dossier.title")} padded={items.length === 0}>
            <PastList t={ui} list="list" goesOn={next !== null} />
            {items.length === 0 && <EmptyState>{t("dossier.none")}</EmptyState>}
            {items.length > 0 && (
              <RowList
                items={items.map((one) => ({
                  id: one.id,
                  title: <a href={`/dossiers/${one.id}`}>{one.title || t("pages.untitled")}</a>,
                  detail: <><span className="font-mono">{one.number}</span> · {t("dossier.count", { count: one.requests })} · {t("dossier.changed")} {format.nearDate(one.changedAt)}</>,
                  end: <Tag state={one.status === "open" ? "moving" : "rest"}>{t(`dossier.status.${one.status}`)}</Tag>,
                }))}
              />
            )}
          </Panel>
          <Pager t={ui} list="list" newer={cursor ? "/dossiers" : undefined} older={next ? `/dossiers?cursor=${next}` : undefined} />
        </div>
        {holdsAnywhere(actor, "request.create") && <Open actor={actor} request={typeof request === "string" ? request : undefined} />}
      </Columns>
    </Frame>
  );
}

async function Open({ actor, request }: { actor: PersonActor; request: string | undefined }) {
  const [{ t, ui }, own] = await Promise.all([reader(), linkableRequests(actor)]);
  const options = own.map(({ id, number, title, kind }) => ({ value: `${id} ${rolesOf[kind][0]}`, label: `${number} ${title}` }));
  return (
    <div data-screen>
      <Panel title={t("dossier.open.title")} padded id="open">
        <CommandForm
          action={openDossierNamed}
          words={{ error: ui("error"), optional: ui("optional") }}
          fields={[
            { is: "hidden", name: "id", value: crypto.randomUUID() },
            { is: "text", name: "title", label: t("dossier.open.name"), hint: t("dossier.open.hint"), size: "full" },
            ...(options.length > 0 ? [{ is: "select" as const, name: "link", label: t("dossier.open.first"), optional: true, empty: t("dossier.open.later"), options, value: options.find(({ value }) => value.split(" ")[0] === request)?.value }] : []),
          ]}
          submits={[{ label: t("dossier.open.do"), look: "first" }]}
        />
      </Panel>
    </div>
  );
}
