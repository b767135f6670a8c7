import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Problem, verify } from "../../db/verify.ts";
import { demoWorld, type World } from "./demo-world.ts";
import { columnsOutside, plantRest } from "./every-column.ts";

/* Whoever owns the tables changes one column of one row of each, to another value of its kind. A new column is changed as well, without a line here. */

type Column = { readonly table: string; readonly column: string; readonly type: string };
type Row = Readonly<Record<string, unknown>> & { readonly ctid_: string };
type Changed = Column & { readonly ids: readonly string[] };

const folder = mkdtempSync(join(tmpdir(), "causeway-columns-"));
const outside = columnsOutside();
let world: World;
let columns: Column[];
/** What tells a table's rows apart, where it is more than the request. */
let keys: ReadonlyMap<string, readonly string[]>;

beforeAll(async () => {
  process.env.CAUSEWAY_DATA = folder;
  world = await demoWorld();
  await plantRest(world);
  const all = await world.owner<Column[]>`
    select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1, a.attnum`;
  columns = all.filter(({ table, column }) => !outside.has(table) && !outside.has(`${table}.${column}`));
  const primary = await world.owner<{ table: string; key: string[] }[]>`select c.relname as table, array_agg(a.attname::text order by array_position(i.indkey::int2[], a.attnum)) as key from pg_index i join pg_class c on c.oid = i.indrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey) where i.indisprimary and c.relnamespace = 'public'::regnamespace group by 1`;
  keys = new Map(primary.map(({ table, key }) => [table, key]));
  // With every right one turns off what would stand in the way.
  for (const table of new Set(columns.map((one) => one.table))) await world.owner.unsafe(`alter table ${table} disable trigger user`);
  const checks = await world.owner<{ table: string; name: string }[]>`select conrelid::regclass::text as table, conname as name from pg_constraint where contype in ('c', 'u') and connamespace = 'public'::regnamespace`;
  for (const { table, name } of checks) await world.owner.unsafe(`alter table ${table} drop constraint ${name}`);
  const unique = await world.owner<{ name: string }[]>`select indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid where i.indisunique and not i.indisprimary and c.relnamespace = 'public'::regnamespace`;
  for (const { name } of unique) await world.owner.unsafe(`drop index ${name}`);
});
afterAll(async () => {
  await world.stop();
  rmSync(folder, { recursive: true });
});

test("what is said to be outside is there, and of everything else there are rows to change", async () => {
  const there = await world.owner<{ name: string }[]>`select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`;
  const names = new Set(there.flatMap(({ name }) => [name, name.split(".")[0] ?? ""]));
  expect([...outside].filter((name) => !names.has(name))).toEqual([]);
  const tables = [...new Set(columns.map(({ table }) => table))];
  const counts = await Promise.all(tables.map(async (table) => [table, (await world.owner.unsafe(`select 1 from ${table} limit 1`)).length] as const));
  expect(counts.filter(([, rows]) => rows === 0)).toEqual([]);
  expect(await verify()).toMatchObject({ ok: true, problems: [] });
});

test("every column of every table is held: verify names the row that was changed", async () => {
  const missed: string[] = [];
  for (let left = columns; left.length > 0; ) {
    // A few columns at a time, each of another request, so that none hides another; of what belongs to no request one of each table.
    const round = left.filter(({ table }, at) => left.slice(0, at).filter((one) => one.table === table).length < (ofRequest(table) === null ? 1 : 3));
    const used = new Set<string>();
    const changed: Changed[] = [];
    const undo: (() => Promise<unknown>)[] = [];
    for (const column of round) {
      const row = await rowOf(column, used);
      // The few rows that a table has may all be of requests that had their turn: in the next round, then.
      if (!row) continue;
      const { request, back } = await change(column, row);
      for (const id of [row.request_id, row.request, request]) used.add(String(id));
      undo.push(back);
      changed.push({ ...column, ids: idsOf(column.table, row) });
    }
    left = left.filter((one) => !changed.some(({ table, column }) => table === one.table && column === one.column));
    const { problems } = await verify();
    for (const one of changed) if (!problems.some((problem) => names(problem, one))) missed.push(`${one.table}.${one.column} of ${one.ids.join(" ")}`);
    for (const back of undo.toReversed()) await back();
  }
  expect(missed).toEqual([]);
  expect(await verify()).toMatchObject({ ok: true, problems: [] });
}, 600_000);

test.each(["taken away", "put in beside another like it"])("a row of any table is told when it is %s", async (what) => {
  const used = new Set<string>();
  const changed: Changed[] = [];
  const undo: (() => Promise<unknown>)[] = [];
  for (const table of new Set(columns.map((one) => one.table))) {
    const key = (keys.get(table) ?? []).at(-1) ?? "";
    const column = columns.find((one) => one.table === table && one.column === key);
    const row = column && (await rowOf(column, used));
    if (!column || !row) continue;
    for (const id of [row.request_id, row.request]) used.add(String(id));
    const { now, back } = await (what === "taken away" ? takeAway(table, row) : putBeside(column, row));
    undo.push(back);
    changed.push({ ...column, ids: idsOf(table, now) });
  }
  const { problems } = await verify();
  expect(changed.filter((one) => !problems.some((problem) => names(problem, one))).map(({ table, ids }) => [table, ...ids])).toEqual([]);
  expect(changed.length).toBeGreaterThan(35);
  for (const back of undo.toReversed()) await back();
  expect(await verify()).toMatchObject({ ok: true, problems: [] });
});

/** How a problem begins where it names no id of the row: what is of the log as a whole, has other words for its key, or is held so many at once. */
const begins: Readonly<Record<string, readonly string[]>> = {
  tree: ["tree."], seals: ["seals["], nodes: ["nodes["], leaves: ["seq", "hash", "leaf"], seal_queue: ["seq", "leaf"],
  accounts: ["accounts"], editions: ["editions["], status_entries: ["status_entries["],
  document_reads: ["data.batch.", "document_reads["], read_seals: ["data.batch.", "document_reads["],
};

function names({ stream, field }: Problem, { table, column, ids }: Changed): boolean {
  if (begins[table]?.some((start) => field.startsWith(start))) return true;
  return ids.some((id) => stream.includes(id) || field.includes(id)) || field.endsWith(`.${column}`);
}

function idsOf(table: string, row: Row): string[] {
  return ["request_id", ...(keys.get(table) ?? [])].flatMap((name) => (typeof row[name] === "string" && row[name].length > 1 ? [row[name]] : []));
}

/** The column that says of which request a row is. */
function ofRequest(table: string): string | null {
  return columns.some((one) => one.table === table && one.column === "request_id") ? "request_id" : table === "leaves" || table === "status_entries" ? "request" : null;
}

/** A row in the middle of a table, of a request that nothing else was changed of in this round. */
async function rowOf({ table, column }: Column, used: ReadonlySet<string>): Promise<Row | undefined> {
  const of = ofRequest(table);
  const mine = of === null ? "true" : `not ${of}::text = any ($1) and (${of} in (select request_id from requests) or not exists (select from ${table} t join requests r on r.request_id = t.${of}))`;
  const rows = await world.owner.unsafe<Row[]>(`select *, ctid::text as ctid_ from ${table} where ${mine} order by "${column}" is null, md5(ctid::text) limit 1`, of === null ? [] : [[...used]]);
  return rows[0];
}

/** Changes a column of a row; answers of which request it is now, and how to put it back. */
async function change({ table, column, type }: Column, { ctid_ }: Row): Promise<{ readonly request: string | undefined; readonly back: () => Promise<unknown> }> {
  const kept = `kept_${table}_${column}`;
  await world.owner.unsafe(`create table ${kept} as select * from ${table} where ctid = '${ctid_}'`);
  const [now] = await world.owner.unsafe<{ place: string; request: string }[]>(`update ${table} set "${column}" = ${otherValue(column, type)} where ctid = '${ctid_}' returning ctid::text as place, ${ofRequest(table) ?? "''"}::text as request`);
  const back = () => world.owner.unsafe(`delete from ${table} where ctid = '${now?.place}'; insert into ${table} table ${kept}; drop table ${kept}`);
  return { request: now?.request, back };
}

async function takeAway(table: string, row: Row) {
  const { ctid_ } = row;
  await world.owner.unsafe(`create table kept_${table} as select * from ${table} where ctid = '${ctid_}'; delete from ${table} where ctid = '${ctid_}'`);
  return { now: row, back: () => world.owner.unsafe(`insert into ${table} table kept_${table}; drop table kept_${table}`) };
}

/** The same row once more, under a key of its own. */
async function putBeside({ table, column, type }: Column, row: Row) {
  const { ctid_ } = row;
  await world.owner.unsafe(`create table kept_${table} as select * from ${table} where ctid = '${ctid_}'; update kept_${table} set "${column}" = ${otherValue(column, type)}`);
  const [now = row] = await world.owner.unsafe<Row[]>(`insert into ${table} table kept_${table} returning *, ctid::text as ctid_`);
  return { now, back: () => world.owner.unsafe(`delete from ${table} where ctid = '${now.ctid_}'; drop table kept_${table}`) };
}

function otherValue(column: string, type: string): string {
  const name = `"${column}"`;
  switch (type) {
    case "uuid":
      return `md5(coalesce(${name}::text, '') || 'x')::uuid`;
    case "integer":
    case "numeric":
      return `coalesce(${name}, 0) + 100000`;
    case "boolean":
      return `not coalesce(${name}, false)`;
    case "date":
      return `coalesce(${name}, '2026-01-01'::date) + 1`;
    case "jsonb":
      return `jsonb_build_object('was', ${name}, 'is', 'another')`;
    case "text[]":
      return `coalesce(${name}, '{}') || '{another}'::text[]`;
    case "uuid[]":
      return `coalesce(${name}, '{}') || array[md5('another')::uuid]`;
    case "tsvector":
      return `${name} || 'another'::tsvector`;
    case "text":
      return `case when ${name} ~ '^[0-9a-f]{32,}$' then translate(${name}, '0123456789abcdef', '123456789abcdef0') else coalesce(${name}, '') || '-${column}' end`;
    default:
      return `coalesce(${name}, now()) + interval '2 minutes'`;
  }
}
