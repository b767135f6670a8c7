import { and, asc, getTableColumns, getTableName, gt, inArray, lte, sql } from "drizzle-orm";
import { rebuildEntries } from "./audit-rows.ts";
import { freshenCalendars } from "./calendars.ts";
import { asActor, asReader, type ScopedTx } from "./client.ts";
import { streamOf } from "./log.ts";
import { replayed } from "./replay.ts";
import type { Rows } from "./rows.ts";
import { events, heads, texts } from "./schema/record.ts";
import { requests } from "./schema/requests.ts";
import { compareTables, fillGlass, fillScratch, keys, makeScratch, type Range, readTableNames, readTables, scratchName } from "./verify-tables.ts";
import type { StoredLink } from "./verify.ts";

const system = { kind: "system" } as const;
/** Nobody takes these rows away or changes them, whatever they say. */
const onlyAdded: readonly (keyof Rows)[] = ["movements", "requestAccess"];
const neverGone: readonly (keyof Rows)[] = [...onlyAdded, "requests", "permits", "documents"];

/** The next requests after one, brought to what this version makes of their events: how many were looked at, how many of them read otherwise than before, and the last; null at the end. */
export type Brought = { readonly looked: number; readonly changed: number; readonly last: string | null };

/**
 * Brings the read tables of some requests to what their events now come to, where a version reads them otherwise than the one that wrote them.
 * Nothing is said to have happened: no event, no notice. A stream that cannot be played is left for `verify` to name.
 */
export async function bringOn(after: string | null, most: number): Promise<Brought> {
  if (after === null) await asReader(system, (tx) => freshenCalendars(tx));
  return asActor(system, async (tx) => {
    const rows = await tx.select({ id: requests.requestId }).from(requests).where(after === null ? undefined : gt(requests.requestId, after)).orderBy(asc(requests.requestId)).limit(most);
    const ids = rows.map(({ id }) => id);
    const last = ids.at(-1) ?? null;
    if (last === null) return { looked: 0, changed: 0, last };
    const range: Range = { after, upTo: last };
    // Whoever acts on one of them waits for us, or we for them.
    await tx.select({ stream: heads.stream }).from(heads).where(and(inArray(heads.requestId, ids), inArray(heads.stream, ids.map(streamOf)))).for("update");
    await makeScratch(tx);
    await fillScratch(tx, await rowsIn(tx, ids));
    await fillGlass(tx, range);
    const differing = [...new Set((await compareTables(tx, range)).map(({ requestId }) => requestId))];
    if (differing.length > 0) for (const statement of inOrder.flatMap((name) => written(name, differing))) await tx.execute(sql.raw(statement));
    for (const id of differing) await rebuildEntries(tx, id);
    return { looked: ids.length, changed: differing.length, last: ids.length < most ? null : last };
  });
}

/** Whoever may see a request comes first: the other tables show their rows to nobody else. */
const inOrder = readTableNames.toSorted((a, b) => Number(b === "requestAccess") - Number(a === "requestAccess"));

async function rowsIn(tx: ScopedTx, ids: readonly string[]): Promise<Rows[]> {
  const within = inArray(events.requestId, [...ids]);
  const [links, words] = [await tx.select().from(events).where(and(within, inArray(events.stream, ids.map(streamOf)), lte(events.requestId, ids.at(-1) ?? ""))).orderBy(asc(events.requestId), asc(events.seq)), await tx.select().from(texts).where(inArray(texts.requestId, [...ids]))];
  return ids.flatMap((id) => {
    const one = replayed(id, links.filter(({ requestId }) => requestId === id) as StoredLink[], words.filter(({ requestId }) => requestId === id));
    return "problem" in one ? [] : [one.rows];
  });
}

/** The statements that make the rows of some requests those of the scratch table: only those that differ are written. */
function written(name: keyof Rows, requestIds: readonly string[]): string[] {
  const [table, scratch] = [getTableName(readTables[name]), scratchName(name)];
  const columns = Object.values(getTableColumns(readTables[name])).map((column) => `"${column.name}"`);
  const same = ["request_id", ...keys[name]].map((column) => `l.${column} = s.${column}`).join(" and ");
  const theirs = (of: string) => `${of}.request_id in (${requestIds.map((id) => `'${id}'::uuid`).join(", ")})`;
  const all = (of: string) => columns.map((column) => `${of}.${column}`).join(", ");
  return [
    ...(neverGone.includes(name) ? [] : [`delete from ${table} l where ${theirs("l")} and not exists (select 1 from ${scratch} s where ${same}) and exists (select 1 from scratch_requests r where r.request_id = l.request_id)`]),
    ...(onlyAdded.includes(name) ? [] : [`update ${table} l set (${columns.join(", ")}) = (${all("s")}) from ${scratch} s where ${theirs("l")} and ${same} and (${all("l")}) is distinct from (${all("s")})`]),
    `insert into ${table} (${columns.join(", ")}) select ${all("s")} from ${scratch} s where ${theirs("s")} on conflict do nothing`,
  ];
}
