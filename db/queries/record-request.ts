import { and, asc, eq, gt, lte, sql } from "drizzle-orm";
import type { Actor } from "../../lib/access/actor.ts";
import { digestsIn } from "../../lib/audit/digests-in.ts";
import type { FileWords, ShownLine, WithheldLine } from "../../lib/audit/record-file/lines.ts";
import { asReader, type ScopedTx } from "../client.ts";
import { readable, streamOf } from "../log.ts";
import { anyOf } from "../prepared.ts";
import { events, heads, texts } from "../schema/record.ts";
import { fileWords } from "./record-chains.ts";
import { hiddenFrom, readerOf, sightOf, withoutOfficers } from "./request-events.ts";

type EventForFile = Omit<ShownLine, "line"> | Omit<WithheldLine, "line">;

/** The end of a request's chain, for whoever sees the request; null for everybody else, and for a draft. */
export async function requestHead(actor: Actor, requestId: string): Promise<{ readonly stream: string; readonly seq: number; readonly hash: string } | null> {
  return asReader(actor, async (tx) => {
    if (!(await readerOf(tx, actor, requestId))) return null;
    const [head] = await tx.select({ stream: heads.stream, seq: heads.seq, hash: heads.hash }).from(heads).where(and(eq(heads.requestId, requestId), eq(heads.stream, streamOf(requestId))));
    return head ?? null;
  });
}

/** The next events of a request up to a number, as this reader may have them: whole, with the words they may read, or as a link of the chain. */
export async function requestLinks(actor: Actor, requestId: string, { after, upTo, limit }: { readonly after: number; readonly upTo: number; readonly limit: number }): Promise<EventForFile[]> {
  return asReader(actor, async (tx) => {
    await tx.execute(sql`set transaction isolation level repeatable read`);
    const reader = await readerOf(tx, actor, requestId);
    if (!reader) return [];
    const hidden = await hiddenFrom(tx, reader, requestId);
    const rows = await tx.select().from(events).where(and(eq(events.requestId, requestId), eq(events.stream, streamOf(requestId)), gt(events.seq, after), lte(events.seq, upTo))).orderBy(asc(events.seq)).limit(limit);
    const spoken = await wordsOf(tx, requestId, rows.flatMap(({ data }) => digestsIn(data)));
    // To a reader, words that are not theirs are not there; to the operator nothing is, but what is gone.
    const isAll = actor.kind === "system";
    return rows.map((row): EventForFile => {
      const { requestId: _, ...event } = row;
      const { stream, seq, digest, hash } = event;
      const happened = readable(requestId, row);
      const isAuthor = happened !== null && "person" in happened.actor && actor.kind === "person" && happened.actor.person === actor.id;
      const sight = happened && sightOf(happened, { ...reader, isAuthor });
      // A file proves itself by its digests: an event without its officer, or without questions, would not, so it is a link.
      if (!isAll && (happened === null || sight === null || sight.isLess || (!isAuthor && withoutOfficers(happened, hidden) !== null))) return { stream, seq, digest, hash, withheld: true };
      const own = digestsIn(event.data).flatMap((one): [string, FileWords][] => {
        const found = spoken.get(one);
        const isKept = found && "body" in found && happened !== null && hidden.read(happened, sight?.bodyOf(one, found.body) ?? null) !== found.body;
        const words = spoken.has(one) && !isKept ? (found ?? null) : isAll ? null : { withheld: true as const };
        return words ? [[one, words]] : [];
      });
      return { ...event, ...(own.length > 0 && { texts: Object.fromEntries(own) }) };
    });
  });
}

async function wordsOf(tx: ScopedTx, requestId: string, digests: readonly string[]): Promise<ReadonlyMap<string, FileWords | null>> {
  if (digests.length === 0) return new Map();
  const rows = await tx.select().from(texts).where(and(eq(texts.requestId, requestId), anyOf(texts.digest, [...new Set(digests)])));
  return new Map(rows.map((row) => [row.digest, fileWords(row)]));
}
