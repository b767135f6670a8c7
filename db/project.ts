import { and, eq, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { glassSubject } from "../lib/access/subjects.ts";
import type { LiveState, RequestState } from "../lib/request/state.ts";
import { openWithDays } from "../lib/request/obligation-reminders.ts";
import { tellDay } from "../lib/workflow/reminders.ts";
import { dueOf } from "../lib/workflow/step-clock.ts";
import type { ScopedTx } from "./client.ts";
import { readTexts } from "./log.ts";
import { type Rows, rowsOf } from "./rows.ts";
import { documents, movements, obligations, permits, referrals, requestAccess, requests, requirements, steps } from "./schema/requests.ts";

/**
 * Brings the read tables from one state to the next, writing only rows that differ. Whoever may see the request comes
 * first: the other tables show their rows to nobody else, the writer included. Words that are being erased are still
 * there when it begins, so that the rows that showed them are seen to change. Answers the words that rows show.
 */
export async function project(tx: ScopedTx, before: RequestState, after: LiveState, said: ReadonlyMap<string, string>, erased: readonly string[] = []): Promise<ReadonlyMap<string, string>> {
  const words = await wordsFor(tx, before, after, said);
  const was = before.status === "none" ? null : rowsOf(before, words);
  const now = rowsOf(after, new Map([...words].filter(([digest]) => !erased.includes(digest))));
  // Sent one behind the other without waiting in between.
  await Promise.all(tables.flatMap((table) => statements(tx, table, was?.[table.name] ?? [], now[table.name])));
  return words;
}

/** Lets in whoever broke the glass; the name is worth something only as long as the access runs. */
export async function letInByGlass(tx: ScopedTx, { id, requestId }: { readonly id: string; readonly requestId: string }): Promise<void> {
  await tx.insert(requestAccess).values({ requestId, subject: glassSubject(id) }).onConflictDoNothing();
}

/**
 * Brings the last days of a request's steps and obligations to the calendars as this process now knows them. Nothing happened to the request: only a year became
 * known that its days were counted through.
 */
export async function projectDueDays(tx: ScopedTx, state: LiveState): Promise<void> {
  for (const { id, dueOn, tellOn } of state.steps.map((step) => ({ id: step.id, dueOn: dueOf(step), tellOn: tellDay(step) }))) {
    await tx.update(steps).set({ dueOn, tellOn }).where(and(eq(steps.requestId, state.id), eq(steps.stepId, id), sql`(${steps.dueOn}, ${steps.tellOn}) is distinct from (${dueOn}::date, ${tellOn}::date)`));
  }
  for (const { id, due, remindOn } of openWithDays(state)) {
    await tx.update(obligations).set({ dueOn: due, tellOn: remindOn }).where(and(eq(obligations.requestId, state.id), eq(obligations.obligationId, id), sql`(${obligations.dueOn}, ${obligations.tellOn}) is distinct from (${due}::date, ${remindOn}::date)`));
  }
}

function statements(tx: ScopedTx, { table, key, where }: TableOf, was: readonly Row[], now: readonly Row[]): PromiseLike<unknown>[] {
  const { added, changed } = differences(was, now, key);
  return [
    // In one statement: who is let in is asked against what was there before it.
    // Whoever is let in again was never shut out: their row is there.
    ...(added.length > 0 ? [table === requestAccess ? tx.insert(table).values(added).onConflictDoNothing() : tx.insert(table).values(added)] : []),
    ...changed.map((row) => tx.update(table).set(row).where(where(row))),
    ...missing(was, now, key).map((gone) => tx.delete(table).where(where(gone))),
  ];
}

type Row = Readonly<Record<string, unknown>>;
type TableOf = { readonly name: keyof Rows; readonly table: PgTable; readonly key: readonly string[]; readonly where: (row: Row) => SQL | undefined };

const tables: readonly TableOf[] = [
  projected("requestAccess", requestAccess, { requestId: requestAccess.requestId, subject: requestAccess.subject }),
  projected("requests", requests, { requestId: requests.requestId }),
  projected("steps", steps, { requestId: steps.requestId, stepId: steps.stepId }),
  projected("referrals", referrals, { requestId: referrals.requestId, referralId: referrals.referralId }),
  projected("requirements", requirements, { requestId: requirements.requestId, requirementId: requirements.requirementId }),
  projected("obligations", obligations, { requestId: obligations.requestId, obligationId: obligations.obligationId }),
  projected("permits", permits, { requestId: permits.requestId }),
  projected("movements", movements, { requestId: movements.requestId, movementId: movements.movementId }),
  projected("documents", documents, { requestId: documents.requestId, documentId: documents.documentId }),
];

function projected(name: keyof Rows, table: PgTable, key: Readonly<Record<string, PgColumn>>): TableOf {
  return { name, table, key: Object.keys(key), where: (row) => and(...Object.entries(key).map(([field, column]) => eq(column, row[field]))) };
}

function differences(was: readonly Row[], now: readonly Row[], key: readonly string[]): { added: Row[]; changed: Row[] } {
  const known = new Map(was.map((row) => [keyOf(row, key), JSON.stringify(row)]));
  const differing = now.filter((row) => known.get(keyOf(row, key)) !== JSON.stringify(row));
  return { added: differing.filter((row) => !known.has(keyOf(row, key))), changed: differing.filter((row) => known.has(keyOf(row, key))) };
}

/** Steps and requirements can go when a request is planned again; access, once given, stays with the history. */
function missing(was: readonly Row[], now: readonly Row[], key: readonly string[]): Row[] {
  const kept = new Set(now.map((row) => keyOf(row, key)));
  return was.filter((row) => !kept.has(keyOf(row, key)) && !("subject" in row));
}

function keyOf(row: Row, key: readonly string[]): string {
  return key.map((field) => String(row[field])).join("\n");
}

/** The words that rows show: what was just said, and the title, answers and names that were said before. */
async function wordsFor(tx: ScopedTx, before: RequestState, after: LiveState, said: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
  if (before.status === "none") return said;
  const shown = [after.title, after.answers, ...after.documents.map(({ name }) => name)].map(({ digest }) => digest).filter((digest) => !said.has(digest));
  return new Map([...(await readTexts(tx, after.id, shown)), ...said]);
}
