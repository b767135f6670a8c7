import { desc, eq } from "drizzle-orm";
import { asReader } from "../client.ts";
import type { Seal } from "../seal.ts";
import { seals } from "../schema/seals.ts";

/** The newest seal, or that of one size; none before the first. */
export async function sealKept(size?: number): Promise<Seal | null> {
  const [seal] = await asReader({ kind: "public" }, (tx) => tx.select().from(seals).where(size === undefined ? undefined : eq(seals.size, size)).orderBy(desc(seals.size)).limit(1));
  return seal ?? null;
}
