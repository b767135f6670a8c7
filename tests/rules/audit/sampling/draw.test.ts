import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allocate } from "../../../../lib/audit/sampling/allocate.ts";
import { draw, type Drawing, type Drawn, rankOf } from "../../../../lib/audit/sampling/draw.ts";
import { type Item, populationOf } from "../../../../lib/audit/sampling/population.ts";

const letters = [..."abcdefghij"].map((item) => ({ item }));
const manual = readFileSync("docs/sampling.md", "utf8");

function drawn<T extends Item>(items: readonly T[], asked: Drawing): Drawn<T> {
  const found = draw(items, asked);
  if ("refusals" in found) throw new Error(JSON.stringify(found.refusals));
  return found;
}

const names = fc.uniqueArray(fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }).filter((text) => !/[\t\n\r]/.test(text) && text.trim() === text && text !== ""), { minLength: 1, maxLength: 40 });
const stratified = names.chain((items) => fc.array(fc.constantFrom("CN", "HK", "MO", "樣本"), { minLength: items.length, maxLength: items.length }).map((strata) => items.map((item, at) => ({ item, stratum: strata[at] ?? "" }))));

describe("a simple sample", () => {
  test("has as many as asked for, each once and from the population, the lowest ranks first", () => {
    fc.assert(
      fc.property(names, fc.string({ minLength: 1 }), fc.nat(), (all, seed, any) => {
        const size = 1 + (any % all.length);
        const { sample, population } = drawn(all.map((item) => ({ item })), { size, seed });
        expect(sample).toHaveLength(size);
        expect(population.size).toBe(all.length);
        expect(new Set(sample.map(({ item }) => item)).size).toBe(size);
        const ranks = all.map((item) => rankOf(seed, item)).toSorted();
        expect(sample.map(({ rank }) => rank)).toEqual(ranks.slice(0, size));
      }),
    );
  });

  test("does not depend on the order in which items come, nor on one that comes twice", () => {
    fc.assert(
      fc.property(stratified, fc.string({ minLength: 1 }), fc.nat(), fc.boolean(), (items, seed, any, atLeastOne) => {
        const size = 1 + (any % items.length);
        expect(draw([...items.toReversed(), ...items.toReversed()], { size, seed, atLeastOne })).toEqual(draw(items, { size, seed, atLeastOne }));
      }),
    );
  });

  test("draws every item about as often as every other", () => {
    const counts = new Map(letters.map(({ item }) => [item, 0]));
    for (let seed = 0; seed < 2000; seed++) for (const { item } of drawn(letters, { size: 3, seed: String(seed) }).sample) counts.set(item, (counts.get(item) ?? 0) + 1);
    // 600 each are expected, with a standard deviation of 20.5.
    for (const [item, count] of counts) expect([item, Math.abs(count - 600) < 90]).toEqual([item, true]);
  });

  test("is the one that the manual says, and so is its digest", () => {
    const { sample, population } = drawn(letters, { size: 3, seed: "causeway" });
    expect(manual).toContain(`have the digest \`${population.digest}\``);
    expect(manual).toContain(`three are drawn: ${sample.map(({ item }) => `\`${item}\``).join(", ")}.`);
  });
});

describe("a stratified sample", () => {
  test("takes from each stratum its share: as many as asked for, none more than it has, within one of its proportion", () => {
    fc.assert(
      fc.property(stratified, fc.string({ minLength: 1 }), fc.nat(), (items, seed, any) => {
        const size = 1 + (any % items.length);
        const { sample, strata } = drawn(items, { size, seed });
        expect(strata.reduce((sum, { drawn: count }) => sum + count, 0)).toBe(size);
        for (const { stratum, size: of, drawn: count } of strata) {
          expect(count).toBeLessThanOrEqual(of);
          expect(Math.abs(count - (size * of) / items.length)).toBeLessThan(1);
          expect(sample.filter((one) => one.stratum === stratum)).toHaveLength(count);
        }
      }),
    );
  });

  test("takes one of each at least where that is wished, and never more than there are", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 8 }), fc.nat(), (sizes, any) => {
        const whole = sizes.reduce((sum, size) => sum + size, 0);
        const size = sizes.length + (any % (whole - sizes.length + 1));
        const shares = allocate(sizes.map((of, at) => ({ stratum: String(at), size: of })), size, true);
        expect(shares.reduce((sum, { drawn: count }) => sum + count, 0)).toBe(size);
        for (const { drawn: count, size: of } of shares) expect([count >= 1, count <= of]).toEqual([true, true]);
      }),
    );
  });

  test.each([
    ["the largest remainder gets what is missing", [["a", 50], ["b", 30], ["c", 20]], 4, false, [2, 1, 1]],
    ["equal remainders go to the larger stratum", [["a", 3], ["b", 1]], 2, false, [2, 0]],
    ["equal strata go by name", [["b", 2], ["a", 2]], 1, false, [0, 1]],
    ["one of each comes first", [["a", 98], ["b", 1], ["c", 1]], 5, true, [3, 1, 1]],
  ] as const)("%s", (_, strata, size, atLeastOne, expected) => {
    expect(allocate(strata.map(([stratum, of]) => ({ stratum, size: of })), size, atLeastOne).map(({ drawn: count }) => count)).toEqual(expected);
  });
});

test("a population is told from another by its digest: by its items, and by their strata", () => {
  const digests = [letters, letters.slice(1), letters.map((one) => ({ ...one, stratum: "a" })), letters.map((one) => ({ ...one, stratum: "b" }))].map((items) => populationOf(items).digest);
  expect(new Set(digests).size).toBe(4);
});

test.each([
  ["more than there are", letters, { size: 11, seed: "s" }, "sampleTooLarge"],
  ["from nothing", [], { size: 1, seed: "s" }, "populationEmpty"],
  ["one of each of more strata", letters.map((one) => ({ ...one, stratum: one.item })), { size: 9, seed: "s", atLeastOne: true }, "fewerThanStrata"],
] as const)("%s is refused", (_, items, asked, code) => {
  expect(draw(items, asked)).toMatchObject({ refusals: [{ code, path: "size" }] });
});
