import { DataTable } from "@/app/_ui/data-table";
import { RouteGlyph } from "@/app/_ui/route-glyph";
import { Tag } from "@/app/_ui/tag";
import type { ListItem } from "@/db/queries/request-list";
import { reader } from "@/lib/server/language";
import { cityName, statusTag } from "./words";

/** Requests in rows: what, whereto, how far, since when. Those that wait for the reader say so in place of their state. */
export async function RequestRows({ items, caption, yours = new Set() }: { items: readonly ListItem[]; caption: string; yours?: ReadonlySet<string> }) {
  const { language, t, ui, format } = await reader();
  return (
    <DataTable
      caption={caption}
      rows={items}
      keyOf={(row) => row.id}
      columns={[
        { id: "title", head: ui("queue.request"), look: "wide", bare: true, cell: (row) => (<><a href={`/requests/${row.id}`} className="font-medium">{row.title || t("pages.untitled")}</a><span className="block font-mono text-2xs text-ink-3">{row.number}</span></>) },
        { id: "route", head: ui("queue.corridor"), look: "short", cell: (row) => <RouteGlyph t={ui} from={cityName(row.fromCity, language)} to={cityName(row.toCity, language)} /> },
        { id: "status", head: t("pages.list.status"), look: "short", cell: (row) => (yours.has(row.id) ? <><Tag state="yours">{ui("yourMove")}</Tag><span className="block pt-0.5 text-xs text-ink-3">{ui(`status.${row.status}`)}</span></> : <Tag state={statusTag[row.status]}>{ui(`status.${row.status}`)}</Tag>) },
        { id: "crossing", head: t("pages.list.crossing"), look: "short", cell: (row) => (row.crossing ? format.date(row.crossing) : "–") },
        { id: "changed", head: t("pages.list.changed"), look: "short", cell: (row) => format.date(row.changedAt) },
      ]}
    />
  );
}
