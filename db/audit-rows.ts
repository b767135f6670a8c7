import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { RequestEvent } from "../lib/request/events.ts";
import { evolve } from "../lib/request/evolve.ts";
import type { LiveState, RequestState } from "../lib/request/state.ts";
import { digestsIn } from "../lib/audit/digests-in.ts";
import { requestEntry } from "../lib/audit/search-entry.ts";
import { type EntryRow, keepEntries, otherRow, type StoredEvent, type WordsBeside } from "./audit-entries.ts";
import type { ScopedTx } from "./client.ts";
import { auditEntries, auditFilled } from "./schema/audit-entries.ts";
import { events, heads, texts } from "./schema/record.ts";
import { eventOf, streamOf } from "./log.ts";

/** Lets auditors find new events of a request, in the transaction that made them. `words` are those at hand: what an event repeats of an earlier one, as an amendment that is granted does, is read. */
export async function enterEvents(tx: ScopedTx, before: RequestState, added: readonly RequestEvent[], words: WordsBeside): Promise<void> {
  const requestId = added[0]?.request;
  const states = added.map((_, at) => added.slice(0, at + 1).reduce<RequestState>(evolve, before));
  const spoken = [...added.flatMap(({ data }) => digestsIn(data)), ...states.flatMap((state) => (state.status === "none" ? [] : [state.title.digest]))];
  const repeated = [...new Set(spoken)].filter((digest) => !words.has(digest));
  if (requestId === undefined || repeated.length === 0) return keepEntries(tx, requestRows(before, added, words));
  const kept = await tx.select({ digest: texts.digest, body: texts.body, readers: texts.readers }).from(texts).where(and(eq(texts.requestId, requestId), inArray(texts.digest, repeated)));
  await keepEntries(tx, requestRows(before, added, new Map([...words, ...kept.map(({ digest, ...one }) => [digest, one] as const)])));
}

/** The entries of the events of one stream, from its beginning, with the words that are still kept. */
export function entriesOf(requestId: string, stream: string, stored: readonly StoredEvent[], words: WordsBeside): EntryRow[] {
  if (stream === streamOf(requestId)) return requestRows({ status: "none" }, stored.map((one) => eventOf(requestId, one)), words);
  return stored.map((one) => otherRow(one, words));
}

/** The same of a request that was played already: its events, each with the state after it. */
export function rowsOfSteps(steps: readonly { readonly event: RequestEvent; readonly state: LiveState }[], words: WordsBeside): EntryRow[] {
  return steps.map(({ event, state }) => ({ requestId: event.request, stream: streamOf(event.request), seq: event.seq, at: event.at, type: event.type, ...requestEntry(event, state, (digest) => words.get(digest)) }));
}

/**
 * Makes the entries of a request anew (or of a dossier, an account, a part of the set-up: whatever has this id), by the system: after
 * words of it were erased, and where there were none yet. Answers how many there are.
 */
export async function rebuildEntries(tx: ScopedTx, requestId: string): Promise<number> {
  // Whoever appends enters what they append; they wait for us, so that it is not removed again.
  const chains = await tx.select({ stream: heads.stream }).from(heads).where(eq(heads.requestId, requestId)).for("update");
  const spoken = await tx.select({ digest: texts.digest, body: texts.body, readers: texts.readers }).from(texts).where(eq(texts.requestId, requestId));
  const words = new Map(spoken.map(({ digest, ...one }) => [digest, one]));
  await tx.delete(auditEntries).where(eq(auditEntries.requestId, requestId));
  let made = 0;
  for (const { stream } of chains.filter((one) => isSearched(one.stream))) {
    const stored = await tx.select().from(events).where(and(eq(events.requestId, requestId), eq(events.stream, stream))).orderBy(asc(events.seq));
    const rows = entriesOf(requestId, stream, stored, words);
    await keepEntries(tx, rows);
    made += rows.length;
  }
  return made;
}

/** Auditors' working papers are theirs and no part of what they search; they have a room of their own. */
export function isSearched(stream: string): boolean {
  return !stream.startsWith("audit:");
}

/**
 * Takes a request's entries away, in the transaction that erases words of it, whoever does that. They come back by `rebuildEntries` after it; if a crash
 * comes between, by the worker, and until then the search says that it is not whole.
 */
export async function forgetEntries(tx: ScopedTx, requestId: string): Promise<void> {
  await tx.execute(sql`select forget_entries(${requestId}::uuid)`);
}

/** Makes the entries of some streams that lack their first, from before there were entries: later ones come with their events. Answers how many, and says so when none is left. */
export async function fillEntries(tx: ScopedTx, most: number, at: string): Promise<number> {
  const [filled] = await tx.select({ at: auditFilled.at }).from(auditFilled);
  if (filled?.at) return 0;
  const missing = await tx.execute<{ request_id: string }>(sql`
    select distinct h.request_id from heads h where h.seq > 0 and not starts_with(h.stream, 'audit:') and not exists (select 1 from audit_entries e where e.request_id = h.request_id and e.stream = h.stream and e.seq = 1) limit ${most}`);
  for (const row of missing) await rebuildEntries(tx, row.request_id);
  if (missing.length === 0) await tx.update(auditFilled).set({ at });
  return missing.length;
}

function requestRows(before: RequestState, added: readonly RequestEvent[], words: WordsBeside): EntryRow[] {
  let state = before;
  return rowsOfSteps(added.map((event) => {
    state = evolve(state, event);
    if (state.status === "none") throw new Error("a request without a beginning");
    return { event, state };
  }), words);
}
