import { and, eq, like, sql } from "drizzle-orm";
import type { Actor } from "../../lib/access/actor.ts";
import type { CatalogueKind, Entry } from "../../lib/catalogue/entry.ts";
import { wordsOf } from "../../lib/catalogue/fold.ts";
import { asLister } from "../client.ts";
import { catalogueEntries } from "../schema/catalogue.ts";

/** More than anybody looks through; the best of them are shown. */
const most = 300;

/** Imported entries that hold every word of the query, shortest first. */
export async function imported(actor: Actor, kind: CatalogueKind, query: string): Promise<readonly Entry[]> {
  const { code, names, also, attributes, search } = catalogueEntries;
  const holds = wordsOf(query).map((word) => like(search, `%${word.replaceAll(/[\\%_]/g, (character) => `\\${character}`)}%`));
  return asLister(actor, (tx) =>
    tx.select({ code, names, also, attributes }).from(catalogueEntries).where(and(eq(catalogueEntries.kind, kind), ...holds)).orderBy(sql`length(${search})`, code).limit(most),
  );
}
