import { fold } from "../catalogue/fold.ts";

/** Something that goes by an id and has names. */
export type NamedThing = { readonly id: string; readonly names: Readonly<Record<string, string>> };

/** The ids, up to `most`, that come nearest to what somebody typed, the nearest first: a letter in four may be wrong, be it of the id, of a name, or of a word in one. */
export function nearNames(typed: string, things: readonly NamedThing[], most = 3): string[] {
  const word = fold(typed.trim());
  const allowed = Math.floor([...word].length / 4) || (/\p{Script=Han}/u.test(word) ? 1 : 0);
  if ([...word].length < 3 || [...word].length > 60 || allowed === 0) return [];
  return things
    .map(({ id, names }) => ({ id, apart: Math.min(...[id, ...Object.values(names)].flatMap((name) => spellings(fold(name))).map((one) => distance(word, one, allowed))) }))
    .filter(({ apart }) => apart <= allowed)
    .toSorted((a, b) => a.apart - b.apart || (a.id < b.id ? -1 : 1))
    .slice(0, most)
    .map(({ id }) => id);
}

function spellings(name: string): string[] {
  return [...new Set([name, ...name.split(/[^\p{L}\p{N}]+/u).filter((part) => part.length > 2)])];
}

/** How many letters differ (Levenshtein); anything past `most` is as good as `most + 1`. */
function distance(one: string, other: string, most: number): number {
  const [a, b] = [[...one], [...other]];
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = b.map((_, at) => at + 1);
  for (const [row, letter] of a.entries()) {
    const next: number[] = [];
    for (const [at, against] of b.entries()) {
      const [left, above, corner] = [at === 0 ? row + 1 : (next[at - 1] ?? 0), before[at] ?? 0, at === 0 ? row : (before[at - 1] ?? 0)];
      next.push(Math.min(left + 1, above + 1, corner + (letter === against ? 0 : 1)));
    }
    if (Math.min(...next) > most) return most + 1;
    before = next;
  }
  return before.at(-1) ?? a.length;
}
