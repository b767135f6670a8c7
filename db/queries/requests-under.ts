import { and, desc, eq, inArray } from "drizzle-orm";
import type { Actor } from "../../lib/access/actor.ts";
import { asLister } from "../client.ts";
import { requests, requirements } from "../schema/requests.ts";
import { visibleTo } from "./visible.ts";

export type RequestUnder = { readonly id: string; readonly number: string; readonly title: string };

/** The newest requests under a regime that the actor may see: what a change of it would have touched. */
export async function requestsUnder(actor: Actor, regime: string, limit = 10): Promise<readonly RequestUnder[]> {
  return asLister(actor, async (tx) => {
    const under = tx.select({ id: requirements.requestId }).from(requirements).where(eq(requirements.regime, regime));
    const rows = await tx
      .select({ id: requests.requestId, number: requests.number, title: requests.title })
      .from(requests)
      .where(and(visibleTo(tx, actor, requests.requestId), inArray(requests.requestId, under)))
      .orderBy(desc(requests.requestId))
      .limit(limit);
    return rows.map((row) => ({ ...row, title: row.title ?? "" }));
  });
}
