import { and, desc, eq, inArray, notInArray, or, sql } from "drizzle-orm";
import type { PersonActor } from "../../lib/access/actor.ts";
import type { Kind } from "../../lib/policy/pack.ts";
import { underWay } from "../../lib/request/state.ts";
import { asLister } from "../client.ts";
import { dossierRequests } from "../schema/dossiers.ts";
import { drafts } from "../schema/drafts.ts";
import { requests } from "../schema/requests.ts";

const most = 100;

/** A person's own requests that are under way and stand in no dossier yet, drafts first, the newest on top. */
export async function linkableRequests(actor: PersonActor): Promise<readonly { readonly id: string; readonly number: string; readonly title: string; readonly kind: Kind }[]> {
  return asLister(actor, async (tx) => {
    const linked = tx.select({ id: dossierRequests.requestId }).from(dossierRequests);
    const [begun, live] = await Promise.all([
      tx.select({ id: drafts.requestId, number: drafts.number, title: drafts.title, kind: drafts.kind }).from(drafts).where(and(or(eq(drafts.requester, actor.id), sql`${actor.id} = any (${drafts.team})`), notInArray(drafts.requestId, linked))).orderBy(desc(drafts.requestId)).limit(most),
      tx.select({ id: requests.requestId, number: requests.number, title: sql<string>`coalesce(${requests.title}, '')`, kind: requests.kind }).from(requests).where(and(eq(requests.requester, actor.id), inArray(requests.status, [...underWay]), notInArray(requests.requestId, linked))).orderBy(desc(requests.requestId)).limit(most),
    ]);
    return [...begun, ...live];
  });
}
