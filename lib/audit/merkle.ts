import { sha256 } from "./sha256.ts";

/** A SHA-256, lower-case hexadecimal. */
export type Hash = string;
/** A complete subtree: its height above the leaves, and which it is at that height, from 0. */
export type TreeNode = { readonly level: number; readonly index: number };
/** The leaves from `start` up to and without `end`. */
export type LeafRange = { readonly start: number; readonly end: number };

/** The root of a tree without leaves (RFC 9162 §2.1.1). */
export const emptyRoot: Hash = sha256("");

/** The hash of a leaf: SHA-256 of 0x00 and its data (RFC 9162 §2.1.1). */
export function leafHash(data: Uint8Array): Hash {
  return sha256(Buffer.concat([leafPrefix, data]));
}

/** The leaf of an event: its data are the 32 bytes of the event's chain hash, which commits to stream, number, content and all that went before. */
export function eventLeaf(hash: Hash): Hash {
  return sha256(Buffer.from(`00${hash}`, "hex"));
}

/** The hash of a node: SHA-256 of 0x01 and both children (RFC 9162 §2.1.1). */
export function nodeHash(left: Hash, right: Hash): Hash {
  return sha256(Buffer.from(`01${left}${right}`, "hex"));
}

/** The complete subtrees that a range is made of, from the left: one where the range is one itself. The range must be one of RFC 9162's: it begins at a multiple of the largest power of two it holds. */
export function completeNodes({ start, end }: LeafRange): TreeNode[] {
  const nodes: TreeNode[] = [];
  for (let at = start; at < end; ) {
    const level = Math.floor(Math.log2(end - at));
    nodes.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return nodes;
}

/** The hash over a range, from the hashes of its complete subtrees. */
export function joined(hashes: readonly Hash[]): Hash {
  return hashes.length === 0 ? emptyRoot : hashes.reduceRight((right, left) => nodeHash(left, right));
}

/** The root over leaf hashes. */
export function rootOf(leaves: readonly Hash[]): Hash {
  const tree = new Map<string, Hash>();
  for (const { level, index, hash } of grown([], 0, leaves)) tree.set(nodeKey({ level, index }), hash);
  return joined(completeNodes({ start: 0, end: leaves.length }).map((node) => tree.get(nodeKey(node)) ?? ""));
}

export function nodeKey({ level, index }: TreeNode): string {
  return `${level}/${index}`;
}

/**
 * Every complete subtree that a tree of `size` leaves gains by more leaves, the leaves themselves (level 0) among them, in the order
 * in which they come about. `edge` are the hashes of the complete subtrees of the tree before, from the left.
 */
export function grown(edge: readonly Hash[], size: number, leaves: readonly Hash[]): (TreeNode & { readonly hash: Hash })[] {
  const open = [...edge];
  const made: (TreeNode & { readonly hash: Hash })[] = [];
  leaves.forEach((leaf, offset) => {
    let [level, index, hash] = [0, size + offset, leaf];
    made.push({ level, index, hash });
    for (; index % 2 === 1; made.push({ level, index, hash })) [level, index, hash] = [level + 1, (index - 1) / 2, nodeHash(open.pop() ?? "", hash)];
    open.push(hash);
  });
  return made;
}

const leafPrefix = Buffer.of(0);
