import { and, desc, eq } from "drizzle-orm";
import { asReader, type ScopedTx } from "../../db/client.ts";
import { leaves, seals, tree } from "../../db/schema/seals.ts";
import { readNodes } from "../../db/tree-nodes.ts";
import { eventLeaf, type Hash } from "../audit/merkle.ts";
import { consistencyPath, inclusionPath, proofOf } from "../audit/merkle-proof.ts";

/** An event by its stream and number, or by its hash. Requests and what is set up stand under an id, which is in the stream's name. */
export type NamedEvent = { readonly stream: string; readonly seq: number } | { readonly hash: Hash };

/** That an event is in the log, under the newest seal. */
export type EventProof = { readonly index: number; readonly hash: Hash; readonly leaf: Hash; readonly size: number; readonly root: Hash; readonly proof: Hash[]; readonly note: string };

/** The proof of an event; null where there is none, and until it is sealed. Leaves are looked up by the system: what comes out names nobody. */
export async function proofOfEvent(named: NamedEvent): Promise<EventProof | null> {
  return asReader({ kind: "system" }, async (tx) => {
    const [leaf, [seal]] = await Promise.all([leafOf(tx, named), tx.select().from(seals).orderBy(desc(seals.size)).limit(1)]);
    if (!leaf || !seal || leaf.index >= seal.size) return null;
    const proof = await proofOf(inclusionPath(leaf.index, seal.size), (nodes) => readNodes(tx, nodes));
    return { index: leaf.index, hash: leaf.hash, leaf: eventLeaf(leaf.hash), size: seal.size, root: seal.root, proof, note: seal.note };
  });
}

/** That the log of `to` events goes on from that of `from`; `to` null is today's. The answer is the size of the log where it has not so many. */
export async function proofOfGrowth(from: number, asked: number | null): Promise<{ readonly from: { readonly size: number; readonly root: Hash }; readonly to: { readonly size: number; readonly root: Hash }; readonly proof: Hash[] } | { readonly most: number }> {
  return asReader({ kind: "system" }, async (tx) => {
    const [{ size: most } = { size: 0 }] = await tx.select({ size: tree.size }).from(tree);
    const to = asked ?? most;
    if (to > most || from > to) return { most };
    // Both roots are hashes over ranges as well: all of it is one question.
    const [older = "", newer = "", ...proof] = await proofOf([{ start: 0, end: from }, { start: 0, end: to }, ...consistencyPath(from, to)], (nodes) => readNodes(tx, nodes));
    return { from: { size: from, root: older }, to: { size: to, root: newer }, proof };
  });
}

async function leafOf(tx: ScopedTx, named: NamedEvent): Promise<{ readonly index: number; readonly hash: Hash } | undefined> {
  const { index, hash, stream, seq } = leaves;
  const where = "hash" in named ? eq(hash, named.hash) : and(eq(stream, named.stream), eq(seq, named.seq));
  const [leaf] = await tx.select({ index, hash }).from(leaves).where(where).limit(1);
  return leaf;
}
