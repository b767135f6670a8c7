import { aliasedTable, and, desc, eq, gt, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { Actor, PersonActor } from "../../lib/access/actor.ts";
import type { BreakGlass } from "../../lib/access/break-glass.ts";
import { administered } from "../../lib/access/administered.ts";
import { subjectsOfActor } from "../../lib/access/subjects.ts";
import { asLister, asReader, type ScopedTx } from "../client.ts";
import { breakGlass } from "../schema/access.ts";
import { people } from "../schema/people.ts";
import { requests } from "../schema/requests.ts";
import { type Counted, counted } from "./counted.ts";
import { visibleTo } from "./visible.ts";
import { wordsRead } from "./words-read.ts";

const columns = { id: breakGlass.id, request: breakGlass.requestId, person: breakGlass.personId, organisations: breakGlass.organisations, reason: breakGlass.reason, from: breakGlass.openedAt, until: breakGlass.untilAt, ended: breakGlass.endedAt };

/** An access as it is shown: who opened it, of which request, and whether the reader still sees that. */
export type ShownBreakGlass = BreakGlass & { readonly by: string; readonly number: string | null; readonly isSeen: boolean };

/** One access, for whoever changes it. */
export async function lockBreakGlass(tx: ScopedTx, id: string): Promise<BreakGlass | null> {
  const [row] = await tx.select(columns).from(breakGlass).where(eq(breakGlass.id, id)).for("update");
  return row ?? null;
}

/** One access; null when there is none. */
export async function breakGlassById(tx: ScopedTx, id: string): Promise<BreakGlass | null> {
  const [row] = await tx.select(columns).from(breakGlass).where(eq(breakGlass.id, id));
  return row ?? null;
}

/** What somebody has open of a request at a moment. */
export async function openTo(tx: ScopedTx, { person, request, now }: { readonly person: string; readonly request: string; readonly now: string }): Promise<BreakGlass | null> {
  const [row] = await tx.select(columns).from(breakGlass).where(and(eq(breakGlass.personId, person), eq(breakGlass.requestId, request), isNull(breakGlass.endedAt), gt(breakGlass.untilAt, now)));
  return row ?? null;
}

/** By whom one request was ever opened, the newest first: for everybody who sees it. */
export async function breakGlassOf(actor: Actor, request: string): Promise<ShownBreakGlass[]> {
  return readBy(actor, await asReader(actor, (tx) => shown(tx).where(and(eq(breakGlass.requestId, request), visibleTo(tx, actor, breakGlass.requestId))).orderBy(desc(breakGlass.openedAt)).limit(50)));
}

/** Every access that concerns an actor, the newest first: their own, those of requests that they see, and of organisations that they administer. */
export async function breakGlassUses(actor: PersonActor, { before, limit = 50 }: { readonly before?: string; readonly limit?: number } = {}): Promise<{ readonly items: ShownBreakGlass[]; readonly next: string | null }> {
  const rows = await asLister(actor, (tx) => shown(tx).where(and(concerns(tx, actor), before === undefined ? undefined : lt(breakGlass.id, before))).orderBy(desc(breakGlass.id)).limit(limit + 1));
  return { items: await readBy(actor, await numbered(rows.slice(0, limit))), next: rows.length > limit ? (rows[limit - 1]?.id ?? null) : null };
}

/** With each reason as the reader gets it. */
async function readBy(actor: Actor, rows: readonly ShownBreakGlass[]): Promise<ShownBreakGlass[]> {
  const words = await wordsRead(actor, rows.map(({ request }) => request));
  return rows.map((row) => ({ ...row, reason: words(row.request, row.reason, row.person) }));
}

/** How many of them there are; past `most` it is not counted on. */
export async function breakGlassCount(actor: PersonActor, most = 1000): Promise<Counted> {
  return asLister(actor, async (tx) => {
    const found = await tx.select({ id: breakGlass.id }).from(breakGlass).innerJoin(opener, eq(opener.id, breakGlass.personId)).where(concerns(tx, actor)).limit(most + 1);
    return counted(found.length, most);
  });
}

function concerns(tx: ScopedTx, actor: PersonActor): SQL | undefined {
  return subjectsOfActor(actor).all ? undefined : or(eq(breakGlass.personId, actor.id), visibleTo(tx, actor, breakGlass.requestId), ...administered(actor).map((id) => sql`${id} = any (${breakGlass.organisations})`));
}

/** Whoever opened a request, or was told that it was opened, knows its number from then on, though they see it no more. */
async function numbered(rows: readonly ShownBreakGlass[]): Promise<ShownBreakGlass[]> {
  const without = rows.flatMap(({ number, request }) => (number === null ? [request] : []));
  const found = without.length === 0 ? [] : await asReader({ kind: "system" }, (tx) => tx.select({ id: requests.requestId, number: requests.number }).from(requests).where(inArray(requests.requestId, without)));
  const numbers = new Map(found.map(({ id, number }) => [id, number]));
  return rows.map((row) => ({ ...row, number: row.number ?? numbers.get(row.request) ?? null }));
}

const opener = aliasedTable(people, "opener");

function shown(tx: ScopedTx) {
  return tx.select({ ...columns, by: opener.name, number: requests.number, isSeen: sql<boolean>`${requests.number} is not null` }).from(breakGlass).innerJoin(opener, eq(opener.id, breakGlass.personId)).leftJoin(requests, eq(requests.requestId, breakGlass.requestId)).$dynamic();
}
