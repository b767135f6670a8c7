import { eq } from "drizzle-orm";
import type { Actor } from "../../lib/access/actor.ts";
import type { Text } from "../../lib/language.ts";
import { asReader, type ScopedTx } from "../client.ts";
import { desks } from "../schema/configuration.ts";
import { steps } from "../schema/requests.ts";

/** The desks that have part in a request, by its steps. */
export async function desksOfRequest(tx: ScopedTx, requestId: string): Promise<readonly { readonly id: string; readonly names: Text }[]> {
  return tx.selectDistinct({ id: desks.id, names: desks.names }).from(steps).innerJoin(desks, eq(desks.id, steps.desk)).where(eq(steps.requestId, requestId)).orderBy(desks.id);
}

/** The same for a page: steps show themselves to whoever sees the request. */
export async function desksOfCase(actor: Actor, requestId: string): Promise<Awaited<ReturnType<typeof desksOfRequest>>> {
  return asReader(actor, (tx) => desksOfRequest(tx, requestId));
}
