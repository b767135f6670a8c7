import { gunzipSync } from "node:zlib";
import { keepEntries } from "../../db/catalogue.ts";
import { asActor } from "../../db/client.ts";
import { imported } from "../../db/queries/catalogue.ts";
import type { Actor } from "../access/actor.ts";
import { builtIn } from "../catalogue/built-in.ts";
import type { CatalogueKind, Entry } from "../catalogue/entry.ts";
import { readCatalogueFile, type WrongRow } from "../catalogue/read-file.ts";
import { best, isFoundBy } from "../catalogue/search.ts";
import { type Clock, realClock } from "./clock.ts";

export type Imported = { readonly ok: true; readonly source: string; readonly rows: number; readonly entries: number; readonly changed: number; readonly wrong: readonly WrongRow[] } | { readonly ok: false; readonly why: string };

/** Imports a table as its publisher gives it, packed or not; all of its good rows or none. The same file again changes nothing. */
export async function importCatalogue(kind: CatalogueKind, file: Uint8Array, clock: Clock = realClock): Promise<Imported> {
  const bytes = unpacked(file);
  if (bytes === null) return { ok: false, why: "the file looks packed by gzip and cannot be unpacked" };
  const read = readCatalogueFile(kind, bytes);
  if (!read.ok) return read;
  const changed = await asActor({ kind: "system" }, (tx) => keepEntries(tx, kind, read.source, read.entries, clock().toISOString()));
  return { ok: true, source: read.source, rows: read.rows, entries: read.entries.length, changed, wrong: read.wrong };
}

/** What a query finds in a catalogue, in any of the languages, the best first. Without a query: the first of those that come with the project. */
export async function lookUp(actor: Actor, kind: CatalogueKind, query: string, limit = 20): Promise<readonly Entry[]> {
  if (query.trim() === "") return builtIn(kind).slice(0, limit);
  const found = await imported(actor, kind, query);
  return best(query, [...found, ...builtIn(kind).filter((entry) => isFoundBy(query, entry))], limit);
}

/** No published table unpacks to more than this. */
const largest = 256 * 1024 * 1024;

function unpacked(file: Uint8Array): Uint8Array | null {
  if (file[0] !== 0x1f || file[1] !== 0x8b) return file;
  try {
    return gunzipSync(file, { maxOutputLength: largest });
  } catch {
    return null;
  }
}
