import { tableToFill } from "@/lib/export/table-to-fill";
import { movementColumns } from "@/lib/permit/movement-table";
import { mostMovements } from "@/lib/request/commands/record-movements";
import { currentLanguage } from "@/lib/server/language";
import { columnName } from "@/lib/server/movement-table";
import { announcedRows } from "@/lib/server/movements-called";
import { nothingHere } from "@/lib/server/plain-answer";
import { requestDetail } from "@/lib/server/request-detail";
import { requireActor } from "@/lib/server/session";
import { witnessRead } from "@/lib/server/witness-read";

/** The headings of a table of movements in the reader's language, as spreadsheets open them, and a row for each movement that was announced; taking it is recorded. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const [actor, language, { id }] = await Promise.all([requireActor(), currentLanguage(), params]);
  const detail = await requestDetail(actor, id);
  if (!detail?.permit || !(await witnessRead(actor, id, [null]))) return nothingHere(language);
  // Where commas mark decimals, spreadsheets part cells by semicolons.
  const between = language === "pt" ? ";" : ",";
  const columns = movementColumns(detail.kind, detail.permit.limit.unit);
  const rows = announcedRows(detail.ledger, language).slice(0, mostMovements).map((row) => columns.map((column) => row[column] ?? ""));
  const table = tableToFill([columns.map((column) => columnName(column, language)), ...rows], between);
  return new Response(table, { headers: { "content-type": "text/csv; charset=utf-8", "content-disposition": `attachment; filename="${detail.number}.csv"`, "cache-control": "no-store" } });
}
