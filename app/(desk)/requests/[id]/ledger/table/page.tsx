import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { caseDetail } from "@/app/_request/case-detail";
import { caseTitle } from "@/app/_request/case-title";
import { Frame } from "@/app/_request/frame";
import { isTheirs } from "@/app/_request/may";
import { sendMovementTable } from "@/app/_request/movement-table-action";
import { MovementTableForm } from "@/app/_request/movement-table-form";
import { PageHead } from "@/app/_ui/page-head";
import { Panel } from "@/app/_ui/panel";
import { announced } from "@/lib/permit/consignments";
import { movementColumns } from "@/lib/permit/movement-table";
import { reader } from "@/lib/server/language";
import { columnName } from "@/lib/server/movement-table";

type Params = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  return caseTitle((await params).id);
}

/** Many crossings at once, from a spreadsheet. */
export default async function MovementTablePage({ params }: Params) {
  const [{ language, t, ui, format }, { id }] = await Promise.all([reader(), params]);
  const detail = await caseDetail(id);
  if (!detail?.permit || !isTheirs(detail, "recordMovements")) notFound();
  const open = announced(detail.ledger).length;
  return (
    <Frame width="desk">
      <PageHead title={t("ledger.table.title")} lead={t("ledger.table.lead")} crumbs={[<a key="case" href={`/requests/${id}#ledger`} className="font-mono">{detail.number}</a>, detail.title, <a key="ledger" href={`/requests/${id}/ledger`} className="font-mono">{detail.permit.number}</a>]} />
      <Panel padded begin>
        <p className="pb-1 text-sm text-ink-2">{t("ledger.table.columns", { columns: format.series(movementColumns(detail.kind, detail.permit.limit.unit).map((column) => columnName(column, language))) })}</p>
        <p className="pb-4 text-sm"><a href={`/requests/${id}/ledger/template.csv`} download>{t("ledger.table.template")}</a>{open > 0 && <span className="block text-ink-2">{t("ledger.table.announced", { count: open })}</span>}</p>
        <MovementTableForm
          action={sendMovementTable}
          request={id}
          commandId={crypto.randomUUID()}
          words={{ file: t("ledger.table.file"), rows: t("ledger.table.rows"), rowsHint: t("ledger.table.rowsHint"), check: t("ledger.table.check"), record: t("ledger.table.record", { count: "{count}" }), recordOne: t("ledger.table.recordOne"), preview: t("ledger.table.preview"), row: t("ledger.table.row"), error: ui("error"), optional: ui("optional") }}
        />
      </Panel>
    </Frame>
  );
}
