import { createHash } from "node:crypto";
import { refusal, type Refusal } from "../../request/refusal.ts";
import { allocate, type Share } from "./allocate.ts";
import { byBytes, inCanonicalOrder, type Item, type Population, populationOf } from "./population.ts";

/** What is asked for: how many, by which seed; whether each stratum gives one at least. */
export type Drawing = { readonly size: number; readonly seed: string; readonly atLeastOne?: boolean };
export type Drawn<T extends Item = Item> = {
  readonly population: Population;
  /** Empty where nothing was stratified. */
  readonly strata: readonly Share[];
  /** In the order of their ranks. */
  readonly sample: readonly (T & { readonly rank: string })[];
};

/** The rank of an item under a seed: SHA-256 over the seed, a zero byte and the item, all as UTF-8. The lowest ranks are drawn. */
export function rankOf(seed: string, item: string): string {
  return createHash("sha256").update(seed, "utf8").update(Buffer.of(0)).update(item, "utf8").digest("hex");
}

/**
 * Draws a sample that anybody can draw again: simple where no item has a stratum, else so many from each stratum as `allocate`
 * says. Which items are drawn depends on the seed and the items alone, not on the order in which they come. `docs/sampling.md`
 * says the same in words and in Python. Refuses a sample larger than the population, or one that cannot give each stratum one.
 */
export function draw<T extends Item>(items: readonly T[], { size, seed, atLeastOne = false }: Drawing): Drawn<T> | { readonly refusals: readonly Refusal[] } {
  const ordered = inCanonicalOrder(items);
  const groups = grouped(ordered);
  const strata = [...groups].map(([stratum, of]) => ({ stratum, size: of.length })).toSorted((a, b) => byBytes(a.stratum, b.stratum));
  const isStratified = ordered.some(({ stratum }) => stratum !== undefined);
  if (ordered.length === 0) return { refusals: [refusal("populationEmpty", {}, "size")] };
  if (size > ordered.length) return { refusals: [refusal("sampleTooLarge", { size, most: ordered.length }, "size")] };
  if (isStratified && atLeastOne && size < strata.length) return { refusals: [refusal("fewerThanStrata", { size, strata: strata.length }, "size")] };
  const shares = allocate(strata, size, isStratified && atLeastOne);
  const sample = shares.flatMap(({ stratum, drawn }) => lowest(groups.get(stratum) ?? [], seed, drawn));
  return { population: populationOf(ordered), strata: isStratified ? shares : [], sample: sample.toSorted(byRank) };
}

function grouped<T extends Item>(items: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of items) {
    const group = groups.get(one.stratum ?? "");
    if (group) group.push(one);
    else groups.set(one.stratum ?? "", [one]);
  }
  return groups;
}

function lowest<T extends Item>(items: readonly T[], seed: string, count: number): (T & { readonly rank: string })[] {
  return items
    .map((one) => ({ ...one, rank: rankOf(seed, one.item) }))
    .toSorted(byRank)
    .slice(0, count);
}

function byRank(a: { readonly rank: string }, b: { readonly rank: string }): number {
  return a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0;
}
