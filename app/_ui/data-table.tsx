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
    <table role="table" className="w-full border-collapse text-sm leading-dense max-lg:block">
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup" className="max-lg:sr-only">
        <tr role="row">
          {columns.map(({ id, head, look }) => (
            <th key={id} role="columnheader" scope="col" className={`border-b border-line-strong px-3 py-2 text-xs font-medium text-ink-3 first:ps-5 last:pe-5 ${look === "number" ? "text-end" : "text-start"}`}>{head}</th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-lg:block">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row" aria-current={isCurrent?.(row) ? "true" : undefined} className="border-t border-line aria-current:bg-harbour-tint aria-current:shadow-[inset_3px_0_0_var(--harbour)] max-lg:grid max-lg:gap-1 max-lg:px-4 max-lg:py-3 sm:max-lg:px-5">
            {columns.map(({ id, head, cell, look, bare }) => (
              <td key={id} role="cell" className={`align-top lg:px-3 lg:py-2 lg:first:ps-5 lg:last:pe-5 ${bare ? "max-lg:block" : "max-lg:grid max-lg:grid-cols-[6.75rem_minmax(0,1fr)] max-lg:gap-x-4"} ${look ? looks[look] : ""}`}>
                {!bare && <span aria-hidden="true" className="font-sans text-xs text-ink-3 lg:hidden">{head}</span>}
                <div>{cell(row)}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const looks = { number: "tabular-nums lg:text-end", wide: "lg:w-full", short: "lg:whitespace-nowrap", mono: "font-mono text-xs lg:whitespace-nowrap" } as const;
