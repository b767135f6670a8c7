import { emptyRoot, eventLeaf, type Hash, joined, nodeHash } from "../merkle.ts";
import type { FileProblem } from "./verdict.ts";

/** What a file that holds every event says about the leaves of the tree: 36 bytes for each. */
export type Leaves = {
  readonly add: (leaf: number, hash: Hash, stream: string, seq: number) => void;
  /** The roots of the trees of so many leaves; or, where the leaves are not one for each place, what is wrong with them. */
  readonly roots: (sizes: readonly number[]) => { readonly roots: readonly Hash[] } | { readonly problems: FileProblem[] };
};

export function collectLeaves(): Leaves {
  let hashes = Buffer.alloc(32 * 1024);
  const places: number[] = [];
  const twice: FileProblem[] = [];
  const taken = new Set<number>();
  return {
    add(leaf, hash, stream, seq) {
      if (taken.has(leaf)) return void twice.push({ stream, seq, field: "leaf", code: "leafTwice" });
      taken.add(leaf);
      if (hashes.length < (places.length + 1) * 32) hashes = Buffer.concat([hashes, Buffer.alloc(hashes.length)]);
      hashes.write(eventLeaf(hash), places.length * 32, 32, "hex");
      places.push(leaf);
    },
    roots(sizes) {
      const most = Math.max(...sizes);
      const slots = new Int32Array(places.length).fill(-1);
      places.forEach((leaf, at) => leaf < slots.length && (slots[leaf] = at));
      const gap = slots.indexOf(-1);
      const first = gap >= 0 ? gap : slots.length;
      if (first < most) return { problems: [...twice, { stream: "seal", seq: first, field: "leaf", code: "leafMissing" }] };
      if (twice.length > 0) return { problems: twice };
      return { roots: rootsAt(sizes, (leaf) => hashes.toString("hex", (slots[leaf] ?? 0) * 32, (slots[leaf] ?? 0) * 32 + 32)) };
    },
  };
}

/** Roots of the trees of the first so many leaves, with a hash for each bit of the size at hand and no more. */
function rootsAt(sizes: readonly number[], leafAt: (leaf: number) => Hash): Hash[] {
  const roots = new Map<number, Hash>([[0, emptyRoot]]);
  const edge: Hash[] = [];
  for (let leaf = 0; leaf < Math.max(...sizes); leaf++) {
    let hash = leafAt(leaf);
    for (let index = leaf; index % 2 === 1; index = (index - 1) / 2) hash = nodeHash(edge.pop() ?? "", hash);
    edge.push(hash);
    if (sizes.includes(leaf + 1)) roots.set(leaf + 1, joined(edge));
  }
  return sizes.map((size) => roots.get(size) ?? "");
}
