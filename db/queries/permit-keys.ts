import { desc, max } from "drizzle-orm";
import { asReader } from "../client.ts";
import { permitKeys, statusEntries } from "../schema/permits.ts";

/** Every public key that ever signed permits, the newest first. */
export async function permitPublicKeys(): Promise<{ id: string; x: string; createdAt: string }[]> {
  return asReader({ kind: "public" }, (tx) => tx.select().from(permitKeys).orderBy(desc(permitKeys.createdAt), desc(permitKeys.id)));
}

/** The number of the newest status list; 0 before the first place was given away. */
export async function newestStatusList(): Promise<number> {
  const [row] = await asReader({ kind: "system" }, (tx) => tx.select({ newest: max(statusEntries.list) }).from(statusEntries));
  return row?.newest ?? 0;
}
