import { and, asc, eq, gt, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { genesis } from "../../lib/audit/chain.ts";
import type { FileWords, ShownLine } from "../../lib/audit/record-file/lines.ts";
import { asReader, type ScopedTx } from "../client.ts";
import { anyOf } from "../prepared.ts";
import { events, heads, texts } from "../schema/record.ts";
import { leaves } from "../schema/seals.ts";
import { digestsIn } from "../../lib/audit/digests-in.ts";

/** A chain, or the next piece of the one before (`head` null), as the whole record's file has them. */
export type ChainPiece = { readonly head: { readonly stream: string; readonly seq: number; readonly hash: string } | null; readonly events: readonly Omit<ShownLine, "line">[] };
type Place = { readonly requestId: string; readonly stream: string; readonly seq: number };

/** Where reading stopped: the event, and the end that its chain had when it was first met. What was appended since is for another file. */
export type ReadOn = { readonly after: Place; readonly until: number | null };

/**
 * The next `limit` events of all chains, with words and, below `size`, their leaves; everything that is kept, for the operator. Chains that have
 * a head and no event are told, too. Each piece is read under one snapshot; null when there is no more.
 */
export async function nextChains(from: ReadOn | null, size: number, limit = 500): Promise<{ readonly pieces: ChainPiece[]; readonly next: ReadOn | null } | null> {
  return asReader({ kind: "system" }, async (tx) => {
    await tx.execute(sql`set transaction isolation level repeatable read`);
    const rows = await eventsAfter(tx, from?.after ?? null, size, limit);
    const last = rows.at(-1);
    const ends = await headsBetween(tx, from?.after ?? null, rows.length < limit ? null : (last ?? null));
    if (rows.length === 0 && ends.length === 0) return null;
    const spoken = await wordsOf(tx, rows);
    const kept = new Map(ends.map((end) => [chainOf(end), end]));
    const pieces: ChainPiece[] = [];
    let until = from?.until ?? null;
    let current = from ? chainOf(from.after) : null;
    let open: Omit<ShownLine, "line">[] | null = null;
    for (const row of rows) {
      const chain = chainOf(row);
      if (chain !== current) {
        const head = kept.get(chain);
        kept.delete(chain);
        // A chain without a head has lost it: it ends nowhere, and does not hold.
        open = [];
        pieces.push({ head: { stream: row.stream, seq: head?.seq ?? 0, hash: head?.hash ?? genesis }, events: open });
        [current, until] = [chain, null];
      } else if (open === null) {
        open = [];
        pieces.push({ head: null, events: open });
      }
      if (until === null || row.seq <= until) open?.push(eventOf(row, spoken));
    }
    const empty = [...kept.values()].filter(({ seq }) => seq > 0).map(({ stream, seq, hash }): ChainPiece => ({ head: { stream, seq, hash }, events: [] }));
    const end = ends.find((one) => last && chainOf(one) === chainOf(last))?.seq ?? until;
    return { pieces: [...pieces, ...empty], next: rows.length < limit || !last ? null : { after: { requestId: last.requestId, stream: last.stream, seq: last.seq }, until: end } };
  });
}

type Row = Place & { readonly type: string; readonly at: string; readonly actor: unknown; readonly data: unknown; readonly salt: string; readonly prev: string; readonly digest: string; readonly hash: string; readonly leaf: number | null };

async function eventsAfter(tx: ScopedTx, after: Place | null, size: number, limit: number): Promise<Row[]> {
  const { requestId, stream, seq, type, at, actor, data, salt, prev, digest, hash } = events;
  const leaf = and(eq(leaves.request, requestId), eq(leaves.stream, stream), eq(leaves.seq, seq), lt(leaves.index, size));
  return tx
    .select({ requestId, stream, seq, type, at, actor, data, salt, prev, digest, hash, leaf: leaves.index })
    .from(events)
    .leftJoin(leaves, leaf)
    .where(after === null ? undefined : sql`(${requestId}, ${stream}, ${seq}) > (${after.requestId}::uuid, ${after.stream}::text, ${after.seq}::int)`)
    .orderBy(asc(requestId), asc(stream), asc(seq))
    .limit(limit);
}

async function headsBetween(tx: ScopedTx, after: Place | null, upTo: Place | null) {
  const { requestId, stream } = heads;
  const from: SQL | undefined = after === null ? undefined : or(gt(requestId, after.requestId), and(eq(requestId, after.requestId), gt(stream, after.stream)));
  const to: SQL | undefined = upTo === null ? undefined : or(lt(requestId, upTo.requestId), and(eq(requestId, upTo.requestId), lte(stream, upTo.stream)));
  return tx.select().from(heads).where(and(from, to)).orderBy(asc(requestId), asc(stream));
}

async function wordsOf(tx: ScopedTx, rows: readonly Row[]): Promise<ReadonlyMap<string, FileWords>> {
  const wanted = rows.filter(({ data }) => digestsIn(data).length > 0);
  if (wanted.length === 0) return new Map();
  const found = await tx.select().from(texts).where(and(anyOf(texts.requestId, [...new Set(wanted.map(({ requestId }) => requestId))]), anyOf(texts.digest, [...new Set(wanted.flatMap(({ data }) => digestsIn(data)))])));
  return new Map(found.flatMap((row) => {
    const words = fileWords(row);
    return words ? [[`${row.requestId} ${row.digest}`, words] as const] : [];
  }));
}

/** Words as a file has them; none where they are gone without a rule. */
export function fileWords({ salt, body, erasedAt, erasedRule }: Pick<typeof texts.$inferSelect, "salt" | "body" | "erasedAt" | "erasedRule">): FileWords | null {
  if (erasedAt !== null) return { erased: { at: erasedAt, rule: erasedRule ?? "" } };
  return body === null || salt === null ? null : { salt, body };
}

function eventOf({ requestId, leaf, ...event }: Row, spoken: ReadonlyMap<string, FileWords>): Omit<ShownLine, "line"> {
  const own = digestsIn(event.data).flatMap((digest) => {
    const words = spoken.get(`${requestId} ${digest}`);
    return words ? [[digest, words] as const] : [];
  });
  return { ...event, ...(leaf !== null && { leaf }), ...(own.length > 0 && { texts: Object.fromEntries(own) }) };
}

function chainOf({ requestId, stream }: Pick<Place, "requestId" | "stream">): string {
  return `${requestId} ${stream}`;
}
