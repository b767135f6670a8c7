import { sql } from "drizzle-orm";
import type { CatalogueKind, Entry } from "../lib/catalogue/entry.ts";
import { searchTextOf } from "../lib/catalogue/search.ts";
import type { ScopedTx } from "./client.ts";
import { catalogueEntries } from "./schema/catalogue.ts";

/** Keeps entries of one source; those that are the same already stay untouched. Answers how many were new or changed. */
export async function keepEntries(tx: ScopedTx, kind: CatalogueKind, source: string, entries: readonly Entry[], changedAt: string): Promise<number> {
  let changed = 0;
  for (let at = 0; at < entries.length; at += batch) {
    const rows = entries.slice(at, at + batch).map((entry) => ({ kind, source, changedAt, code: entry.code, names: entry.names, also: [...entry.also], attributes: entry.attributes, search: searchTextOf(entry) }));
    const kept = await tx
      .insert(catalogueEntries)
      .values(rows)
      .onConflictDoUpdate({
        target: [catalogueEntries.kind, catalogueEntries.code, catalogueEntries.source],
        set: { names: sql`excluded.names`, also: sql`excluded.also`, attributes: sql`excluded.attributes`, search: sql`excluded.search`, changedAt: sql`excluded.changed_at` },
        setWhere: sql`(${catalogueEntries.names}, ${catalogueEntries.also}, ${catalogueEntries.attributes}) is distinct from (excluded.names, excluded.also, excluded.attributes)`,
      })
      .returning({ code: catalogueEntries.code });
    changed += kept.length;
  }
  return changed;
}

/** Parameters of one statement are limited to 65,535. */
const batch = 1000;
