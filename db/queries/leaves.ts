import { and, eq } from "drizzle-orm";
import type { ScopedTx } from "../client.ts";
import { anyOf } from "../prepared.ts";
import { leaves } from "../schema/seals.ts";

/** The places in the tree of some events of one chain. */
export async function leavesOf(tx: ScopedTx, { requestId, stream, seqs }: { readonly requestId: string; readonly stream: string; readonly seqs: readonly number[] }): Promise<{ seq: number; index: number }[]> {
  return tx.select({ seq: leaves.seq, index: leaves.index }).from(leaves).where(and(eq(leaves.request, requestId), eq(leaves.stream, stream), anyOf(leaves.seq, seqs)));
}
