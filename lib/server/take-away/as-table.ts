import { csvOf } from "../../export/csv.ts";
import { ndjsonOf } from "../../export/ndjson.ts";
import type { Column, Row } from "../../export/table.ts";
import { xlsxOf } from "../../export/xlsx.ts";
import { type TableFormat } from "../../audit/export/formats.ts";
import type { Translator } from "../translate.ts";
import { bytesOf, type Counter } from "./taken.ts";

/** A list as a table: which columns it has, a row of them, and the whole of it as JSON. */
export type Table<T> = { readonly name: string; readonly columns: readonly Column[]; readonly row: (one: T) => Row; readonly line: (one: T) => object };

export type Form = { readonly format: TableFormat; /** Marks CSV as UTF-8. */ readonly bom: boolean };

/** What was asked, by whom and when, as pairs: a workbook says it in a sheet of its own. */
export type About = readonly (readonly [string, string])[];

/** A list in one of the forms. How many rows there were and how many were withheld stands at the end where the form has room for it. */
export function asTable<T>(table: Table<T>, batches: AsyncIterable<readonly T[]>, { format, bom, about, counter, t }: Form & { readonly about: About; readonly counter: Counter; readonly t: Translator }): AsyncGenerator<Uint8Array> {
  switch (format) {
    case "csv":
      return bytesOf(csvOf(table.columns, mapped(batches, table.row), { bom }));
    case "ndjson":
      return bytesOf(ndjsonOf(mapped(batches, table.line), () => ({ end: true, rows: counter.rows, withheld: counter.withheld })));
    case "xlsx":
      return xlsxOf({ name: table.name, columns: table.columns, about: { name: t("takeaway.about"), rows: () => [...about, [t("takeaway.rows"), String(counter.rows)], [t("takeaway.withheld"), String(counter.withheld)]] } }, mapped(batches, table.row));
    default:
      return format satisfies never;
  }
}

async function* mapped<T, U>(batches: AsyncIterable<readonly T[]>, each: (one: T) => U): AsyncGenerator<U[]> {
  for await (const batch of batches) yield batch.map(each);
}
