import type { ScopedTx } from "../../db/client.ts";
import { readNodes } from "../../db/tree-nodes.ts";
import { type Hash, nodeKey, type TreeNode } from "../audit/merkle.ts";

/**
 * The hashes of complete subtrees, by `nodeKey`: those that this process has seen from memory, for a complete subtree never changes, the others in one
 * question. For proofs, which prove themselves; whatever checks the record reads it.
 */
export async function rememberedNodes(tx: ScopedTx, wanted: readonly TreeNode[]): Promise<ReadonlyMap<string, Hash>> {
  const known = new Map(wanted.map(nodeKey).flatMap((key) => {
    const hash = remembered.get(key);
    return hash === undefined ? [] : [[key, hash] as const];
  }));
  const read = await readNodes(tx, wanted.filter((node) => !known.has(nodeKey(node))));
  const nodes = new Map([...known, ...read]);
  remember(nodes);
  return nodes;
}

/** Keeps what was read, and forgets what was not asked for the longest: the upper subtrees, which are in every proof, stay. */
export function remember(nodes: ReadonlyMap<string, Hash>): void {
  for (const [key, hash] of nodes) {
    remembered.delete(key);
    remembered.set(key, hash);
  }
  for (const key of remembered.keys()) {
    if (remembered.size <= most) break;
    remembered.delete(key);
  }
}

const remembered = new Map<string, Hash>();
/** A few megabytes. */
const most = 20_000;
