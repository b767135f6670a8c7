import { getTableColumns, getTableName, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { glassSubject } from "../lib/access/subjects.ts";
import type { ScopedTx } from "./client.ts";
import type { Rows } from "./rows.ts";
import { documents, movements, obligations, permits, referrals, requestAccess, requests, requirements, steps } from "./schema/requests.ts";

/** What is read from beside the record, each after what it belongs to. */
export const readTables = { requests, steps, referrals, requirements, obligations, permits, movements, documents, requestAccess } as const satisfies Record<keyof Rows, PgTable>;
export const readTableNames = Object.keys(readTables) as (keyof Rows)[];

/** The requests after one id, up to and with another; null is no bound. */
export type Range = { readonly after: string | null; readonly upTo: string | null };

/** A cell of a read table that is not what the events come to. `columns` is empty when the whole row is missing or surplus. */
export type Difference = { readonly table: keyof Rows; readonly requestId: string; readonly key: string; readonly code: "differs" | "missingRow" | "surplusRow"; readonly columns: readonly string[] };

/** Makes the read tables anew, empty, beside the live ones; they go with the transaction. */
export async function makeScratch(tx: ScopedTx): Promise<void> {
  for (const name of readTableNames) await tx.execute(sql.raw(`create temp table ${scratchName(name)} (like ${getTableName(readTables[name])}) on commit drop`));
}

/** Fills them from rows that were worked out from the events. */
export async function fillScratch(tx: ScopedTx, all: readonly Rows[]): Promise<void> {
  for (const name of readTableNames) {
    const columns = Object.entries(getTableColumns(readTables[name]));
    const rows = all.flatMap((rows) => (rows[name] as readonly Readonly<Record<string, unknown>>[]).map((row) => Object.fromEntries(columns.map(([field, column]) => [column.name, row[field] ?? null]))));
    const scratch = sql.raw(scratchName(name));
    if (rows.length > 0) await tx.execute(sql`insert into ${scratch} select * from jsonb_populate_recordset(null::${scratch}, ${JSON.stringify(rows)}::text::jsonb)`);
  }
}

/** Whoever broke the glass is let in by the set-up and by no event of the request; those rows are held to their own record. */
export async function fillGlass(tx: ScopedTx, { after, upTo }: Range): Promise<void> {
  await tx.execute(sql`insert into ${sql.raw(scratchName("requestAccess"))} (request_id, subject) select request_id, ${glassSubject("")} || id from break_glass where (${after}::uuid is null or request_id > ${after}::uuid) and (${upTo}::uuid is null or request_id <= ${upTo}::uuid)`);
}

/** Every row of the live read tables that differs from the scratch ones, with the names of its columns that do. */
export async function compareTables(tx: ScopedTx, range: Range): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const name of readTableNames) found.push(...(await compareTable(tx, name, range)));
  return found;
}

async function compareTable(tx: ScopedTx, name: keyof Rows, { after, upTo }: Range): Promise<Difference[]> {
  const columns = Object.values(getTableColumns(readTables[name]));
  const key = keys[name];
  const join = ["request_id", ...key].map((column) => `l.${column} = s.${column}`).join(" and ");
  const differs = columns.map((column) => `case when ${asWritten("l", column)} is distinct from ${asWritten("s", column)} then '${column.name}' end`).join(", ");
  const shown = key.length === 0 ? "''" : `coalesce(l.${key[0]}, s.${key[0]})::text`;
  const live = sql`select * from ${sql.raw(getTableName(readTables[name]))} where (${after}::uuid is null or request_id > ${after}::uuid) and (${upTo}::uuid is null or request_id <= ${upTo}::uuid)`;
  const rows = await tx.execute<{ request_id: string; key: string; code: Difference["code"]; columns: string[] }>(sql`
    select * from (
    select coalesce(l.request_id, s.request_id) as request_id, ${sql.raw(shown)} as key,
           case when l.request_id is null then 'missingRow' when s.request_id is null then 'surplusRow' else 'differs' end as code,
           array_remove(array[${sql.raw(differs)}], null) as columns
      from (${live}) l full join ${sql.raw(scratchName(name))} s on ${sql.raw(join)}
    ) compared where code <> 'differs' or cardinality(columns) > 0 order by request_id, key`);
  return rows.map((row) => ({ table: name, requestId: row.request_id, key: row.key, code: row.code, columns: row.code === "differs" ? row.columns : [] }));
}

/** To the database 10 and 10.0 are equal; whoever reads the second reads another text. */
function asWritten(row: "l" | "s", column: PgColumn): string {
  return `${row}.${column.name}${["numeric", "jsonb"].includes(column.getSQLType()) ? "::text" : ""}`;
}

export function scratchName(name: keyof Rows): string {
  return `scratch_${getTableName(readTables[name])}`;
}

/** What tells the rows of one request apart. */
export const keys = { requests: [], steps: ["step_id"], referrals: ["referral_id"], requirements: ["requirement_id"], obligations: ["obligation_id"], permits: [], movements: ["movement_id"], documents: ["document_id"], requestAccess: ["subject"] } as const satisfies Record<keyof Rows, readonly string[]>;
