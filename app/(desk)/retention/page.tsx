import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { Frame } from "@/app/_request/frame";
import { Button } from "@/app/_ui/button";
import { Columns, Stack } from "@/app/_ui/columns";
import { DataTable } from "@/app/_ui/data-table";
import { EmptyState } from "@/app/_ui/empty-state";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { TextField } from "@/app/_ui/text-field";
import { PageHead } from "@/app/_ui/page-head";
import { Pager, PastList } from "@/app/_ui/pager";
import { Panel } from "@/app/_ui/panel";
import { listOrganisations } from "@/db/queries/organisations";
import { holdsAnywhere } from "@/lib/access/can";
import { DueCursor, dueCursor } from "@/lib/retention/due-cursor";
import { reader } from "@/lib/server/language";
import { dueCount, duePage, holdsOf, organisationsFor, requestNumbered } from "@/lib/server/retention";
import { requireActor } from "@/lib/server/session";
import { ForgetForm } from "./forget-form";
import { Holds } from "./holds";
import { TermsForms } from "./terms-forms";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("retention.title") };
}

/** What is due for erasure and what is held, for whoever keeps an institution's record or may hold it; no word of any request. */
export default async function RetentionPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [actor, { language, t, ui, format }, asked] = await Promise.all([requireActor(), reader(), searchParams]);
  const [mayErase, mayHold] = [holdsAnywhere(actor, "record.erase"), holdsAnywhere(actor, "record.hold")];
  if (!mayErase && !mayHold) notFound();
  const number = typeof asked.number === "string" ? asked.number.trim().slice(0, 40).toUpperCase() : "";
  const found = number === "" ? null : await requestNumbered(actor, number);
  if (found) redirect(`/retention/${found}`);
  const missing = number === "" ? [] : [{ field: "number", message: t("retention.find.none") }];
  const [after, held, whole] = [DueCursor.safeParse(asked.due).data, z.uuid().safeParse(asked.held).data, z.uuid().safeParse(asked.whole).data];
  const here = { due: after && dueCursor(after), held, whole };
  const to = (place: Places) => address({ ...here, ...place });
  const homes = await organisationsFor(actor, mayErase ? "record.erase" : "record.hold");
  const [{ items: due, next }, { count, more }, holds, all] = await Promise.all([duePage(homes, { after, limit: 50 }), dueCount(homes), holdsOf(homes, { after: held, afterHold: whole, limit: 50 }), listOrganisations()]);
  const named = (id: string) => all.find((one) => one.id === id)?.names[language] ?? id;
  const own = all.filter(({ id }) => homes === null || homes.includes(id));
  return (
    <Frame width="desk">
      <PageHead title={t("retention.title")} lead={t("retention.lead")} />
      <ErrorSummary t={ui} errors={missing} />
      <Columns shape="aside">
        <Stack>
          <Panel id="due" title={t("retention.due.title")} count={t("retention.guidance", { house: t("retention.certainty.house") })} padded={due.length === 0}>
            <PastList t={ui} list="due" goesOn={next !== null} />
            {due.length === 0 ? <EmptyState>{t("retention.due.none")}</EmptyState> : (
              <DataTable
                caption={t("retention.due.title")}
                rows={due}
                keyOf={({ id }) => id}
                columns={[
                  { id: "number", head: t("retention.due.number"), look: "mono", cell: ({ id, number: of }) => <a href={`/retention/${id}`}>{of}</a> },
                  { id: "kind", head: t("retention.due.kind"), look: "short", cell: ({ kind }) => ui(`kind.${kind}`) },
                  { id: "ended", head: t("retention.due.ended"), look: "short", cell: ({ endedOn }) => format.date(endedOn) },
                  { id: "until", head: t("retention.due.until"), look: "short", cell: ({ until }) => format.date(until) },
                  { id: "rule", head: t("retention.due.rule"), look: "wide", cell: ({ ground }) => ground.law[language] },
                  { id: "stopped", head: t("retention.due.stopped"), cell: ({ stoppedBy }) => (stoppedBy === null ? "–" : t(`retention.due.by.${stoppedBy}`)) },
                ]}
              />
            )}
            <div className="px-4 sm:px-5"><Pager t={ui} list="due" newer={after && to({ due: undefined })} older={next ? to({ due: dueCursor(next) }) : undefined} shown={due.length > 0 ? t(more ? "retention.due.countMore" : "retention.due.count", { count }) : undefined} /></div>
          </Panel>
          <Holds
            holds={holds}
            named={named}
            organisations={mayHold ? own : []}
            pages={{
              institutions: { newer: whole && to({ whole: undefined }), older: holds.organisations.next ? to({ whole: holds.organisations.next }) : undefined },
              requests: { newer: held && to({ held: undefined }), older: holds.requests.next ? to({ held: holds.requests.next }) : undefined },
            }}
          />
        </Stack>
        <Stack>
          <Panel title={t("retention.find.title")} padded>
            <form method="get" action="/retention" className="grid gap-4">
              <TextField question={{ t: ui, name: "number", label: t("retention.find.number"), error: missing[0]?.message }} size="md" defaultValue={number} />
              <div><Button>{t("retention.find.open")}</Button></div>
            </form>
          </Panel>
          {mayErase && homes !== null && <TermsForms organisations={own} />}
          {mayErase && holdsAnywhere(actor, "people.manage") && <ForgetForm />}
        </Stack>
      </Columns>
    </Frame>
  );
}

type Places = { readonly due?: string | undefined; readonly held?: string | undefined; readonly whole?: string | undefined };

/** This page at other pages of its three lists. */
function address(places: Places): string {
  const query = new URLSearchParams(Object.entries(places).flatMap(([name, place]) => (place === undefined ? [] : [[name, place]])));
  return query.size === 0 ? "/retention" : `/retention?${query}`;
}
