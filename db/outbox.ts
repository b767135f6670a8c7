import { and, asc, eq, gte, inArray, isNull, lt, lte, or, sql } from "drizzle-orm";
import type { ScopedTx } from "./client.ts";
import { outbox } from "./schema/record.ts";

/** The topic of a row that is a mail for one person; every other topic is the type of an event, or of a proposal. */
export const mailTopic = "mail";

export type OutboxRow = typeof outbox.$inferSelect;
type Key = Pick<OutboxRow, "requestId" | "id">;

/**
 * Takes rows that are due: counts the attempt and puts each off until `lease`, so that nobody else takes it meanwhile and
 * somebody does if we never come back. Takers at once pass each other's rows by.
 */
export async function takeDue(tx: ScopedTx, { now, lease, most, limit }: { readonly now: string; readonly lease: string; readonly most: number; readonly limit: number }): Promise<OutboxRow[]> {
  const due = await tx
    .select()
    .from(outbox)
    .where(and(isNull(outbox.doneAt), lte(outbox.nextAt, now), lt(outbox.attempts, most)))
    .orderBy(asc(outbox.nextAt))
    .limit(limit)
    .for("update", { skipLocked: true });
  if (due.length > 0) await tx.update(outbox).set({ attempts: sql`${outbox.attempts} + 1`, nextAt: lease }).where(or(...due.map(keyed)));
  return due.map((row) => ({ ...row, attempts: row.attempts + 1, nextAt: lease }));
}

type Added = Key & { readonly payload: unknown; readonly at: string };

/** Adds one mail a person, under ids that are the same each time: what is added already stays as it is. */
export async function addMails(tx: ScopedTx, mails: readonly Added[]): Promise<void> {
  await addRows(tx, mailTopic, mails);
}

/** The same for rows of any topic. */
export async function addRows(tx: ScopedTx, topic: string, rows: readonly Added[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.insert(outbox).values(rows.map(({ at, ...row }) => ({ ...row, topic, createdAt: at, nextAt: at }))).onConflictDoNothing();
}

/** It is done: the row stays as the record that keeps it from being done again. */
export async function markDone(tx: ScopedTx, key: Key, doneAt: string): Promise<void> {
  await tx.update(outbox).set({ doneAt, problem: null }).where(keyed(key));
}

/** It failed; it is tried again at `nextAt`, or never when `attempts` are used up. */
export async function markFailed(tx: ScopedTx, key: Key, failed: { readonly problem: string; readonly nextAt?: string; readonly attempts?: number }): Promise<void> {
  await tx.update(outbox).set(failed).where(keyed(key));
}

/** What is not done yet, and what was given up; by when it is tried next. */
export async function undone(tx: ScopedTx): Promise<OutboxRow[]> {
  return tx.select().from(outbox).where(isNull(outbox.doneAt)).orderBy(asc(outbox.nextAt), asc(outbox.id));
}

/** Gives what was given up its attempts back. Answers how many rows there were. */
export async function reviveGivenUp(tx: ScopedTx, most: number, now: string): Promise<number> {
  const revived = await tx.update(outbox).set({ attempts: 0, nextAt: now }).where(and(isNull(outbox.doneAt), gte(outbox.attempts, most)));
  return revived.count;
}

/** Forgets what was done before a day. */
export async function forgetDone(tx: ScopedTx, before: string): Promise<void> {
  await tx.delete(outbox).where(lt(outbox.doneAt, before));
}

/** Takes everything back that these requests would still tell: for histories that are made and not lived. */
export async function tellNothing(tx: ScopedTx, requestIds: readonly string[]): Promise<void> {
  await tx.delete(outbox).where(and(inArray(outbox.requestId, [...requestIds]), isNull(outbox.doneAt)));
}

function keyed({ requestId, id }: Key) {
  return and(eq(outbox.requestId, requestId), eq(outbox.id, id));
}
