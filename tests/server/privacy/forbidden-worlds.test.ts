import { expect, test, vi } from "vitest";

/*
 * Property P4, generated: worlds by chance, each word of them a canary, and everything that each role can get looked through for words that are not theirs.
 * What else tells that one of the masks is broken: in searches and ledgers of advisers tests/server/api-advisers and tests/rules/access/advisers-and-ledgers, in names of
 * officers tests/server/nameless-desks, in the classes tests/rules/request/visibility and word-readers. Where a list forgets its own wall, the database's holds.
 * `SEED=…` replays a world, `WORLDS=…` makes so many from it on, and with `FURTHER=1` more people look. A change of the commands changes every world.
 */

const first = Number(process.env.SEED ?? 2);
const worlds = Number(process.env.WORLDS ?? 1);

test.each(Array.from({ length: worlds }, (_, at) => first + at))("nobody comes upon a word that is not theirs, in a world of seed %i", async (seed) => {
  // Settings and connections are those of one world.
  vi.resetModules();
  const { lookThrough } = await import("./look-through.ts");
  const { wrong, unwalked, missed, classes, told } = await lookThrough(seed);
  expect(wrong, told).toEqual([]);
  // Each page and route there is was walked; and each word was come upon by somebody, or looking would prove nothing.
  expect(unwalked, told).toEqual([]);
  expect(missed, told).toEqual([]);
  expect(classes, told).toBeGreaterThan(3);
}, 600_000);
