import { and, eq } from "drizzle-orm";
import type { ScopedTx } from "../client.ts";
import { streamOf } from "../log.ts";
import { anyOf } from "../prepared.ts";
import { events } from "../schema/record.ts";

/** The hashes of some events of a request, as far as the actor sees them. */
export async function eventHashes(tx: ScopedTx, requestId: string, seqs: readonly number[]): Promise<readonly { readonly stream: string; readonly seq: number; readonly hash: string }[]> {
  if (seqs.length === 0) return [];
  return tx
    .select({ stream: events.stream, seq: events.seq, hash: events.hash })
    .from(events)
    .where(and(eq(events.requestId, requestId), eq(events.stream, streamOf(requestId)), anyOf(events.seq, seqs)));
}
