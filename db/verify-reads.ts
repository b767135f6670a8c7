import { and, asc, eq, gt, isNull } from "drizzle-orm";
import type { ScopedTx } from "./client.ts";
import { configurationId, configurationStream } from "./configure.ts";
import { streamOf } from "./log.ts";
import { digestOfReadings, readingsOf } from "./reads.ts";
import { readBatches } from "./schema/access.ts";
import { documentReads, readSeals } from "./schema/record.ts";
import type { Problem } from "./verify.ts";

/** Holds every reading to the batch that it was sealed in; the batches themselves are held to the log with the rest of the set-up. */
export async function checkReads(tx: ScopedTx): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (let after = "00000000-0000-0000-0000-000000000000", more = true; more; ) {
    const batches = await tx.select().from(readBatches).where(gt(readBatches.id, after)).orderBy(asc(readBatches.id)).limit(200);
    for (const { id, count, digest } of batches) {
      const readings = await readingsOf(tx, id);
      const at = { stream: configurationStream(configurationId(`reads:${id}`)), seq: 1, code: "differs" };
      if (readings.length !== count) problems.push({ ...at, field: "data.batch.count" });
      else if (digestOfReadings(readings) !== digest) problems.push({ ...at, field: "data.batch.digest" });
    }
    after = batches.at(-1)?.id ?? after;
    more = batches.length > 0;
  }
  return [...problems, ...(await neverWitnessed(tx))];
}

/** Readings that were put in beside the way that writes them down: they would never come into a batch. */
async function neverWitnessed(tx: ScopedTx): Promise<Problem[]> {
  const rows = await tx
    .select({ requestId: documentReads.requestId, id: documentReads.id })
    .from(documentReads)
    .leftJoin(readSeals, and(eq(readSeals.requestId, documentReads.requestId), eq(readSeals.readId, documentReads.id)))
    .where(isNull(readSeals.readId))
    .limit(1000);
  return rows.map(({ requestId, id }) => ({ stream: streamOf(requestId), seq: 0, field: `document_reads[${id}]`, code: "surplusRow" }));
}
