import type { ScopedTx } from "../../db/client.ts";
import { lowest } from "../../db/tree-leaf.ts";
import { readNodes, readTree } from "../../db/tree-nodes.ts";
import { type Hash, nodeKey, type TreeNode } from "../audit/merkle.ts";

/**
 * The hashes of complete subtrees, by `nodeKey`: those that this process has seen from memory, for a complete subtree never changes, the others in one
 * question. For proofs, which prove themselves; whatever checks the record reads it. `size` is how long the log is.
 */
export async function rememberedNodes(tx: ScopedTx, wanted: readonly TreeNode[], size: number): Promise<ReadonlyMap<string, Hash>> {
  const { known, unknown } = parted(wanted);
  const read = await readNodes(tx, unknown);
  rememberAll(unknown, read, size);
  return new Map([...known, ...read]);
}

/** The same, and in the same question how many leaves the tree has. */
export async function rememberedTree(tx: ScopedTx, wanted: readonly TreeNode[]): Promise<{ readonly size: number; readonly nodes: ReadonlyMap<string, Hash> }> {
  const { known, unknown } = parted(wanted);
  const { size, nodes } = await readTree(tx, unknown);
  rememberAll(unknown, nodes, size);
  return { size, nodes: new Map([...known, ...nodes]) };
}

function parted(wanted: readonly TreeNode[]): { readonly known: ReadonlyMap<string, Hash>; readonly unknown: readonly TreeNode[] } {
  const known = new Map<string, Hash>();
  const unknown: TreeNode[] = [];
  for (const node of wanted) {
    const key = nodeKey(node);
    const hash = remembered.get(key);
    if (hash === undefined) unknown.push(node);
    else known.set(key, hash);
  }
  return { known, unknown };
}

/** Of the lowest subtrees there are too many, and each is in few proofs; but those at the end of the log are in all of them, until it grows. */
function rememberAll(nodes: readonly TreeNode[], read: ReadonlyMap<string, Hash>, size: number): void {
  for (const node of nodes) if (node.level >= lowest || node.index * 2 ** node.level >= size - 2 ** lowest) remember(nodeKey(node), read.get(nodeKey(node)));
}

function remember(key: string, hash: Hash | undefined): void {
  if (hash === undefined) return;
  for (const first of remembered.keys()) {
    if (remembered.size < most) break;
    remembered.delete(first);
  }
  remembered.set(key, hash);
}

const remembered = new Map<string, Hash>();
/** A few megabytes: all that there are of a log of two and a half million events. */
const most = 20_000;
