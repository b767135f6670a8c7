import { expect, test } from "vitest";
import { completeNodes, emptyRoot, grown, type Hash, joined, leafHash, nodeHash, nodeKey, rootOf, type TreeNode } from "../../../lib/audit/merkle.ts";
import { isConsistent, isIncluded } from "../../../lib/audit/merkle-check.ts";
import { consistencyPath, inclusionPath, proofOf } from "../../../lib/audit/merkle-proof.ts";

/* The test vectors of Certificate Transparency, which is RFC 6962. */
const inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
const roots = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const inclusions = [
  { index: 0, size: 8, proof: ["96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7", "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e", "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"] },
  { index: 5, size: 8, proof: ["bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b", "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"] },
  { index: 2, size: 3, proof: ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"] },
  { index: 1, size: 5, proof: ["6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e", "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"] },
];
const consistencies = [
  { from: 1, to: 8, proof: ["96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7", "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e", "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"] },
  { from: 6, to: 8, proof: ["0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a", "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"] },
  { from: 2, to: 5, proof: ["5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e", "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"] },
];
const known = inputs.map((text) => leafHash(Buffer.from(text, "hex")));

test("the roots are those of RFC 6962's known answers", () => {
  expect(roots.map((_, size) => rootOf(known.slice(0, size)))).toEqual(roots);
});

test("the proofs are those of RFC 6962's known answers", async () => {
  const read = async () => treeOf(known);
  for (const { index, size, proof } of inclusions) expect(await proofOf(inclusionPath(index, size), read)).toEqual(proof);
  for (const { from, to, proof } of consistencies) expect(await proofOf(consistencyPath(from, to), read)).toEqual(proof);
});

const most = 512;
const leaves = Array.from({ length: most }, (_, at) => leafHash(Buffer.from(`leaf ${at}`)));
const tree = treeOf(leaves);
/* The definitions of RFC 9162 §2.1.1, word for word, once for every range; and an index to it, so that all pairs cost no hash twice. */
const ranges = new Map<number, Hash>();
const rootsTo = Array.from({ length: most + 1 }, (_, size) => rangeHash(0, size));

test("for every size up to 512 a leaf is proven at its place", () => {
  for (let size = 1; size <= most; size++) {
    const root = rootsTo[size] ?? "";
    expect(joined(completeNodes({ start: 0, end: size }).map((node) => tree.get(nodeKey(node)) ?? ""))).toBe(root);
    for (let index = 0; index < size; index++) {
      const proof = inclusionPath(index, size).map(({ start, end }) => rangeHash(start, end));
      if (!isIncluded({ leaf: leaves[index] ?? "", index, size, proof, root })) expect.fail(`leaf ${index} of ${size}`);
      if (index % 16 === size % 16 && isIncluded({ leaf: leaves[(index + 1) % most] ?? "", index, size, proof, root })) expect.fail(`another leaf at ${index} of ${size}`);
    }
  }
}, 60_000);

test("for every pair of sizes up to 512 the smaller tree is proven to begin the larger", () => {
  for (let to = 0; to <= most; to++) {
    for (let from = 0; from <= to; from++) {
      const proof = consistencyPath(from, to).map(({ start, end }) => rangeHash(start, end));
      const [older, newer] = [{ size: from, root: rootsTo[from] ?? "" }, { size: to, root: rootsTo[to] ?? "" }];
      if (!isConsistent({ from: older, to: newer, proof })) expect.fail(`${from} begins ${to}`);
      if (from > 0 && from % 16 === to % 16 && isConsistent({ from: { ...older, root: emptyRoot }, to: newer, proof })) expect.fail(`another tree of ${from} begins ${to}`);
    }
  }
}, 60_000);

test("what is read for a proof are complete subtrees, and they make the same proof", async () => {
  for (const [index, size] of [[0, 1], [3, 7], [100, 333], [511, 512], [256, 511]] as const) {
    expect(await proofOf(inclusionPath(index, size), pick)).toEqual(inclusionPath(index, size).map(({ start, end }) => rangeHash(start, end)));
    expect(await proofOf(consistencyPath(index, size), pick)).toEqual(consistencyPath(index, size).map(({ start, end }) => rangeHash(start, end)));
    expect(await proofOf([{ start: 0, end: size }], pick)).toEqual([rootsTo[size]]);
  }
  await expect(proofOf([{ start: 0, end: most + 1 }], pick)).rejects.toThrow("no node");
});

test("a tree that grows in steps has the nodes of one that grew at once", () => {
  const nodes = new Map<string, Hash>();
  for (let size = 0, step = 1; size < most; size += step, step = Math.min((step * 7) % 61 || 1, most - size)) {
    const edge = completeNodes({ start: 0, end: size }).map((node) => nodes.get(nodeKey(node)) ?? "");
    for (const node of grown(edge, size, leaves.slice(size, size + step))) {
      expect(nodes.has(nodeKey(node))).toBe(false);
      nodes.set(nodeKey(node), node.hash);
    }
  }
  expect(nodes).toEqual(tree);
});

/* RFC 9162 §2.1.4.1: a proof of consistency may have one hash more, where the smaller tree is odd. */
test("at a million leaves a proof of inclusion is at most twenty hashes, one of consistency one more", () => {
  for (let at = 1; at < 1_000_000; at += 9_973) {
    expect(inclusionPath(at - 1, 1_000_000).length).toBeLessThanOrEqual(20);
    expect(consistencyPath(at, 1_000_000).length).toBeLessThanOrEqual(at % 2 === 0 ? 20 : 21);
  }
});

test("a proof that is longer, shorter, turned about or of another size proves nothing", () => {
  const of = (index: number, size: number) => ({ leaf: leaves[index] ?? "", index, size, root: rootsTo[size] ?? "", proof: inclusionPath(index, size).map(({ start, end }) => rangeHash(start, end)) });
  const good = of(5, 13);
  expect(isIncluded(good)).toBe(true);
  for (const bad of [{ proof: [...good.proof, emptyRoot] }, { proof: good.proof.slice(1) }, { proof: good.proof.slice(0, -1) }, { proof: good.proof.toReversed() }, { index: 4 }, { index: 13 }, { index: -1 }, { index: 5.5 }, { size: 40 }, { root: emptyRoot }, { proof: ["not a hash"] }]) expect(isIncluded({ ...good, ...bad })).toBe(false);
  const [from, to] = [{ size: 6, root: rootsTo[6] ?? "" }, { size: 13, root: rootsTo[13] ?? "" }];
  const proof = consistencyPath(6, 13).map(({ start, end }) => rangeHash(start, end));
  expect(isConsistent({ from, to, proof })).toBe(true);
  for (const bad of [{ proof: [] }, { proof: [...proof, emptyRoot] }, { proof: proof.slice(1) }, { from: to, to: from }, { from: { ...from, size: 5 } }, { to: { ...to, root: from.root } }, { from: { size: 13, root: from.root }, proof: [] }, { proof: proof.map(() => "f") }]) expect(isConsistent({ from, to, proof, ...bad })).toBe(false);
  expect(isConsistent({ from: { size: 0, root: emptyRoot }, to, proof: [] })).toBe(true);
});

function treeOf(all: readonly Hash[]): Map<string, Hash> {
  return new Map(grown([], 0, all).map((node) => [nodeKey(node), node.hash]));
}

async function pick(nodes: readonly TreeNode[]): Promise<Map<string, Hash>> {
  expect(nodes.length).toBeLessThanOrEqual(20);
  return new Map(nodes.flatMap((node) => (tree.has(nodeKey(node)) ? [[nodeKey(node), tree.get(nodeKey(node)) ?? ""] as const] : [])));
}

function rangeHash(start: number, end: number): Hash {
  if (end - start <= 1) return end > start ? (leaves[start] ?? "") : emptyRoot;
  const at = start * 1024 + end;
  const before = ranges.get(at);
  if (before !== undefined) return before;
  let half = 1;
  while (half * 2 < end - start) half *= 2;
  const hash = nodeHash(rangeHash(start, start + half), rangeHash(start + half, end));
  ranges.set(at, hash);
  return hash;
}
