import { sql } from "drizzle-orm";
import { eventLeaf, type Hash, nodeKey, type TreeNode } from "../lib/audit/merkle.ts";
import type { ScopedTx } from "./client.ts";
import { given, prepared } from "./prepared.ts";
import { tree } from "./schema/seals.ts";

/** The hashes of complete subtrees, by `nodeKey`, as far as the tree has them; the lowest are those of leaves. One question, whatever is asked for. */
export async function readNodes(tx: ScopedTx, wanted: readonly TreeNode[]): Promise<ReadonlyMap<string, Hash>> {
  return wanted.length === 0 ? new Map() : (await readTree(tx, wanted)).nodes;
}

/** The same, and in the same question how many leaves the tree has. */
export async function readTree(tx: ScopedTx, wanted: readonly TreeNode[]): Promise<{ readonly size: number; readonly nodes: ReadonlyMap<string, Hash> }> {
  const nodes = [...new Map(wanted.map((node) => [nodeKey(node), node])).values()];
  const [found] = await hashesAt(tx, { levels: nodes.map(({ level }) => level), indexes: nodes.map(({ index }) => index) });
  return {
    size: found?.size ?? 0,
    nodes: new Map(nodes.flatMap((node, at) => {
      const hash = found?.hashes?.[at] ?? null;
      return hash === null ? [] : [[nodeKey(node), node.level === 0 ? eventLeaf(hash) : hash] as const];
    })),
  };
}

// One row: a row for each hash took the driver twice as long.
const hashesAt = prepared((on) =>
  on
    .select({
      size: sql<number | null>`(select size from ${tree})`,
      hashes: sql<readonly (Hash | null)[] | null>`json_agg(case wanted.level when 0 then (select l.hash from leaves l where l.index = wanted.index)
        else (select n.hash from nodes n where n.level = wanted.level and n.index = wanted.index) end order by wanted.at)`,
    })
    .from(sql`unnest(${given("levels")}::integer[], ${given("indexes")}::integer[]) with ordinality as wanted(level, index, at)`),
);
