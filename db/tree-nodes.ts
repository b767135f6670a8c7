import { sql } from "drizzle-orm";
import { eventLeaf, type Hash, nodeKey, type TreeNode } from "../lib/audit/merkle.ts";
import type { ScopedTx } from "./client.ts";

/** The hashes of complete subtrees, by `nodeKey`; the lowest are those of leaves. One question, whatever is asked for. */
export async function readNodes(tx: ScopedTx, wanted: readonly TreeNode[]): Promise<ReadonlyMap<string, Hash>> {
  if (wanted.length === 0) return new Map();
  const list = sql`jsonb_to_recordset(${JSON.stringify(wanted)}::text::jsonb) as wanted(level integer, index integer)`;
  const found = await tx.execute<{ level: number; index: number; hash: Hash }>(sql`
    select wanted.level, wanted.index, case wanted.level when 0 then (select l.hash from leaves l where l.index = wanted.index)
      else (select n.hash from nodes n where n.level = wanted.level and n.index = wanted.index) end as hash from ${list}`);
  return new Map(found.flatMap(({ level, index, hash }) => (hash === null ? [] : [[nodeKey({ level, index }), level === 0 ? eventLeaf(hash) : hash] as const])));
}
