import { and, asc, desc, eq, gt, lt, type SQL } from "drizzle-orm";
import { digestsIn } from "../../lib/audit/digests-in.ts";
import type { ScopedTx } from "../client.ts";
import { readsAs } from "../log.ts";
import { anyOf } from "../prepared.ts";
import { events, texts } from "../schema/record.ts";
import type { ShownEvent } from "./request-events.ts";

export type StreamPage = { readonly items: ShownEvent[]; readonly next: number | null };

const atOnce = 100;

type Stream = { readonly id: string; readonly stream: string };

/** A stream's history from a place on, with the words that are still kept: for whoever sees all of it. */
export async function streamPage(tx: ScopedTx, of: Stream, after: number): Promise<StreamPage> {
  return withWords(tx, of, await tx.select().from(events).where(and(ofStream(of), gt(events.seq, after))).orderBy(asc(events.seq)).limit(atOnce + 1));
}

/** The same from its end, or from a place on, back to its beginning. */
export async function streamBackwards(tx: ScopedTx, of: Stream, before: number | null): Promise<StreamPage> {
  return withWords(tx, of, await tx.select().from(events).where(and(ofStream(of), before === null ? undefined : lt(events.seq, before))).orderBy(desc(events.seq)).limit(atOnce + 1));
}

function ofStream({ id, stream }: Stream): SQL | undefined {
  return and(eq(events.requestId, id), eq(events.stream, stream));
}

async function withWords(tx: ScopedTx, { id }: Stream, rows: readonly (typeof events.$inferSelect)[]): Promise<StreamPage> {
  const page = rows.slice(0, atOnce);
  const digests = [...new Set(page.flatMap(({ data }) => digestsIn(data)))];
  const words = digests.length === 0 ? [] : await tx.select({ digest: texts.digest, salt: texts.salt, body: texts.body }).from(texts).where(and(eq(texts.requestId, id), anyOf(texts.digest, digests)));
  const items = page.map((row): ShownEvent => {
    const { seq, type, at, actor: by, data, salt, digest, hash } = row;
    // Nobody's command wrote it: a link of the chain.
    if (!readsAs(row)) return { seq, digest, hash, withheld: true };
    const own = digestsIn(data);
    return { seq, type, at, actor: by, data, salt, digest, hash, texts: Object.fromEntries(words.filter((one) => own.includes(one.digest)).map((one) => [one.digest, { salt: one.salt, body: one.body }])) };
  });
  return { items, next: rows.length > atOnce ? (page.at(-1)?.seq ?? null) : null };
}
