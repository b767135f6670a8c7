import { type Hash, nodeHash } from "./merkle.ts";

/** Whether a proof shows that `leaf` (a leaf hash) stands at `index`, from 0, in the tree of `size` leaves with this root (RFC 9162 §2.1.3.2). */
export function isIncluded({ leaf, index, size, proof, root }: { readonly leaf: Hash; readonly index: number; readonly size: number; readonly proof: readonly Hash[]; readonly root: Hash }): boolean {
  if (!isCount(index) || !isCount(size) || index >= size || !proof.every(isHash)) return false;
  let [fn, sn, hash] = [index, size - 1, leaf];
  for (const part of proof) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      hash = nodeHash(part, hash);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, half(sn)];
    } else hash = nodeHash(hash, part);
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && hash === root;
}

/** Whether a proof shows that the tree of `to.size` leaves begins with the tree of `from.size` leaves (RFC 9162 §2.1.4.2). Every tree begins with the empty one. */
export function isConsistent({ from, to, proof }: { readonly from: { readonly size: number; readonly root: Hash }; readonly to: { readonly size: number; readonly root: Hash }; readonly proof: readonly Hash[] }): boolean {
  if (!isCount(from.size) || !isCount(to.size) || from.size > to.size || !proof.every(isHash)) return false;
  if (from.size === to.size) return proof.length === 0 && from.root === to.root;
  if (from.size === 0) return proof.length === 0;
  const [first, ...rest] = Number.isInteger(Math.log2(from.size)) ? [from.root, ...proof] : proof;
  if (first === undefined) return false;
  let [fn, sn] = [from.size - 1, to.size - 1];
  while (fn % 2 === 1) [fn, sn] = [half(fn), half(sn)];
  let [older, newer] = [first, first];
  for (const part of rest) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      [older, newer] = [nodeHash(part, older), nodeHash(part, newer)];
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, half(sn)];
    } else newer = nodeHash(newer, part);
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && older === from.root && newer === to.root;
}

function half(n: number): number {
  return Math.floor(n / 2);
}

function isCount(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 0;
}

function isHash(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}
