import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Actor } from "../../lib/access/actor.ts";
import type { Text } from "../../lib/language.ts";
import { asReader, type ScopedTx } from "../client.ts";
import { desks, organisations } from "../schema/configuration.ts";
import { requests, steps } from "../schema/requests.ts";
import { administeredAmong } from "./addressees.ts";
import { visibleTo } from "./visible.ts";

/** The desks that have part in a request, by its steps, and the institution of each. */
export async function desksOfRequest(tx: ScopedTx, requestId: string): Promise<readonly { readonly id: string; readonly names: Text; readonly within: Text }[]> {
  return tx.selectDistinct({ id: desks.id, names: desks.names, within: organisations.names }).from(steps).innerJoin(desks, eq(desks.id, steps.desk)).innerJoin(organisations, eq(organisations.id, desks.organisation)).where(eq(steps.requestId, requestId)).orderBy(desks.id);
}

/** The organisations that have part in a request, as a party or by a desk, and that somebody administers: whoever does can be asked. */
export async function organisationsOfRequest(tx: ScopedTx, requestId: string): Promise<readonly { readonly id: string; readonly names: Text }[]> {
  const parties = sql`(select unnest(array[${requests.home}, ${requests.hostOrganisation}]) from ${requests} where ${requests.requestId} = ${requestId})`;
  const ofDesks = tx.select({ id: desks.organisation }).from(steps).innerJoin(desks, eq(desks.id, steps.desk)).where(eq(steps.requestId, requestId));
  const found = await tx.select({ id: organisations.id, names: organisations.names }).from(organisations).where(or(sql`${organisations.id} in ${parties}`, inArray(organisations.id, ofDesks))).orderBy(organisations.id);
  const answered = await administeredAmong(tx, found.map(({ id }) => id));
  return found.filter(({ id }) => answered.has(id));
}

/** The same for a page, of a request that the actor sees. Both can be asked about a finding. */
export async function askedOfCase(actor: Actor, requestId: string): Promise<{ readonly desks: Awaited<ReturnType<typeof desksOfRequest>>; readonly organisations: Awaited<ReturnType<typeof organisationsOfRequest>> }> {
  return asReader(actor, async (tx) => {
    const [seen] = await tx.select({ id: requests.requestId }).from(requests).where(and(eq(requests.requestId, requestId), visibleTo(tx, actor, requests.requestId)));
    return seen ? { desks: await desksOfRequest(tx, requestId), organisations: await organisationsOfRequest(tx, requestId) } : { desks: [], organisations: [] };
  });
}
