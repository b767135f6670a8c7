import { notInArray } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { ScopedTx } from "./client.ts";
import { anyOf } from "./prepared.ts";
import { heads } from "./schema/record.ts";
import type { Problem, StoredLink } from "./verify.ts";
import { type Held, type Row, rowDifferences, rowLabel } from "./verify-rows.ts";

/* What has a chain of its own beside requests (a dossier, an account): what its entries come to, and its rows held to that. */

/** A read table of such chains, and the column that says whose a row is. */
export type Owned = Held & { readonly owner: PgColumn };
type Chain = { readonly stream: string; readonly links: readonly StoredLink[] };

/** What a chain comes to, or its first entry that cannot be read or cannot follow the one before. */
export function played<E, S>({ stream, links }: Chain, read: (link: StoredLink) => E, evolve: (state: S | { readonly status: "none" }, event: E) => S): { readonly state: S } | { readonly problem: Problem } {
  let state: S | undefined;
  for (const link of links) {
    const problem = (field: string, code: string) => ({ problem: { stream, seq: link.seq, field, code } });
    try {
      const event = read(link);
      try {
        state = evolve(state ?? { status: "none" }, event);
      } catch {
        return problem("type", "outOfOrder");
      }
    } catch {
      return problem("data", "malformed");
    }
  }
  return state === undefined ? { problem: { stream, seq: 1, field: "seq", code: "missingEvent" } } : { state };
}

/** Where rows differ from what their chains come to: every row and every column. `ownerOf` reads whose a row is. */
export async function differencesOf<T extends Owned>(tx: ScopedTx, tables: readonly T[], ownerOf: (row: Row) => unknown, chains: readonly (Chain & { readonly id: string; readonly rows: Readonly<Record<T["name"], readonly Row[]>> })[]): Promise<Problem[]> {
  if (chains.length === 0) return [];
  const problems: Problem[] = [];
  for (const held of tables) {
    const live = (await tx.select().from(held.table).where(anyOf(held.owner, chains.map(({ id }) => id)))) as Row[];
    for (const { id, stream, links, rows } of chains) problems.push(...rowDifferences(held, { stream, seq: links.at(-1)?.seq ?? 0 }, rows[held.name as T["name"]], live.filter((row) => ownerOf(row) === id)));
  }
  return problems;
}

/** Rows that no chain speaks of. `streamOf` says whose a row claims to be. */
export async function surplusRows(tx: ScopedTx, tables: readonly Owned[], streamOf: (row: Row) => string): Promise<Problem[]> {
  const known = tx.select({ id: heads.requestId }).from(heads);
  const problems: Problem[] = [];
  for (const { name, table, owner, key } of tables) {
    const rows = (await tx.select().from(table).where(notInArray(owner, known))) as Row[];
    problems.push(...rows.map((row) => ({ stream: streamOf(row), seq: 0, field: rowLabel(name, key(row)), code: "surplusRow" })));
  }
  return problems;
}
