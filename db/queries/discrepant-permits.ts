import { and, asc, eq, gt, inArray } from "drizzle-orm";
import type { PersonActor } from "../../lib/access/actor.ts";
import { can } from "../../lib/access/can.ts";
import { asLister } from "../client.ts";
import { permits, requests, steps } from "../schema/requests.ts";
import { visibleTo } from "./visible.ts";

export type DiscrepantPermit = { readonly requestId: string; readonly number: string; readonly title: string; readonly open: number };

/** Permits in whose ledgers something does not agree, of cases that the actor's desks decided: they settle it. */
export async function discrepantPermits(actor: PersonActor): Promise<DiscrepantPermit[]> {
  const desks = actor.grants.flatMap(({ scope }) => (scope.kind === "desk" && can(actor, "step.decide", { desks: [scope.id] }) ? [scope.id] : []));
  if (desks.length === 0) return [];
  return asLister(actor, async (tx) => {
    const ours = tx.select({ id: steps.requestId }).from(steps).where(inArray(steps.desk, desks));
    const rows = await tx
      .select({ requestId: permits.requestId, number: permits.number, title: requests.title, open: permits.discrepancies })
      .from(permits)
      .innerJoin(requests, eq(requests.requestId, permits.requestId))
      .where(and(gt(permits.discrepancies, 0), inArray(permits.requestId, ours), visibleTo(tx, actor, permits.requestId)))
      .orderBy(asc(permits.requestId))
      .limit(20);
    return rows.map(({ title, ...row }) => ({ ...row, title: title ?? "" }));
  });
}
