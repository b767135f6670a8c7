import { asc, eq } from "drizzle-orm";
import { contentDigest } from "../lib/audit/content-digest.ts";
import type { ScopedTx } from "./client.ts";
import { documentReads, readSeals } from "./schema/record.ts";

export type Reading = typeof documentReads.$inferSelect;

/** Writes down readings; each waits for its batch from then on. */
export async function keepReadings(tx: ScopedTx, readings: readonly Reading[]): Promise<void> {
  if (readings.length === 0) return;
  await Promise.all([tx.insert(documentReads).values([...readings]), tx.insert(readSeals).values(readings.map(({ requestId, id }) => ({ requestId, readId: id })))]);
}

/** The readings of a batch, in the order in which its digest takes them. */
export async function readingsOf(tx: ScopedTx, batch: string): Promise<Reading[]> {
  const rows = await tx.select({ reading: documentReads }).from(readSeals).innerJoin(documentReads, eq(documentReads.id, readSeals.readId)).where(eq(readSeals.batch, batch)).orderBy(asc(documentReads.requestId), asc(documentReads.id));
  return rows.map(({ reading }) => reading);
}

/** SHA-256 over the canonical form of readings: every field of every row, by request and id. */
export function digestOfReadings(readings: readonly Reading[]): string {
  const rows = readings.map(({ requestId: request, id, documentId: document, person, at, capacity, desk, stepId: step, accessId: access }) => ({ request, id, document, person, at, capacity, desk, step, access }));
  return contentDigest(rows.toSorted((a, b) => (`${a.request} ${a.id}` < `${b.request} ${b.id}` ? -1 : 1)));
}
