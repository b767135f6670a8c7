import { eq } from "drizzle-orm";
import type { Text } from "../../lib/language.ts";
import type { ScopedTx } from "../client.ts";
import { desks } from "../schema/configuration.ts";
import { steps } from "../schema/requests.ts";

/** The desks that have part in a request, by its steps. */
export async function desksOfRequest(tx: ScopedTx, requestId: string): Promise<readonly { readonly id: string; readonly names: Text }[]> {
  return tx.selectDistinct({ id: desks.id, names: desks.names }).from(steps).innerJoin(desks, eq(desks.id, steps.desk)).where(eq(steps.requestId, requestId)).orderBy(desks.id);
}
