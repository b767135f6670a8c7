import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CommandForm } from "@/app/_request/command-form";
import { Frame } from "@/app/_request/frame";
import { Columns } from "@/app/_ui/columns";
import { DataTable } from "@/app/_ui/data-table";
import { PageHead } from "@/app/_ui/page-head";
import { Panel } from "@/app/_ui/panel";
import { calendars } from "@/lib/calendar/calendar-year";
import { can } from "@/lib/access/can";
import { calendarsShown } from "@/lib/server/calendars";
import { reader } from "@/lib/server/language";
import { requireActor } from "@/lib/server/session";
import { loadCalendar } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("rules.calendars.title") };
}

/** Which years of each calendar are known, where each comes from, and the form that loads another. */
export default async function CalendarsPage() {
  const [actor, { t, ui, format }] = await Promise.all([requireActor(), reader()]);
  if (!can(actor, "policy.publish", {})) notFound();
  const shown = await calendarsShown(actor);
  return (
    <Frame>
      <PageHead title={t("rules.calendars.title")} lead={t("rules.calendars.lead")} />
      <Columns shape="aside">
        <Panel>
          <DataTable
            caption={t("rules.calendars.title")}
            rows={shown}
            keyOf={({ list }) => `${list.calendar} ${list.year}`}
            columns={[
              { id: "place", head: t("rules.calendars.place"), look: "short", cell: ({ list }) => ui(`jurisdiction.${list.calendar}`) },
              { id: "year", head: t("rules.calendars.year"), look: "short", cell: ({ list }) => String(list.year) },
              { id: "off", head: t("rules.calendars.off"), look: "number", cell: ({ list }) => format.number(list.days.filter(({ is }) => is === "off").length) },
              { id: "worked", head: t("rules.calendars.worked"), look: "number", cell: ({ list }) => format.number(list.days.filter(({ is }) => is === "worked").length) },
              { id: "source", head: t("rules.calendars.source"), look: "wide", cell: ({ list }) => <Source text={list.source} /> },
              { id: "issued", head: t("rules.calendars.since"), look: "short", cell: ({ list, loadedAt }) => (loadedAt ? t("rules.calendars.loaded", { day: format.shortDate(loadedAt) }) : list.issued ? format.shortDate(list.issued) : t("rules.calendars.own")) },
            ]}
          />
        </Panel>
        <Panel title={t("rules.calendars.load")} padded>
          <CommandForm
            compact
            action={loadCalendar}
            words={{ error: ui("error"), optional: ui("optional") }}
            fields={[
              { is: "file", name: "file", label: t("rules.calendars.file"), hint: t("rules.calendars.fileHint") },
              { is: "select", name: "calendar", label: t("rules.calendars.place"), optional: true, empty: t("rules.calendars.byName"), options: calendars.map((value) => ({ value, label: ui(`jurisdiction.${value}`) })) },
            ]}
            submits={[{ label: t("rules.calendars.load"), look: "first" }]}
          />
        </Panel>
      </Columns>
    </Frame>
  );
}

/** A place on the web can be opened; the name of a file cannot. */
function Source({ text }: { text: string }) {
  return text.startsWith("https://") && URL.canParse(text) ? <a href={text} className="break-all">{new URL(text).hostname}</a> : <span className="break-all">{text}</span>;
}
