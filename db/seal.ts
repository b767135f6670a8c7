import { and, desc, eq, exists, isNull, sql } from "drizzle-orm";
import { completeNodes, eventLeaf, grown, type Hash, joined, nodeKey } from "../lib/audit/merkle.ts";
import type { ScopedTx } from "./client.ts";
import { events, sealQueue } from "./schema/record.ts";
import { logKeys, logKeySecrets, seals, tree } from "./schema/seals.ts";
import { readNodes } from "./tree-nodes.ts";

export type Tree = { readonly size: number; readonly origin: string | null };
export type Seal = typeof seals.$inferSelect;

/** Locks the tree until the transaction ends; null when another sealer is at it. */
export async function lockTree(tx: ScopedTx): Promise<Tree | null> {
  const [row] = await tx.select({ size: tree.size, origin: tree.origin }).from(tree).for("update", { skipLocked: true });
  return row ?? null;
}

/** The same, waiting for another sealer to be done. */
export async function awaitTree(tx: ScopedTx): Promise<Tree> {
  const [row] = await tx.select({ size: tree.size, origin: tree.origin }).from(tree).for("update");
  if (!row) throw new Error("the log has no tree");
  return row;
}

/** Gives the log the name it signs under from now on. */
export async function nameLog(tx: ScopedTx, origin: string): Promise<void> {
  await tx.update(tree).set({ origin });
}

/** Whether any event waits for its seal. A queued event that is not there is no leaf to be: verify tells of it. */
export async function isAnyWaiting(tx: ScopedTx): Promise<boolean> {
  const event = tx.select({ seq: events.seq }).from(events).where(and(eq(events.requestId, sealQueue.requestId), eq(events.stream, sealQueue.stream), eq(events.seq, sealQueue.seq)));
  return (await tx.select({ seq: sealQueue.seq }).from(sealQueue).where(exists(event)).limit(1)).length > 0;
}

/**
 * Takes up to `most` of the queued events that this transaction sees, ordered by stream and number, as leaves behind the first `size`, and
 * makes the nodes above them. What was queued twice becomes no second leaf. Answers the size and root of the tree as it is then. The caller holds the tree's lock.
 */
export async function takeLeaves(tx: ScopedTx, size: number, most: number): Promise<{ readonly size: number; readonly root: Hash }> {
  const added = await tx.execute<{ index: number; hash: Hash }>(sql`
    with due as (
      select q.request_id, q.stream, q.seq, e.hash from seal_queue q join events e using (request_id, stream, seq)
       order by q.stream collate "C", q.seq limit ${most}
    ), gone as (
      delete from seal_queue q using due d where q.request_id = d.request_id and q.stream = d.stream and q.seq = d.seq
    )
    insert into leaves (index, request, stream, seq, hash)
    select ${size}::integer - 1 + row_number() over (order by d.stream collate "C", d.seq), d.request_id, d.stream, d.seq, d.hash from due d
     where not exists (select from leaves l where l.request = d.request_id and l.stream = d.stream and l.seq = d.seq)
    returning index, hash`);
  const edge = completeNodes({ start: 0, end: size });
  const known = new Map(await readNodes(tx, edge));
  const made = grown(edge.map((node) => known.get(nodeKey(node)) ?? ""), size, added.toSorted((a, b) => a.index - b.index).map(({ hash }) => eventLeaf(hash)));
  const above = made.filter(({ level }) => level > 0);
  if (above.length > 0) await tx.execute(sql`insert into nodes (level, index, hash) select level, index, hash from jsonb_to_recordset(${JSON.stringify(above)}::text::jsonb) as made(level integer, index integer, hash text)`);
  for (const node of made) known.set(nodeKey(node), node.hash);
  const end = size + added.length;
  if (added.length > 0) await tx.update(tree).set({ size: end });
  return { size: end, root: joined(completeNodes({ start: 0, end }).map((node) => known.get(nodeKey(node)) ?? "")) };
}

export async function keepSeal(tx: ScopedTx, seal: Seal): Promise<void> {
  await tx.insert(seals).values(seal);
}

/** The private half of a key, sealed. Its public half is a change of the set-up. */
export async function keepLogSecret(tx: ScopedTx, id: string, sealed: string): Promise<void> {
  await tx.insert(logKeySecrets).values({ id, sealed });
}

/** The keys that may sign, with their sealed halves, the newest first. */
export async function sealedLogKeys(tx: ScopedTx): Promise<{ id: string; name: string; x: string; sealed: string }[]> {
  const { id, name, x, until, createdAt } = logKeys;
  return tx.select({ id, name, x, sealed: logKeySecrets.sealed }).from(logKeys).innerJoin(logKeySecrets, eq(logKeySecrets.id, id)).where(isNull(until)).orderBy(desc(createdAt), desc(id)).limit(20);
}
