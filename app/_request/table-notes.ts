import type { Origin, Told } from "@/lib/catalogue/entry";
import { cellProposals, type Row, standing } from "@/lib/catalogue/tells";
import { fill } from "@/lib/fill";
import { format } from "@/lib/format";
import type { LineTable } from "@/lib/kind/line-table";
import type { Language } from "@/lib/language";

/** Sentences with `{values}`, `{cell}`, `{origins}`, `{source}` and `{day}` left open, and what sources are called. */
export type TableWords = { readonly mark: string; readonly agrees: string; readonly offers: string; readonly differs: string; readonly origin: string; readonly and: string; readonly sources: Readonly<Record<string, string>> };
type Column = { readonly name: string; readonly label: string; readonly options?: readonly { readonly value: string; readonly label: string }[] };

/** What the tables say of one line beside what stands in it, in words; and the cells that are as a table has them. */
export function lineNotes({ catalogues, columns, told, words, language }: { readonly catalogues: LineTable["catalogues"]; readonly columns: readonly Column[]; readonly told: readonly Told[]; readonly words: TableWords; readonly language: Language }, row: Row): { readonly notes: readonly string[]; readonly cells: readonly string[] } {
  const labelOf = (cell: string) => columns.find(({ name }) => name === cell)?.label ?? cell;
  const shown = (cell: string, value: string) => columns.find(({ name }) => name === cell)?.options?.find((one) => one.value === value)?.label ?? value;
  const said = cellProposals({ catalogues }, row, told, language).map((one) => ({ ...one, stands: standing(one, String(row[one.cell] ?? "").trim()) }));
  const agreeing = said.filter(({ stands }) => stands === "agrees");
  const origins = (from: readonly Origin[]) => originsIn(from, words, language);
  const notes = said.flatMap(({ cell, values, from, stands }) => {
    // Names are many; another than the table's is no disagreement.
    if (stands === "agrees" || (cell === "item" && stands === "differs")) return [];
    return [fill(stands === "differs" ? words.differs : words.offers, { cell: labelOf(cell), values: values.map((value) => shown(cell, value)).join(words.and), origins: origins(from) })];
  });
  const parts = agreeing.map(({ cell }) => `${labelOf(cell)} ${shown(cell, String(row[cell] ?? ""))}`);
  return {
    notes: [...(parts.length > 0 ? [fill(words.agrees, { values: parts.join(words.and), origins: origins(agreeing.flatMap(({ from }) => from)) })] : []), ...notes],
    cells: agreeing.map(({ cell }) => cell),
  };
}

/** Where values come from, and the day on which each table was read in. */
export function originsIn(from: readonly Origin[], { sources, origin }: Pick<TableWords, "sources" | "origin">, language: Language): string {
  // What comes with the project is a short extract: another source says more.
  const published = from.filter(({ on }) => on !== null);
  const named = (published.length > 0 ? published : from).map(({ source, on }) => {
    const name = sources[source] ?? source;
    return on === null ? name : fill(origin, { source: name, day: format(language).shortDate(on) });
  });
  return format(language).series([...new Set(named)]);
}
