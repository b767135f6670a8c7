import { sql } from "drizzle-orm";
import type { Actor } from "../../../lib/access/actor.ts";
import { asLister, type ScopedTx } from "../../client.ts";

/**
 * As an actor, for questions about the whole record. Kinds of entries are found by one index and an auditor's requests by another; joined
 * request by request as two bitmaps, the first is gone through anew for each: a thousand times too slow, and what the planner chooses.
 */
export async function asking<T>(actor: Actor, work: (tx: ScopedTx) => Promise<T>): Promise<T> {
  return asLister(actor, async (tx) => {
    await tx.execute(sql`set local enable_bitmapscan = off`);
    return work(tx);
  });
}
