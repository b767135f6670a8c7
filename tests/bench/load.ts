import { getTableColumns, getTableName, notInArray, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { v7 as newId } from "uuid";
import { entriesOf } from "../../db/audit-rows.ts";
import { asActor, asReader, type ScopedTx } from "../../db/client.ts";
import { eventOf } from "../../db/log.ts";
import { rowsOf } from "../../db/rows.ts";
import { quotaHoldings } from "../../db/schema/accounts.ts";
import { auditEntries } from "../../db/schema/audit-entries.ts";
import { organisations } from "../../db/schema/configuration.ts";
import { people } from "../../db/schema/people.ts";
import { events, heads, requestIds, sealQueue, texts } from "../../db/schema/record.ts";
import { requests } from "../../db/schema/requests.ts";
import { readTables } from "../../db/verify-tables.ts";
import { subjectsOf } from "../../lib/access/subjects.ts";
import { digestOf, genesis, hashAfter } from "../../lib/audit/chain.ts";
import type { RequestState } from "../../lib/request/state.ts";
import { evolve } from "../../lib/request/evolve.ts";
import { moved, type Move } from "./move.ts";

const system = { kind: "system" } as const;
type StoredEvent = typeof events.$inferSelect;
type StoredText = typeof texts.$inferSelect;
type Template = { readonly events: readonly StoredEvent[]; readonly texts: readonly StoredText[] };

/**
 * Fills the database with copies of the demonstration's cases until there are `wanted` more: whole chains, words and
 * read tables. The copies are spread over all institutions of the same city and their people, so that nobody has them all.
 * Answers how many events they have.
 */
export async function loadCases(wanted: number): Promise<number> {
  const { templates, moves } = await asReader(system, async (tx) => ({ templates: await readTemplates(tx), moves: await readMoves(tx) }));
  const batch = 250;
  let loaded = 0;
  for (let done = 0; done < wanted; done += batch) {
    const copies = Array.from({ length: Math.min(batch, wanted - done) }, (_, at) => copyOf(templates[(done + at) % templates.length] as Template, moves(Math.floor((done + at) / templates.length))));
    await asActor(system, (tx) => keep(tx, copies));
    loaded += copies.reduce((sum, one) => sum + one.events.length, 0);
  }
  return loaded;
}

/** Not those that take from a quota: each copy would take from it again, past all that it has. */
async function readTemplates(tx: ScopedTx): Promise<Template[]> {
  const taking = tx.select({ id: quotaHoldings.requestId }).from(quotaHoldings);
  const found = await tx.select({ id: requests.requestId }).from(requests).where(notInArray(requests.requestId, taking)).orderBy(requests.requestId);
  const [allEvents, allTexts] = [await tx.select().from(events), await tx.select().from(texts)];
  return found.map(({ id }) => ({
    events: allEvents.filter((one) => one.requestId === id).toSorted((a, b) => a.seq - b.seq),
    texts: allTexts.filter((one) => one.requestId === id),
  }));
}

/** Round by round, every institution stands for the next one of its city, and its people for the people of that one. */
async function readMoves(tx: ScopedTx): Promise<(round: number) => Move> {
  const all = await tx.select({ id: organisations.id, city: organisations.city }).from(organisations).orderBy(organisations.id);
  const staff = await tx.select({ id: people.id, email: people.email, organisation: people.organisation }).from(people);
  const idByEmail = new Map(staff.map(({ id, email }) => [email, id]));
  // Only institutions: a control point or an operator has no researcher to stand for another's.
  const institutions = all.filter(({ id }) => idByEmail.has(`researcher@${id}.example`));
  return (round) => {
    const names = new Map<string, string>();
    for (const { id, city } of institutions) {
      const neighbours = institutions.filter((one) => one.city === city).map((one) => one.id);
      names.set(id, neighbours[(neighbours.indexOf(id) + round) % neighbours.length] ?? id);
    }
    for (const { id, email, organisation } of staff) names.set(id, idByEmail.get(`${email.split("@")[0]}@${names.get(organisation ?? "")}.example`) ?? id);
    return { names, earlierMs: (round * 977_123) % 7_200_000, fresh: new Map() };
  };
}

const { requestAccess, ...otherTables } = readTables;

type Copy = { readonly id: string; readonly events: readonly StoredEvent[]; readonly texts: readonly StoredText[] };

function copyOf(template: Template, move: Move): Copy {
  const id = newId();
  const stream = `request:${id}`;
  let hash = genesis;
  const copied = template.events.map((event) => {
    const { at, actor, data } = moved({ at: event.at, actor: event.actor, data: event.data }, move);
    const entry = { ...event, requestId: id, stream, at, actor, data };
    const digest = digestOf(entry);
    const prev = hash;
    hash = hashAfter(prev, digest);
    return { ...entry, prev, digest, hash };
  });
  return { id, events: copied, texts: template.texts.map((one) => ({ ...one, requestId: id, readers: moved(one.readers, move) })) };
}

async function keep(tx: ScopedTx, copies: readonly Copy[]): Promise<void> {
  const rows = copies.map(rowsOfCopy);
  await insertAll(tx, requestAccess, rows.flatMap((one) => one.requestAccess));
  await insertAll(tx, requestIds, copies.map(({ id }) => ({ requestId: id })));
  await insertAll(tx, events, copies.flatMap((one) => one.events));
  await tx.insert(sealQueue).values(copies.flatMap((one) => one.events.map(({ requestId, stream, seq }) => ({ requestId, stream, seq }))));
  await insertAll(tx, heads, copies.map(({ id, events: own }) => ({ requestId: id, stream: `request:${id}`, seq: own.length, hash: own.at(-1)?.hash })));
  await insertAll(tx, texts, copies.flatMap((one) => one.texts));
  await insertAll(tx, auditEntries, copies.flatMap((one) => entriesOf(one.id, `request:${one.id}`, one.events, new Map(one.texts.map(({ digest, body, readers }) => [digest, { body, readers }])))));
  for (const [name, table] of Object.entries(otherTables)) await insertAll(tx, table, rows.flatMap((one): readonly object[] => one[name as keyof typeof otherTables]));
}

/** The read tables as commands would have left them: who once had access keeps it. */
function rowsOfCopy({ id, events: own, texts: words }: Copy) {
  const subjects = new Set<string>();
  let state: RequestState = { status: "none" };
  for (const event of own) {
    state = evolve(state, eventOf(id, event));
    if (state.status !== "none") for (const subject of subjectsOf(state)) subjects.add(subject);
  }
  if (state.status === "none") throw new Error("an empty case");
  const spoken = new Map(words.flatMap(({ digest, body }) => (body === null ? [] : [[digest, body] as const])));
  return { ...rowsOf(state, spoken), requestAccess: [...subjects].map((subject) => ({ requestId: id, subject })) };
}

/** One statement for many rows: PostgreSQL unfolds them from JSON. */
export async function insertAll(tx: ScopedTx, table: PgTable, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.entries(getTableColumns(table));
  const plain = rows.map((row) => Object.fromEntries(columns.map(([field, column]) => [column.name, (row as Record<string, unknown>)[field] ?? null])));
  const name = sql.identifier(getTableName(table));
  await tx.execute(sql`insert into ${name} select * from jsonb_populate_recordset(null::${name}, ${JSON.stringify(plain)}::text::jsonb)`);
}
