import { getTableColumns } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { canonical } from "../lib/audit/chain.ts";
import type { Problem } from "./verify.ts";

export type Row = Readonly<Record<string, unknown>>;
/** A read table, and what tells the rows of one stream apart; empty where there is one row. */
export type Held = { readonly name: string; readonly table: PgTable; readonly key: (row: Row) => string };

/** Where the rows of one stream differ from what they should be: every row and every column. `seq` is the stream's last event. */
export function rowDifferences({ name, table, key }: Held, { stream, seq }: Pick<Problem, "stream" | "seq">, should: readonly Row[], live: readonly Row[]): Problem[] {
  const columns: Readonly<Record<string, PgColumn>> = getTableColumns(table);
  const at = (row: Row, column: string, code: string): Problem => ({ stream, seq: code === "surplusRow" ? 0 : seq, field: `${rowLabel(name, key(row))}${column}`, code });
  return [
    ...should.flatMap((row) => {
      const found = live.find((other) => key(other) === key(row));
      if (!found) return [at(row, "", "missingRow")];
      return Object.keys(row).filter((field) => canonical(row[field]) !== canonical(found[field])).map((field) => at(row, `.${columns[field]?.name ?? field}`, "differs"));
    }),
    ...live.filter((row) => !should.some((other) => key(other) === key(row))).map((row) => at(row, "", "surplusRow")),
  ];
}

export function rowLabel(name: string, key: string): string {
  return key === "" ? name : `${name}[${key}]`;
}
