import { Button } from "@/app/_ui/button";
import { DataTable } from "@/app/_ui/data-table";
import { EmptyState } from "@/app/_ui/empty-state";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { TextField } from "@/app/_ui/text-field";
import { Panel } from "@/app/_ui/panel";
import type { FieldDifference } from "@/lib/audit/case-view";
import { reader } from "@/lib/server/language";
import type { CaseAt } from "@/lib/server/case-at";
import type { RequestDetail } from "@/lib/server/request-detail";
import { thingWords, valueWords } from "./difference-words";

/** Which entry a moment came to: a day, or a number past the last, names none by itself. */
type Met = Pick<CaseAt, "seq" | "last" | "at">;
type Asked = { readonly from: string; readonly to: string; readonly errors: Readonly<Record<string, string>> };

/** What of a case differs between two moments, field by field, the old beside the new. */
export async function Difference({ id, detail, asked, met, rows }: { id: string; detail: RequestDetail; asked: Asked; met: { readonly was: Met; readonly is: Met } | null; rows: readonly FieldDifference[] | null }) {
  const { t, ui, format, language } = await reader();
  const words = { t, ui, format, language };
  const shown = (row: FieldDifference, value: string | null) => (value === null ? "–" : (valueWords(row, value, detail, words) ?? value));
  const question = (name: "from" | "to") => ({ t: ui, name, label: t(`audit.difference.${name}`), error: asked.errors[name] });
  const wrong = (["from", "to"] as const).flatMap((name) => (asked.errors[name] === undefined ? [] : [{ field: name, message: asked.errors[name], of: t(`audit.difference.${name}`) }]));
  const entry = (name: "was" | "is", { seq, last, at }: Met) => format.pair(t(`audit.difference.${name}`), `${t("audit.moment.of", { seq, last })} · ${format.dateTime(at)}`);
  return (
    <Panel title={t("audit.difference.title")} count={rows ? t("audit.difference.count", { count: rows.length }) : undefined} id="difference">
      {wrong.length > 0 && <div className="px-4 pt-4 sm:px-5"><ErrorSummary t={ui} errors={wrong} /></div>}
      <form method="get" action={`/audit/${id}#difference`} data-screen className="flex flex-wrap items-end gap-3 px-4 py-4 sm:px-5">
        <TextField question={question("from")} size="sm" defaultValue={asked.from} />
        <TextField question={question("to")} size="sm" defaultValue={asked.to} />
        <Button>{t("audit.difference.show")}</Button>
      </form>
      {met && <p className="px-4 pb-3 text-sm text-ink-2 sm:px-5"><span className="block">{entry("was", met.was)}</span><span className="block">{entry("is", met.is)}</span></p>}
      {rows?.length === 0 && <div className="px-4 pb-4 sm:px-5"><EmptyState>{t("audit.difference.none")}</EmptyState></div>}
      {rows && rows.length > 0 && (
        <DataTable
          caption={t("audit.difference.title")}
          rows={rows}
          keyOf={(row) => `${row.part} ${row.of} ${row.field}`}
          columns={[
            { id: "part", head: t("audit.difference.part"), look: "short", cell: ({ part }) => t(`audit.part.${part}`) },
            { id: "field", head: t("audit.difference.field"), look: "wide", cell: (row) => thingWords(row, detail, words) },
            { id: "was", head: t("audit.difference.was"), look: "wide", cell: (row) => <del className="break-words">{shown(row, row.was)}</del> },
            { id: "is", head: t("audit.difference.is"), look: "wide", cell: (row) => <ins className="break-words">{shown(row, row.is)}</ins> },
          ]}
        />
      )}
    </Panel>
  );
}
