import type { Language } from "../language.ts";

/** What can be looked up. The last three come with the project; the others grow by import. */
export const catalogueKinds = ["organisations", "un-numbers", "hs-codes", "cas", "cites-species", "pathogens", "rates", "control-points", "currencies", "countries"] as const;
export type CatalogueKind = (typeof catalogueKinds)[number];

export function isCatalogueKind(name: string): name is CatalogueKind {
  return (catalogueKinds as readonly string[]).includes(name);
}

/** One thing of a catalogue. `code` is how its field writes it: `UN3373`, `02zhqgq86`, `64-17-5`, `HKD`. */
export type Entry = {
  readonly code: string;
  /** Names as the source gives them; at least one. */
  readonly names: Readonly<Partial<Record<Language, string>>>;
  /** Other names it is found by. */
  readonly also: readonly string[];
  /** What choosing it tells: class, packing groups, appendix, category, level. */
  readonly attributes: Readonly<Record<string, string | readonly string[]>>;
};

/** A source, and the day on which it was imported; null for what comes with the project. */
export type Origin = { readonly source: string; readonly on: string | null };

/** What one source says of one thing. */
export type Sourced = Entry & Origin;

/** What was found, as one: `named` when the query is its code or one of its names and not a part of them, `from` what each source says. */
export type Found = Entry & { readonly named: boolean; readonly from: readonly (Origin & Pick<Entry, "names" | "attributes">)[] };

/** What a source says of the thing that a form calls `asked`. */
export type Told = Origin & Pick<Entry, "names" | "attributes"> & { readonly kind: CatalogueKind; readonly asked: string };

/** The name in a language, else the first there is. */
export function nameOf({ code = "", names }: Pick<Entry, "names"> & { readonly code?: string }, language: Language): string {
  return names[language] ?? (language.startsWith("zh") ? (names["zh-Hans"] ?? names["zh-Hant"]) : undefined) ?? Object.values(names)[0] ?? code;
}

/** Two descriptions of the same thing as one: the first names it, the second adds what it knows besides. */
export function merged(first: Entry, second: Entry): Entry {
  const attributes: Record<string, string | readonly string[]> = { ...second.attributes, ...first.attributes };
  for (const [name, value] of Object.entries(first.attributes)) {
    const more = second.attributes[name];
    if (Array.isArray(value) && Array.isArray(more)) attributes[name] = [...new Set([...value, ...more])];
  }
  const names = { ...second.names, ...first.names };
  const also = new Set([...first.also, ...second.also, ...Object.values(second.names)]);
  for (const name of Object.values(names)) also.delete(name);
  return { code: first.code, names, also: [...also], attributes };
}
