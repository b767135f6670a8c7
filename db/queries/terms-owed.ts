import { and, eq, inArray, sql } from "drizzle-orm";
import type { ScopedTx } from "../client.ts";
import { events } from "../schema/record.ts";

type Accepted = readonly { readonly id: string; readonly version: number }[];

/**
 * Which of these requests came to a person from another requester and still wait for them to accept its terms: whoever made it
 * answers for nobody else. Read from the history, because few requests ever change hands.
 */
export async function termsOwed(tx: ScopedTx, person: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const came = await tx.selectDistinct({ id: events.requestId }).from(events).where(and(inArray(events.requestId, [...ids]), eq(events.type, "request.transferred"), sql`${events.data} ->> 'to' = ${person}`));
  if (came.length === 0) return new Set();
  const rows = await tx
    .select({ id: events.requestId, by: sql<string | null>`${events.actor} ->> 'person'`, terms: sql<Accepted>`${events.data} -> 'terms'` })
    .from(events)
    .where(and(inArray(events.requestId, came.map(({ id }) => id)), inArray(events.type, ["request.submitted", "terms.accepted"])));
  const named = (of: typeof rows) => new Set(of.flatMap(({ terms }) => terms.map(({ id, version }) => `${id}@${version}`)));
  const owes = (id: string) => {
    const own = named(rows.filter((row) => row.id === id && row.by === person));
    return [...named(rows.filter((row) => row.id === id))].some((one) => !own.has(one));
  };
  return new Set(came.map(({ id }) => id).filter(owes));
}
