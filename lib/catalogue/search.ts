import { cities, cityIds } from "../place/cities.ts";
import { type Entry, type Found, merged, type Sourced } from "./entry.ts";
import { fold, wordsOf } from "./fold.ts";

/** Everything that an entry is found by, as it is compared. Places are found by their names in every language. */
export function searchTextOf(entry: Entry): string {
  const known = texts.get(entry);
  if (known !== undefined) return known;
  const text = textOf(entry);
  texts.set(entry, text);
  return text;
}

/** Folding is slow, and what comes with the project is searched again and again. */
const texts = new WeakMap<Entry, string>();

function textOf({ code, names, also, attributes }: Entry): string {
  const city = typeof attributes.city === "string" ? attributes.city : undefined;
  const place = cityIds.find((id) => Object.values(cities[id].name).includes(city ?? ""));
  const cityNames = place ? Object.values(cities[place].name) : [city ?? ""];
  return [...new Set([code, ...Object.values(names), ...also, ...cityNames].map(fold))].filter((text) => text !== "").join("\n");
}

/** The best of what was found: rows of one code as one entry, the code itself first, then names that begin with the query. */
export function best(query: string, found: readonly Entry[], limit: number): Entry[] {
  const byCode = new Map<string, Entry>();
  for (const entry of found) {
    const before = byCode.get(entry.code);
    byCode.set(entry.code, before ? merged(before, entry) : entry);
  }
  const wanted = fold(query.trim());
  const ranked = [...byCode.values()].map((entry) => ({ entry, rank: rankOf(entry, wanted) }));
  return ranked.toSorted((a, b) => a.rank - b.rank || a.entry.code.localeCompare(b.entry.code, "en", { numeric: true })).slice(0, limit).map(({ entry }) => entry);
}

/** The best of what was found, with what each of its sources says. */
export function found(query: string, rows: readonly Sourced[], limit: number): Found[] {
  return best(query, rows, limit).map(({ code, names, also, attributes }) => {
    const own = rows.filter((row) => row.code === code);
    return { code, names, also, attributes, named: own.some((row) => isNamed(row, query)), from: own.map(({ source, on, names: said, attributes: tells }) => ({ source, on, names: said, attributes: tells })) };
  });
}

/** Whether a text is the code of an entry or one of its names: all of it, not a part. */
export function isNamed(entry: Entry, text: string): boolean {
  const wanted = fold(text.trim());
  return wanted !== "" && searchTextOf(entry).split("\n").includes(wanted);
}

/** Whether an entry holds every word of the query. */
export function isFoundBy(query: string, entry: Entry): boolean {
  const text = searchTextOf(entry);
  const words = wordsOf(query);
  return words.length > 0 && words.every((word) => text.includes(word));
}

function rankOf({ code, names, also, attributes }: Entry, wanted: string): number {
  const retired = attributes.status === "withdrawn" || attributes.status === "inactive" ? 10 : 0;
  const own = [code, ...also.filter((name) => name.length <= 8)].map(fold);
  const all = Object.values(names).map(fold);
  if (own.includes(wanted) || all.includes(wanted)) return retired;
  if (all.some((name) => name.startsWith(wanted)) || own.some((name) => name.startsWith(wanted))) return retired + 1;
  return retired + 2 + Math.min(5, Math.floor(Math.min(...all.map((name) => name.length), 250) / 50));
}
