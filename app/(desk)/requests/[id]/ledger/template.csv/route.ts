import { notFound } from "next/navigation";
import { movementColumns } from "@/lib/permit/movement-table";
import { currentLanguage } from "@/lib/server/language";
import { columnName } from "@/lib/server/movement-table";
import { requestDetail } from "@/lib/server/request-detail";
import { requireActor } from "@/lib/server/session";

/** The headings of a table of movements in the reader's language, as spreadsheets open them. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const [actor, language, { id }] = await Promise.all([requireActor(), currentLanguage(), params]);
  const detail = await requestDetail(actor, id);
  if (!detail?.permit) notFound();
  // Where commas mark decimals, spreadsheets part cells by semicolons; all of them know UTF-8 by its mark alone.
  const between = language === "pt" ? ";" : ",";
  const headings = movementColumns(detail.kind, detail.permit.limit.unit).map((column) => `"${columnName(column, language).replaceAll('"', '""')}"`);
  return new Response(`\ufeff${headings.join(between)}\r\n`, { headers: { "content-type": "text/csv; charset=utf-8", "content-disposition": `attachment; filename="${detail.number}.csv"`, "cache-control": "no-store" } });
}
