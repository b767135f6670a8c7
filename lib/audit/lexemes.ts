import { fold } from "../catalogue/fold.ts";

/** A word as the search keeps it, and where it stands in the text: neighbours are found as neighbours. */
export type Placed = { readonly word: string; readonly at: number };

/** More words of one text are not searched; PostgreSQL counts places no further than 16383. */
const mostWords = 12_000;

/**
 * Text as words that compare: width, case, accents and the script of Chinese do not count. Chinese is written without spaces,
 * so each character is kept with the one after it, and the last of a run by itself: what is asked for is found anywhere in it.
 */
export function placedWords(text: string, from = 1): Placed[] {
  const found: Placed[] = [];
  for (const run of fold(text).match(runs) ?? []) {
    if (found.length >= mostWords) break;
    const letters = isHan(run) ? [...run] : null;
    if (letters) for (const [at, letter] of letters.entries()) found.push({ word: letter + (letters[at + 1] ?? ""), at: from + found.length });
    else found.push({ word: run.slice(0, 60), at: from + found.length });
  }
  return found.slice(0, mostWords);
}

export type AskedWord = { readonly word: string; readonly begins: boolean };

/**
 * The same of what somebody asks for, in their order: a run of Chinese as its pairs, and one character alone as the beginning of a pair.
 */
export function askedWords(text: string): AskedWord[] {
  return (fold(text).match(runs) ?? []).flatMap((run): AskedWord[] => {
    if (!isHan(run)) return [{ word: run.slice(0, 60), begins: false }];
    const letters = [...run];
    if (letters.length === 1) return [{ word: run, begins: true }];
    return letters.slice(0, -1).map((letter, at) => ({ word: letter + (letters[at + 1] ?? ""), begins: false }));
  });
}

const runs = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;

function isHan(run: string): boolean {
  return /^\p{Script=Han}/u.test(run);
}

/** Words and facets as PostgreSQL reads a `tsvector`. Facets begin with `=`, which no word does. */
export function asVector(words: readonly Placed[], facets: Iterable<string>): string {
  const places = new Map<string, number[]>();
  for (const { word, at } of words) {
    const known = places.get(word);
    // It keeps no more than 255 places of a word.
    if (!known) places.set(word, [at]);
    else if (known.length < 200) known.push(at);
  }
  return [...[...new Set(facets)].map((facet) => quoted(`=${facet}`)), ...[...places].map(([word, at]) => `${quoted(word)}:${at.join(",")}`)].join(" ");
}

/** A word or facet between quotes, as `tsvector` and `tsquery` read it. */
export function quoted(word: string): string {
  return `'${word.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
}
