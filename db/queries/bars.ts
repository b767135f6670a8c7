import { sql } from "drizzle-orm";
import type { Kind } from "../../lib/policy/pack.ts";
import type { Bar } from "../../lib/request/context.ts";
import type { ScopedTx } from "../client.ts";

/** Which of some people a revocation keeps, on a day, from requests of a kind from an institution. */
export async function barsOn(tx: ScopedTx, people: readonly string[], { kind, home, day }: { readonly kind: Kind; readonly home: string; readonly day: string }): Promise<Bar[]> {
  const rows = await tx.execute<Bar>(sql`select person, number, until::text as until from bars_on(${`{${people.join(",")}}`}::uuid[], ${kind}, ${home}, ${day}::date)`);
  return [...rows];
}
