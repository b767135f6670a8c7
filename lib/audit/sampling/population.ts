import { createHash } from "node:crypto";

/** Something that can be drawn, by its id; its stratum where strata are asked for. */
export type Item = { readonly item: string; readonly stratum?: string };
/** What a sample was drawn from: how many items, and the digest that tells whether they are still the same. */
export type Population = { readonly size: number; readonly digest: string };

/**
 * The order in which a population is written down: by the bytes of its UTF-8 text, each item once. An item that is given twice
 * counts under the stratum it was given first.
 */
export function inCanonicalOrder<T extends Item>(items: readonly T[]): T[] {
  const once = new Map<string, T>();
  for (const one of items) if (!once.has(one.item)) once.set(one.item, one);
  return [...once.values()].toSorted((a, b) => byBytes(a.item, b.item));
}

/** SHA-256 over the items in canonical order, each followed by a line feed; with strata each followed by a tab and its stratum before it. */
export function populationOf(items: readonly Item[]): Population {
  const hash = createHash("sha256");
  const ordered = inCanonicalOrder(items);
  for (const { item, stratum } of ordered) hash.update(stratum === undefined ? `${item}\n` : `${item}\t${stratum}\n`, "utf8");
  return { size: ordered.length, digest: hash.digest("hex") };
}

/** UTF-8 orders as code points do; JavaScript's own order of texts differs beyond the basic plane. */
export function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a, "utf8"), Buffer.from(b, "utf8"));
}
