import { randomBytes } from "node:crypto";
import { getTableColumns, getTableName, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { v7 as newId } from "uuid";
import { asActor, asReader, type ScopedTx } from "../../db/client.ts";
import { eventOf } from "../../db/log.ts";
import { rowsOf } from "../../db/rows.ts";
import { events, heads, requestIds, texts } from "../../db/schema/record.ts";
import { documents, movements, permits, requestAccess, requests, requirements, steps } from "../../db/schema/requests.ts";
import { digestOf, genesis, hashAfter } from "../../lib/audit/chain.ts";
import { replay } from "../../lib/request/evolve.ts";

const system = { kind: "system" } as const;
type Template = { readonly id: string; readonly events: (typeof events.$inferSelect)[]; readonly texts: (typeof texts.$inferSelect)[] };

/** Fills the database with copies of the demonstration's cases until there are `wanted`: whole chains, words and read tables. */
export async function loadCases(wanted: number): Promise<void> {
  const templates = await asReader(system, readTemplates);
  const batch = 250;
  for (let done = 0; done < wanted; done += batch) {
    const copies = Array.from({ length: Math.min(batch, wanted - done) }, (_, at) => copyOf(templates[(done + at) % templates.length] as Template));
    await asActor(system, (tx) => keep(tx, copies));
  }
  await asActor(system, (tx) => tx.execute(sql`select 1`));
}

async function readTemplates(tx: ScopedTx): Promise<Template[]> {
  const found = await tx.select({ id: requests.requestId }).from(requests);
  const [allEvents, allTexts] = [await tx.select().from(events), await tx.select().from(texts)];
  return found.map(({ id }) => ({
    id,
    events: allEvents.filter((one) => one.requestId === id).toSorted((a, b) => a.seq - b.seq),
    texts: allTexts.filter((one) => one.requestId === id),
  }));
}

type Copy = { readonly id: string; readonly events: (typeof events.$inferInsert)[]; readonly template: Template; readonly number: string };

function copyOf(template: Template): Copy {
  const id = newId();
  const stream = `request:${id}`;
  const number = `CW-${randomBytes(5).toString("hex").toUpperCase()}`;
  let hash = genesis;
  const copied = template.events.map((event) => {
    const data = renumbered(event.data, number);
    const digest = digestOf({ stream, seq: event.seq, type: event.type, at: event.at, actor: event.actor, data, salt: event.salt });
    const prev = hash;
    hash = hashAfter(prev, digest);
    return { ...event, requestId: id, stream, data, prev, digest, hash };
  });
  return { id, events: copied, template, number };
}

function renumbered(data: unknown, number: string): unknown {
  return typeof data === "object" && data !== null && "number" in data ? { ...data, number } : data;
}

async function keep(tx: ScopedTx, copies: readonly Copy[]): Promise<void> {
  const rows = copies.map(({ id, events: own, template }) => {
    const state = replay(own.map((event) => eventOf(id, event)));
    if (state.status === "none") throw new Error("an empty template");
    return rowsOf(state, new Map(template.texts.flatMap(({ digest, body }) => (body === null ? [] : [[digest, body] as const]))));
  });
  await insertAll(tx, requestAccess, rows.flatMap((one) => one.requestAccess));
  await insertAll(tx, requestIds, copies.map(({ id }) => ({ requestId: id })));
  await insertAll(tx, events, copies.flatMap((one) => one.events));
  await insertAll(tx, heads, copies.map(({ id, events: own }) => ({ requestId: id, stream: `request:${id}`, seq: own.length, hash: own.at(-1)?.hash })));
  await insertAll(tx, texts, copies.flatMap(({ id, template }) => template.texts.map((one) => ({ ...one, requestId: id }))));
  await insertAll(tx, requests, rows.flatMap((one) => one.requests));
  await insertAll(tx, steps, rows.flatMap((one) => one.steps));
  await insertAll(tx, requirements, rows.flatMap((one) => one.requirements));
  await insertAll(tx, permits, rows.flatMap((one) => one.permits));
  await insertAll(tx, movements, rows.flatMap((one) => one.movements));
  await insertAll(tx, documents, rows.flatMap((one) => one.documents));
}

/** One statement for many rows: PostgreSQL unfolds them from JSON. */
async function insertAll(tx: ScopedTx, table: PgTable, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.entries(getTableColumns(table));
  const plain = rows.map((row) => Object.fromEntries(columns.map(([field, column]) => [column.name, (row as Record<string, unknown>)[field] ?? null])));
  const name = sql.identifier(getTableName(table));
  await tx.execute(sql`insert into ${name} select * from jsonb_populate_recordset(null::${name}, ${JSON.stringify(plain)}::text::jsonb)`);
}
