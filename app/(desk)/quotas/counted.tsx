import { DataTable } from "@/app/_ui/data-table";
import { Panel } from "@/app/_ui/panel";
import { quantityWords } from "@/lib/server/quantity-words";
import { moment, realClock } from "@/lib/server/clock";
import { reader } from "@/lib/server/language";
import { yearTotals, type YearTotalShown } from "@/lib/server/year-totals";

type Row = YearTotalShown & { readonly organisation: string };

/** What statutes count this year for organisations, and how far the next threshold is. What they count by person is nobody's here. */
export async function Counted({ organisations }: { organisations: readonly string[] }) {
  const [{ t, ui, format }, year] = [await reader(), moment(realClock).today.slice(0, 4)];
  const all = await Promise.all(organisations.map(async (organisation) => (await yearTotals(organisation, year)).map((one): Row => ({ ...one, organisation }))));
  const rows = all.flat().filter(({ person }) => person === null);
  if (rows.length === 0) return null;
  const amount = (value: string | number, { unit }: Row) => quantityWords({ value: String(value), unit }, { t, format });
  const title = t("quotas.counted.title", { year });
  return (
    <Panel title={title}>
      <p className="border-b border-line px-4 py-3 text-sm text-ink-2 sm:px-5">{t("quotas.counted.lead")}</p>
      <DataTable
        caption={title}
        rows={rows}
        keyOf={({ organisation, fact, jurisdiction }) => `${organisation} ${fact} ${jurisdiction}`}
        columns={[
          { id: "what", head: t("quotas.counted.what"), look: "wide", cell: ({ fact, jurisdiction }) => format.aside(t(fact === "reagent.value_cny" ? "quotas.counted.temporary" : `facts.${fact}.short`), ui(`jurisdiction.${jurisdiction ?? "XX"}`)) },
          { id: "total", head: t("quotas.counted.total"), look: "short", cell: (row) => amount(row.total, row) },
          { id: "gone", head: t("quotas.counted.gone"), look: "short", cell: (row) => amount(row.used, row) },
          { id: "to-go", head: t("quotas.counted.toGo"), look: "short", cell: (row) => amount(row.reserved, row) },
          { id: "next", head: t("quotas.counted.next"), look: "short", cell: (row) => (row.next === null ? t("quotas.counted.none") : t(row.next.above ? "quotas.counted.above" : "quotas.counted.from", { left: amount(row.next.left, row), value: amount(row.next.value, row) })) },
        ]}
      />
    </Panel>
  );
}
