import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { CommandForm } from "@/app/_request/command-form";
import { Frame } from "@/app/_request/frame";
import { Columns } from "@/app/_ui/columns";
import { DataTable } from "@/app/_ui/data-table";
import { EmptyState } from "@/app/_ui/empty-state";
import { Remark } from "@/app/_ui/remark";
import { PageHead } from "@/app/_ui/page-head";
import { Pager, PastList } from "@/app/_ui/pager";
import { Panel } from "@/app/_ui/panel";
import { Tag } from "@/app/_ui/tag";
import { breakGlassCount, breakGlassUses, type ShownBreakGlass } from "@/db/queries/break-glass";
import type { PersonActor } from "@/lib/access/actor";
import { isOpen, leastReason, mayBreakGlass, mostGlassHours, usualGlassHours } from "@/lib/access/break-glass";
import { holdsAnywhere } from "@/lib/access/can";
import { moment, realClock } from "@/lib/server/clock";
import { reader } from "@/lib/server/language";
import { requireActor } from "@/lib/server/session";
import { closeBreakGlass, openByBreakGlass } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("pages.breakGlass.title") };
}

/** Every access by break-glass that concerns the reader, and the form that opens a request to whoever may. */
export default async function BreakGlassPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [actor, { t, ui }, { cursor, done }] = await Promise.all([requireActor(), reader(), searchParams]);
  const before = z.uuid().safeParse(cursor);
  const [{ items, next }, { count, more }] = await Promise.all([breakGlassUses(actor, { before: before.data }), breakGlassCount(actor)]);
  const may = mayBreakGlass(actor);
  if (!may && items.length === 0 && !holdsAnywhere(actor, "audit.search") && !holdsAnywhere(actor, "people.manage")) notFound();
  const list = (
    <Panel id="list" title={t("pages.breakGlass.list")}>
      <PastList t={ui} list="list" goesOn={next !== null} />
      {items.length > 0 ? <Uses actor={actor} items={items} /> : <div className="px-4 py-4 sm:px-5"><EmptyState>{t("pages.breakGlass.none")}</EmptyState></div>}
      <div className="px-4 sm:px-5"><Pager t={ui} list="list" older={next === null ? undefined : `/break-glass?cursor=${next}`} newer={before.success ? "/break-glass" : undefined} shown={items.length > 0 ? t(more ? "pages.breakGlass.countMore" : "pages.breakGlass.count", { count }) : undefined} /></div>
    </Panel>
  );
  return (
    <Frame>
      <PageHead title={t("pages.breakGlass.title")} lead={t("pages.breakGlass.lead")} />
      {done === "closed" && <Remark state="done">{t("pages.breakGlass.closed")}</Remark>}
      {may ? <Columns shape="aside">{list}<Panel title={t("pages.breakGlass.open")} padded screen><Open /></Panel></Columns> : list}
    </Frame>
  );
}

async function Uses({ actor, items }: { actor: PersonActor; items: readonly ShownBreakGlass[] }) {
  const { t, ui, format } = await reader();
  const { now } = moment(realClock);
  const isOwnOpen = (one: ShownBreakGlass) => one.person === actor.id && isOpen(one, now);
  return (
    <DataTable
      caption={t("pages.breakGlass.list")}
      rows={items}
      keyOf={({ id }) => id}
      columns={[
        { id: "state", head: t("pages.breakGlass.state"), bare: true, look: "short", cell: (one) => <Tag state={isOpen(one, now) ? "stop" : "rest"} drawing={isOpen(one, now) ? undefined : "circle-check"}>{t(isOpen(one, now) ? "pages.breakGlass.is.open" : one.ended === null ? "pages.breakGlass.is.over" : "pages.breakGlass.is.ended")}</Tag> },
        { id: "request", head: t("pages.breakGlass.request"), cell: ({ number, request, isSeen }) => (isSeen ? <a href={`/requests/${request}`} className="font-mono whitespace-nowrap">{number}</a> : <span className="font-mono whitespace-nowrap">{number ?? request.slice(0, 8)}</span>) },
        { id: "by", head: t("pages.breakGlass.by"), cell: ({ person, by }) => (person === actor.id ? ui("queue.you") : by) },
        { id: "reason", head: t("pages.breakGlass.reason"), look: "wide", cell: ({ reason }) => reason },
        { id: "time", head: t("pages.breakGlass.time"), look: "short", cell: ({ from, until, ended }) => <>{format.dateTime(from)}<span className="block">{t("pages.breakGlass.until", { until: format.dateTime(ended ?? until) })}</span></> },
        ...(items.some(isOwnOpen) ? [{
          id: "act",
          head: t("pages.breakGlass.act"),
          bare: true,
          look: "short" as const,
          cell: (one: ShownBreakGlass) => isOwnOpen(one) && <div className="w-max"><CommandForm compact action={closeBreakGlass} words={{ error: ui("error") }} fields={[{ is: "hidden", name: "id", value: one.id }]} submits={[{ label: t("pages.breakGlass.close"), said: t("pages.breakGlass.closeNamed", { number: one.number ?? one.request }), size: "toolbar" }]} /></div>,
        }] : []),
      ]}
    />
  );
}

async function Open() {
  const { t, ui } = await reader();
  return (
    <CommandForm
      compact
      action={openByBreakGlass}
      words={{ error: ui("error") }}
      fields={[
        { is: "text", name: "request", label: t("pages.breakGlass.number"), hint: t("pages.breakGlass.numberHint") },
        { is: "area", name: "reason", label: t("pages.breakGlass.reason"), hint: t("pages.breakGlass.reasonHint", { least: leastReason }) },
        { is: "number", name: "hours", label: t("pages.breakGlass.hours"), hint: t("pages.breakGlass.hoursHint", { most: mostGlassHours }), value: String(usualGlassHours) },
      ]}
      submits={[{ label: t("pages.breakGlass.open"), look: "first" }]}
    />
  );
}
