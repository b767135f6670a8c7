import { and, asc, inArray, isNull, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { asActor } from "../../db/client.ts";
import { keepChange } from "../../db/configure.ts";
import { digestOfReadings } from "../../db/reads.ts";
import { documentReads, readSeals } from "../../db/schema/record.ts";
import { type Clock, realClock } from "./clock.ts";

/** As many as a batch holds: its digest is worked out anew by everybody who verifies. */
const most = 1000;

/** Seals the readings that wait, as one entry of the set-up over them all: how many, from when to when, and their digest. Answers how many; what commits later comes into the next batch. */
export async function publishReads(clock: Clock = realClock): Promise<number> {
  const now = clock().toISOString();
  return asActor({ kind: "system" }, async (tx) => {
    const waiting = await tx.select({ id: readSeals.readId }).from(readSeals).where(isNull(readSeals.batch)).orderBy(asc(readSeals.requestId), asc(readSeals.readId)).limit(most).for("update", { skipLocked: true });
    const ids = waiting.map(({ id }) => id);
    const readings = ids.length === 0 ? [] : await tx.select().from(documentReads).where(inArray(documentReads.id, ids));
    const [times, batch] = [readings.map(({ at }) => at).toSorted(), newId()];
    const [from, to] = [times[0], times.at(-1)];
    if (from === undefined || to === undefined) return 0;
    await keepChange(tx, { of: "reads", id: batch, count: readings.length, from, to, digest: digestOfReadings(readings) }, { actor: { system: true }, at: now });
    const sealed = await tx.update(readSeals).set({ batch: sql`${batch}::uuid` }).where(and(inArray(readSeals.readId, readings.map(({ id }) => id)), isNull(readSeals.batch)));
    if (sealed.count !== readings.length) throw new Error("a reading was sealed twice");
    return readings.length;
  });
}
