/** Chance that a seed repeats, and words that stand nowhere else. */
export type Chance = {
  readonly upTo: (many: number) => number;
  readonly pick: <T>(from: readonly T[]) => T;
  readonly mixed: <T>(from: readonly T[]) => T[];
  /** A word by which whoever comes upon it knows where it was written. */
  readonly canary: () => string;
};

/** The seed is one number; mulberry32 makes of it as many as are asked for. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const upTo = (many: number) => Math.floor(next() * many);
  return {
    upTo,
    pick(from) {
      const one = from[upTo(from.length)];
      if (one === undefined) throw new Error("nothing to pick from");
      return one;
    },
    mixed: (from) => from.map((one) => [next(), one] as const).toSorted(([a], [b]) => a - b).map(([, one]) => one),
    canary: () => `zq${Array.from({ length: 8 }, () => consonants[upTo(consonants.length)]).join("")}`,
  };
}

/** No letters that make a word of any language, and none that one script writes in two ways. */
const consonants = "bcdfghjklmnprstvw";

/** Every canary of a text, wherever in a word it stands. */
export function canariesIn(text: string): Set<string> {
  return new Set(text.match(/zq[bcdfghjklmnprstvw]{8}/g));
}
