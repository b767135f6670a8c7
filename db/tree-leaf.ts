import { and, eq, type SQL, sql } from "drizzle-orm";
import { eventLeaf, type Hash } from "../lib/audit/merkle.ts";
import type { ScopedTx } from "./client.ts";
import { given, prepared } from "./prepared.ts";
import { leaves } from "./schema/seals.ts";

/** Up to which level what stands beside a leaf is read with it. There are few subtrees above, the same for many leaves. */
export const lowest = 8;

/** Where an event stands in the tree; `beside` are the complete subtrees next to its way up through the lowest levels, by `nodeKey`. */
export type PlacedLeaf = { readonly index: number; readonly hash: Hash; readonly beside: ReadonlyMap<string, Hash> };

/** The leaf of the event with this hash. */
export async function leafByHash(tx: ScopedTx, named: { readonly hash: Hash }): Promise<PlacedLeaf | undefined> {
  return placed(await byHash(tx, named));
}

/** The leaf of an event of a stream. */
export async function leafByPlace(tx: ScopedTx, named: { readonly stream: string; readonly seq: number }): Promise<PlacedLeaf | undefined> {
  return placed(await byPlace(tx, named));
}

type Found = { readonly index: number; readonly hash: Hash; readonly pair: Hash | null; readonly above: Readonly<Record<string, Hash>> | null };

function placed([leaf]: readonly Found[]): PlacedLeaf | undefined {
  if (!leaf) return undefined;
  const { index, hash, pair, above } = leaf;
  return { index, hash, beside: new Map([...Object.entries(above ?? {}), ...(pair === null ? [] : [[`0/${index % 2 === 0 ? index + 1 : index - 1}`, eventLeaf(pair)] as const])]) };
}

// With the leaf and not after it: of what a proof costs, the most is the way to the database.
const byHash = prepared((on) => found(on, eq(leaves.hash, given("hash"))));
const byPlace = prepared((on) => found(on, and(eq(leaves.stream, given("stream")), eq(leaves.seq, given("seq")))));

function found(on: ScopedTx, named: SQL | undefined) {
  return on
    .select({
      index: leaves.index,
      hash: leaves.hash,
      pair: sql<Hash | null>`(select pair.hash from leaves pair where pair.index = leaves.index # 1)`,
      // Each by its key, and once: joined, all nodes there are would be gone through.
      above: sql<Readonly<Record<string, Hash>> | null>`(select json_object_agg(above.level || '/' || above.index, above.hash) from (select up.level, up.index, (select n.hash from nodes n where n.level = up.level and n.index = up.index) as hash
        from (select level, (leaves.index >> level) # 1 as index from generate_series(1, ${sql.raw(String(lowest))}) level) up offset 0) above where above.hash is not null)`,
    })
    .from(leaves)
    .where(named)
    .limit(1);
}
