import { asReader, type ScopedTx } from "../../db/client.ts";
import { newestSeal } from "../../db/queries/seals.ts";
import { leafByHash, leafByPlace, type PlacedLeaf } from "../../db/tree-leaf.ts";
import { completeNodes, eventLeaf, type Hash, type LeafRange, nodeKey } from "../audit/merkle.ts";
import { consistencyPath, inclusionPath, proofOf } from "../audit/merkle-proof.ts";
import { rememberedNodes, rememberedTree } from "./tree-memory.ts";

/** An event by its stream and number, or by its hash. Requests and what is set up stand under an id, which is in the stream's name. */
export type NamedEvent = { readonly stream: string; readonly seq: number } | { readonly hash: Hash };

/** That an event is in the log, under the newest seal. */
export type EventProof = { readonly index: number; readonly hash: Hash; readonly leaf: Hash; readonly size: number; readonly root: Hash; readonly proof: Hash[]; readonly note: string };

/** The proof of an event; null where there is none, and until it is sealed. Leaves are looked up by the system: what comes out names nobody. */
export async function proofOfEvent(named: NamedEvent): Promise<EventProof | null> {
  return asReader({ kind: "system" }, async (tx) => {
    const [leaf, [seal]] = await Promise.all([leafOf(tx, named), newestSeal(tx, {})]);
    if (!leaf || !seal || leaf.index >= seal.size) return null;
    const proof = await proofOf(inclusionPath(leaf.index, seal.size), async (nodes) => new Map([...leaf.beside, ...(await rememberedNodes(tx, nodes.filter((node) => !leaf.beside.has(nodeKey(node))), seal.size))]));
    return { index: leaf.index, hash: leaf.hash, leaf: eventLeaf(leaf.hash), size: seal.size, root: seal.root, proof, note: seal.note };
  });
}

/** That the log of `to` events goes on from that of `from`; `to` null is today's. The answer is the size of the log where it has not so many. */
export async function proofOfGrowth(from: number, asked: number | null): Promise<{ readonly from: { readonly size: number; readonly root: Hash }; readonly to: { readonly size: number; readonly root: Hash }; readonly proof: Hash[] } | { readonly most: number }> {
  return asReader({ kind: "system" }, async (tx) => {
    // All in one question where the log is as long as it was: a guess, by which nothing is answered unless it proves true. What it was once as long as, it still is.
    const guess = asked ?? lately.size;
    const early = from <= guess && guess <= lately.size ? growthRanges(from, guess).flatMap(completeNodes) : [];
    const { size: most, nodes: read } = asked !== null && early.length > 0 ? { size: lately.size, nodes: await rememberedNodes(tx, early, lately.size) } : await rememberedTree(tx, early);
    lately.size = most;
    const to = asked ?? most;
    if (to > most || from > to) return { most };
    const [older = "", newer = "", ...proof] = await proofOf(growthRanges(from, to), async (nodes) => (to === guess && early.length > 0 ? read : rememberedNodes(tx, nodes, most)));
    return { from: { size: from, root: older }, to: { size: to, root: newer }, proof };
  });
}

/** How long the log was when this process last looked. */
const lately = { size: 0 };

/** Both roots are hashes over ranges as well: all of it is one question. */
function growthRanges(from: number, to: number): LeafRange[] {
  return [{ start: 0, end: from }, { start: 0, end: to }, ...consistencyPath(from, to)];
}

async function leafOf(tx: ScopedTx, named: NamedEvent): Promise<PlacedLeaf | undefined> {
  return "hash" in named ? leafByHash(tx, named) : leafByPlace(tx, named);
}
