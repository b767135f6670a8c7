import { desc, eq } from "drizzle-orm";
import { asReader } from "../client.ts";
import { given, prepared } from "../prepared.ts";
import type { Seal } from "../seal.ts";
import { seals } from "../schema/seals.ts";

/** The newest seal, or that of one size; none before the first. */
export async function sealKept(size?: number): Promise<Seal | null> {
  const [seal] = await asReader({ kind: "public" }, (tx) => (size === undefined ? newestSeal(tx, {}) : sealOfSize(tx, { size })));
  return seal ?? null;
}

/** For whoever reads more in the same reading. */
export const newestSeal = prepared((on) => on.select().from(seals).orderBy(desc(seals.size)).limit(1));
const sealOfSize = prepared((on) => on.select().from(seals).where(eq(seals.size, given("size"))));
