import { gunzipSync } from "node:zlib";
import { keepEntries } from "../../db/catalogue.ts";
import { asActor, asReader, type ScopedTx } from "../../db/client.ts";
import { listOrganisations } from "../../db/queries/organisations.ts";
import { imported, importedByName } from "../../db/queries/catalogue.ts";
import type { Actor } from "../access/actor.ts";
import { builtIn } from "../catalogue/built-in.ts";
import type { CatalogueKind, Found, Sourced, Told } from "../catalogue/entry.ts";
import { readCatalogueFile, type WrongRow } from "../catalogue/read-file.ts";
import { found, isFoundBy, isNamed } from "../catalogue/search.ts";
import { asked, type Row } from "../catalogue/tells.ts";
import { kindDefinition } from "../kind/registry.ts";
import type { Kind } from "../policy/pack.ts";
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
export async function lookUp(actor: Actor, kind: CatalogueKind, query: string, limit = 20): Promise<readonly Found[]> {
  const own = kind === "organisations" ? await joined() : ours(kind);
  if (query.trim() === "") return found("", own.slice(0, limit), limit);
  return found(query, [...(await imported(actor, kind, query)), ...own.filter((entry) => isFoundBy(query, entry))], limit);
}

/** What the tables say of the numbers and names in these lines. A kind whose lines are looked up in no table costs no question. */
export async function toldIn(tx: ScopedTx, kind: Kind, lines: readonly unknown[]): Promise<Told[]> {
  const wanted = asked(kindDefinition(kind).lines ?? {}, lines as readonly Row[]);
  const rows = await Promise.all(wanted.map(({ kind: of, texts }) => importedByName(tx, of, texts)));
  return wanted.flatMap(({ kind: of, texts }, at) => {
    const known: Sourced[] = [...(rows[at] ?? []), ...ours(of)];
    return texts.flatMap((text) => known.filter((entry) => isNamed(entry, text)).map(({ source, on, names, attributes }) => ({ kind: of, asked: text, source, on, names, attributes })));
  });
}

/** The same for a page. */
export function toldOf(actor: Actor, { kind, lines }: { readonly kind: Kind; readonly lines: readonly unknown[] }): Promise<Told[]> {
  return asReader(actor, (tx) => toldIn(tx, kind, lines));
}

/** Those that have joined are found without any import, in each of their languages. */
async function joined(): Promise<Sourced[]> {
  const organisations = await listOrganisations();
  return organisations.flatMap(({ ror, names, id }) => (ror === null ? [] : [{ code: ror, names, also: [id], attributes: {}, source: "built-in", on: null }]));
}

function ours(kind: CatalogueKind): readonly Sourced[] {
  return (made[kind] ??= builtIn(kind).map((entry) => ({ ...entry, source: "built-in", on: null })));
}

/** Made once: what an entry is found by is remembered beside it. */
const made: Partial<Record<CatalogueKind, readonly Sourced[]>> = {};

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
