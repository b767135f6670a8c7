import { and, desc, eq, like, lte, sql } from "drizzle-orm";
import type { Actor } from "../../lib/access/actor.ts";
import type { CatalogueKind, Sourced } from "../../lib/catalogue/entry.ts";
import { fold, wordsOf } from "../../lib/catalogue/fold.ts";
import { type Currency, currencies, type Rate } from "../../lib/kind/funds/currencies.ts";
import { asLister, type ScopedTx } from "../client.ts";
import { catalogueEntries } from "../schema/catalogue.ts";

/** More than anybody looks through; the best of them are shown. */
const most = 300;

const { code, names, also, attributes, search, source, changedAt } = catalogueEntries;
/** The day at the boundary on which a row last changed. */
const on = sql<string>`to_char(${changedAt} at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`;
const row = { code, names, also, attributes, source, on };

/** Imported entries that hold every word of the query, shortest first. */
export async function imported(actor: Actor, kind: CatalogueKind, query: string): Promise<readonly Sourced[]> {
  const holds = wordsOf(query).map((word) => like(search, `%${word.replaceAll(/[\\%_]/g, (character) => `\\${character}`)}%`));
  return asLister(actor, (tx) => tx.select(row).from(catalogueEntries).where(and(eq(catalogueEntries.kind, kind), ...holds)).orderBy(sql`length(${search})`, code).limit(most));
}

/** Imported entries whose code, or one of whose names, is one of these texts. Each line of `search` is one of them, folded. */
export function importedByName(tx: ScopedTx, kind: CatalogueKind, texts: readonly string[]): Promise<Sourced[]> {
  // No table has a NUL in it, and PostgreSQL takes none.
  const lines = texts.filter((text) => !text.includes("\u0000")).map((text) => `\n${fold(text)}\n`);
  const isOne = sql`exists (select from unnest(${sql.param(lines)}::text[]) as wanted (line) where strpos(E'\\n' || ${search} || E'\\n', wanted.line) > 0)`;
  return tx.select(row).from(catalogueEntries).where(and(eq(catalogueEntries.kind, kind), isOne)).limit(most);
}

/** The last imported rate of each currency that is not after a day; of every day without one. Codes are `HKD 2026-11-20`. */
export async function importedRates(tx: ScopedTx, day: string | null): Promise<Rate[]> {
  const found = await Promise.all(
    currencies.map((currency) => {
      const until = day === null ? [] : [lte(code, `${currency} ${day}`)];
      return tx.select({ attributes }).from(catalogueEntries).where(and(eq(catalogueEntries.kind, "rates"), like(code, `${currency} %`), ...until)).orderBy(desc(code)).limit(1);
    }),
  );
  return found.flat().map(({ attributes: said }) => ({ currency: said.currency as Currency, day: String(said.day), perUsd: String(said.perUsd), source: String(said.publisher) }));
}
