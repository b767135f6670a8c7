import { desc, lt } from "drizzle-orm";
import { asReader } from "../client.ts";
import { seals } from "../schema/seals.ts";
import { type Counted, counted } from "./counted.ts";

const atOnce = 20;

/** Seals, the newest first, from below a size on; `next` is the size to go on from. */
export async function sealList(below: number | null): Promise<{ readonly items: { readonly size: number; readonly root: string; readonly sealedAt: string }[]; readonly next: number | null }> {
  const { size, root, sealedAt } = seals;
  const rows = await asReader({ kind: "public" }, (tx) => tx.select({ size, root, sealedAt }).from(seals).where(below === null ? undefined : lt(size, below)).orderBy(desc(size)).limit(atOnce + 1));
  const items = rows.slice(0, atOnce);
  return { items, next: rows.length > atOnce ? (items.at(-1)?.size ?? null) : null };
}

/** How many there are; past `most` it is not counted on. */
export async function sealCount(most = 1000): Promise<Counted> {
  const found = await asReader({ kind: "public" }, (tx) => tx.select({ size: seals.size }).from(seals).limit(most + 1));
  return counted(found.length, most);
}
