import { sql } from "drizzle-orm";
import type { Context } from "../../lib/request/context.ts";
import type { ScopedTx } from "../client.ts";

const aYear = 365 * 86_400_000;

/** How often the actor approved requests of somebody in the year before an instant, and they the actor's. */
export async function approvalsBetween(tx: ScopedTx, other: string, now: string): Promise<Context["approvals"]> {
  const since = new Date(Date.parse(now) - aYear).toISOString();
  const [row] = await tx.execute<{ ours: number; theirs: number }>(sql`select ours, theirs from approvals_between(${other}::uuid, ${since}::timestamptz)`);
  return row ? { ours: row.ours, theirs: row.theirs } : null;
}
