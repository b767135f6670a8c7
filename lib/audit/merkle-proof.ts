import { completeNodes, type Hash, joined, type LeafRange, nodeKey, type TreeNode } from "./merkle.ts";

/** Reads the hashes of complete subtrees, as a map by `nodeKey`: all in one go, for each go is a way to the database. */
export type ReadNodes = (nodes: readonly TreeNode[]) => Promise<ReadonlyMap<string, Hash>>;

/** The ranges whose hashes prove that leaf `index` is in the tree of `size` leaves, from the leaf upwards (RFC 9162 §2.1.3.1). */
export function inclusionPath(index: number, size: number): LeafRange[] {
  return pathTo(index, { start: 0, end: size });
}

/** The ranges whose hashes prove that the tree of `from` leaves is the beginning of the tree of `to` leaves (RFC 9162 §2.1.4.1). Nothing needs to be proven of no leaves, nor of the same tree. */
export function consistencyPath(from: number, to: number): LeafRange[] {
  return from === 0 || from === to ? [] : subproof(from, { start: 0, end: to }, true);
}

/** The proof itself: the hashes over the ranges of a path; of all leaves up to a size it is that tree's root. */
export async function proofOf(path: readonly LeafRange[], read: ReadNodes): Promise<Hash[]> {
  const parts = path.map(completeNodes);
  const hashes = await read(parts.flat());
  return parts.map((nodes) => joined(nodes.map((node) => known(hashes, node))));
}

function known(hashes: ReadonlyMap<string, Hash>, node: TreeNode): Hash {
  const hash = hashes.get(nodeKey(node));
  if (hash === undefined) throw new Error(`the tree has no node ${nodeKey(node)}`);
  return hash;
}

function pathTo(index: number, { start, end }: LeafRange): LeafRange[] {
  if (end - start <= 1) return [];
  const middle = split(start, end);
  return index < middle ? [...pathTo(index, { start, end: middle }), { start: middle, end }] : [...pathTo(index, { start: middle, end }), { start, end: middle }];
}

function subproof(from: number, { start, end }: LeafRange, isWhole: boolean): LeafRange[] {
  if (from === end) return isWhole ? [] : [{ start, end }];
  const middle = split(start, end);
  return from <= middle ? [...subproof(from, { start, end: middle }, isWhole), { start: middle, end }] : [...subproof(from, { start: middle, end }, false), { start, end: middle }];
}

/** Where a range divides: after the largest power of two that is smaller than it. */
function split(start: number, end: number): number {
  return start + 2 ** Math.floor(Math.log2(end - start - 1));
}
