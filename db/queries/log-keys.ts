import { desc } from "drizzle-orm";
import type { ScopedTx } from "../client.ts";
import { asReader } from "../client.ts";
import { logKeys } from "../schema/seals.ts";

export type KeptLogKey = typeof logKeys.$inferSelect;

/** Every public key that ever signed seals, the newest first. */
export async function logKeysKept(tx: ScopedTx): Promise<KeptLogKey[]> {
  return tx.select().from(logKeys).orderBy(desc(logKeys.createdAt), desc(logKeys.id));
}

/** The same for everybody. */
export async function logPublicKeys(): Promise<KeptLogKey[]> {
  return asReader({ kind: "public" }, logKeysKept);
}
