import type { ReactNode } from "react";

export type Column<Row> = {
  id: string;
  head: string;
  cell: (row: Row) => ReactNode;
  /** `number` aligns to the end with tabular figures; `wide` takes what room is left; `short` never wraps; `mono` is for what people copy. */
  look?: "number" | "wide" | "short" | "mono";
  /** Leaves the head out on phones, where the value speaks for itself. */
  bare?: boolean;
};

/** Any list with columns. Below 64 rem each row stacks, every value under the head of its column. Sits straight in a `Panel`. */
export function DataTable<Row>({ caption, columns, rows, keyOf, isCurrent }: {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  isCurrent?: (row: Row) => boolean;
}) {
  return (
    <table role="table" className="data-table w-full border-collapse text-sm leading-dense max-lg:block">
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup" className="max-lg:sr-only">
        <tr role="row">
          {columns.map(({ id, head, look }) => (
            <th key={id} role="columnheader" scope="col" className={`border-b border-line-strong px-3 py-2 text-xs font-medium text-ink-3 first:ps-5 last:pe-5 ${look === "number" ? "text-end lg:min-w-24" : "text-start"}`}>{head}</th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-lg:block">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row" aria-current={isCurrent?.(row) ? "true" : undefined}>
            {columns.map(({ id, head, cell, look, bare }) => (
              // What a cell looks like is said once, in globals.css: a page of fifty rows sends every class twice two hundred and fifty times.
              <td key={id} role="cell" data-look={look} data-head={bare ? undefined : head}><div>{cell(row)}</div></td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
