import { emptyRoot, type Hash, joined } from "../merkle.ts";
import { sha256Into } from "../sha256.ts";
import { seenNumbers } from "./seen-numbers.ts";
import type { FileProblem } from "./verdict.ts";

/** What a file that holds every event says about the leaves of the tree: some 40 bytes for each. */
export type Leaves = {
  readonly add: (leaf: number, hash: Hash, stream: string, seq: number) => void;
  /** The roots of the trees of so many leaves; or, where the leaves are not one for each place, what is wrong with them. */
  readonly roots: (sizes: readonly number[]) => { readonly roots: readonly Hash[] } | { readonly problems: FileProblem[] };
};

/** So many hashes of events are kept in one piece of memory. */
const perPiece = 4096;

export function collectLeaves(): Leaves {
  const hashes: Buffer[] = [];
  const places: number[] = [];
  const twice: FileProblem[] = [];
  const taken = seenNumbers();
  return {
    add(leaf, hash, stream, seq) {
      if (!taken.add(leaf)) return void twice.push({ stream, seq, field: "leaf", code: "leafTwice" });
      const place = places.push(leaf) - 1;
      if (place % perPiece === 0) hashes.push(Buffer.allocUnsafeSlow(32 * perPiece));
      hashes[(place / perPiece) | 0]?.write(hash, (place % perPiece) * 32, "hex");
    },
    roots(sizes) {
      const most = Math.max(...sizes);
      const slots = new Int32Array(places.length).fill(-1);
      places.forEach((leaf, at) => leaf < slots.length && (slots[leaf] = at));
      const gap = slots.indexOf(-1);
      const first = gap >= 0 ? gap : slots.length;
      if (first < most) return { problems: [...twice, { stream: "seal", seq: first, field: "leaf", code: "leafMissing" }] };
      if (twice.length > 0) return { problems: twice };
      return {
        roots: rootsAt(sizes, (leaf, into, at) => {
          const slot = slots[leaf] ?? 0;
          hashes[(slot / perPiece) | 0]?.copy(into, at, (slot % perPiece) * 32, (slot % perPiece) * 32 + 32);
        }),
      };
    },
  };
}

/** Roots of the trees of the first so many leaves, with a hash for each bit of the size at hand and no more. They stand beside one another, so that the last two are what a node is made of. */
function rootsAt(sizes: readonly number[], copyHash: (leaf: number, into: Buffer, at: number) => void): Hash[] {
  const roots = new Map<number, Hash>([[0, emptyRoot]]);
  const edge = Buffer.alloc(32 * 64);
  const leafInput = Buffer.alloc(33, 0);
  const nodeInput = Buffer.alloc(65, 1);
  const most = Math.max(...sizes);
  for (let [leaf, height] = [0, 0]; leaf < most; leaf++) {
    copyHash(leaf, leafInput, 1);
    sha256Into(leafInput, edge, height * 32);
    for (let index = leaf; index % 2 === 1; index = (index - 1) / 2) {
      height--;
      edge.copy(nodeInput, 1, height * 32, height * 32 + 64);
      sha256Into(nodeInput, edge, height * 32);
    }
    height++;
    if (sizes.includes(leaf + 1)) roots.set(leaf + 1, joined(Array.from({ length: height }, (_, level) => edge.toString("hex", level * 32, level * 32 + 32))));
  }
  return sizes.map((size) => roots.get(size) ?? "");
}
