import { randomBytes } from "node:crypto";
import { and, asc, eq, gt, inArray, isNotNull } from "drizzle-orm";
import { type AccountEvent, AccountHappening, type NewAccountHappening } from "../lib/account/events.ts";
import { digestOf, genesis, hashAfter } from "../lib/audit/chain.ts";
import { type SealedAs, sealAccountWords, sealDossierWords, sealPaperWords, sealWords } from "../lib/audit/seal-words.ts";
import { type DossierEvent, DossierHappening, type NewDossierHappening } from "../lib/dossier/events.ts";
import { EventActor, Happening, type NewHappening, type RequestEvent } from "../lib/request/events.ts";
import { type NewPaperHappening, type PaperEvent, PaperHappening } from "../lib/working-paper/events.ts";
import { keepEntries, otherRow, type WordsBeside } from "./audit-entries.ts";
import type { ScopedTx } from "./client.ts";
import { among, given, prepared } from "./prepared.ts";
import { events, heads, sealQueue, texts } from "./schema/record.ts";

/** The end of a chain. */
export type Head = { readonly requestId: string; readonly stream: string; readonly seq: number; readonly hash: string };

export function streamOf(requestId: string): string {
  return `request:${requestId}`;
}

export function dossierStream(dossierId: string): string {
  return `dossier:${dossierId}`;
}

export function paperStream(paperId: string): string {
  return `audit:${paperId}`;
}

/** A chain that has no event yet. */
export function newHead(requestId: string, stream = streamOf(requestId)): Head {
  return { requestId, stream, seq: 0, hash: genesis };
}

/** Locks a chain until the transaction ends: writers on one request, or on one dossier, go one after another. */
export async function lockHead(tx: ScopedTx, requestId: string, stream = streamOf(requestId)): Promise<Head | null> {
  const [head] = await headForUpdate(tx, { requestId, stream });
  return head ?? null;
}

const headForUpdate = prepared((on) =>
  on
    .select()
    .from(heads)
    .where(and(eq(heads.requestId, given("requestId")), eq(heads.stream, given("stream"))))
    .for("update"),
);

/** A request's events in order, each parsed. */
export async function loadEvents(tx: ScopedTx, requestId: string, after = 0): Promise<RequestEvent[]> {
  return (await loadRows(tx, requestId, streamOf(requestId), after)).map((row) => eventOf(requestId, row));
}

/** The same up to the first that cannot be read, which nobody wrote by a command; `unread` is its number. */
export async function loadReadable(tx: ScopedTx, requestId: string): Promise<{ readonly events: readonly RequestEvent[]; readonly unread: number | null }> {
  const rows = await loadRows(tx, requestId, streamOf(requestId), 0);
  const read = rows.map((row) => readable(requestId, row));
  const end = read.indexOf(null);
  return { events: (end < 0 ? read : read.slice(0, end)).flatMap((event) => event ?? []), unread: rows[end]?.seq ?? null };
}

/** An event of a request, or null where what is stored is none. */
export function readable(requestId: string, row: StoredEvent): RequestEvent | null {
  try {
    return eventOf(requestId, row);
  } catch {
    return null;
  }
}

/** Whether what is stored of a dossier, a working paper or an account is an event of one. */
export function readsAs({ stream, type, data, actor }: StoredEvent & { readonly stream: string }): boolean {
  const happening = stream.startsWith("dossier:") ? DossierHappening : stream.startsWith("audit:") ? PaperHappening : AccountHappening;
  return happening.safeParse({ type, data }).success && EventActor.safeParse(actor).success;
}

/** A dossier's events in order, each parsed. */
export async function loadDossierEvents(tx: ScopedTx, dossierId: string): Promise<DossierEvent[]> {
  return (await loadRows(tx, dossierId, dossierStream(dossierId), 0)).map((row) => dossierEventOf(dossierId, row));
}

/** A working paper's events in order, each parsed. */
export async function loadPaperEvents(tx: ScopedTx, paperId: string): Promise<PaperEvent[]> {
  return (await loadRows(tx, paperId, paperStream(paperId), 0)).map((row) => paperEventOf(paperId, row));
}

/** An account's events in order, each parsed. */
export async function loadAccountEvents(tx: ScopedTx, accountId: string, stream: string): Promise<AccountEvent[]> {
  return (await loadRows(tx, accountId, stream, 0)).map((row) => accountEventOf(accountId, row));
}

export function loadRows(tx: ScopedTx, requestId: string, stream: string, after: number): Promise<StoredEvent[]> {
  return rowsAfter(tx, { requestId, stream, after });
}

const rowsAfter = prepared((on) => {
  const { type, seq, at, actor, data } = events;
  return on
    .select({ type, seq, at, actor, data })
    .from(events)
    .where(and(eq(events.requestId, given("requestId")), eq(events.stream, given("stream")), gt(events.seq, given("after"))))
    .orderBy(asc(events.seq));
});

export type StoredEvent = { readonly type: string; readonly seq: number; readonly at: string; readonly actor: unknown; readonly data: unknown };

export function eventOf(requestId: string, { type, seq, at, actor, data }: StoredEvent): RequestEvent {
  return { ...Happening.parse({ type, data }), request: requestId, seq, at, actor: EventActor.parse(actor) };
}

export function dossierEventOf(dossierId: string, { type, seq, at, actor, data }: StoredEvent): DossierEvent {
  return { ...DossierHappening.parse({ type, data }), dossier: dossierId, seq, at, actor: EventActor.parse(actor) };
}

export function accountEventOf(accountId: string, { type, seq, at, actor, data }: StoredEvent): AccountEvent {
  return { ...AccountHappening.parse({ type, data }), account: accountId, seq, at, actor: EventActor.parse(actor) };
}

export function paperEventOf(paperId: string, { type, seq, at, actor, data }: StoredEvent): PaperEvent {
  return { ...PaperHappening.parse({ type, data }), paper: paperId, seq, at, actor: EventActor.parse(actor) };
}

/** `beside` are the words with who may read them. */
type Appended<E> = { readonly events: E[]; readonly words: Map<string, string>; readonly beside: WordsBeside };

/** Adds events to the end of a chain, with their words beside the log, and queues them for their seal. The caller holds the head's lock. */
export async function append(tx: ScopedTx, head: Head, actor: EventActor, at: string, happenings: readonly NewHappening[]): Promise<Appended<RequestEvent>> {
  const { rows, ...said } = await appendRows(tx, head, { actor, at }, happenings.map((one) => sealWords(one, newSalt)));
  return { events: rows.map((row) => eventOf(head.requestId, row)), ...said };
}

/** The same for a dossier's chain. */
export async function appendToDossier(tx: ScopedTx, head: Head, by: { readonly actor: EventActor; readonly at: string }, happenings: readonly NewDossierHappening[]): Promise<Appended<DossierEvent>> {
  const { rows, ...said } = await appendRows(tx, head, by, happenings.map((one) => sealDossierWords(one, newSalt)));
  await keepEntries(tx, rows.map((row) => otherRow(row, said.beside)));
  return { events: rows.map((row) => dossierEventOf(head.requestId, row)), ...said };
}

/** The same for a working paper's chain. */
export async function appendToPaper(tx: ScopedTx, head: Head, by: { readonly actor: EventActor; readonly at: string }, happenings: readonly NewPaperHappening[]): Promise<Appended<PaperEvent>> {
  const { rows, ...said } = await appendRows(tx, head, by, happenings.map((one) => sealPaperWords(one, newSalt)));
  return { events: rows.map((row) => paperEventOf(head.requestId, row)), ...said };
}

/** The same for an account's chain; answers the numbers of the entries. */
export async function appendToAccount(tx: ScopedTx, head: Head, by: { readonly actor: EventActor; readonly at: string }, happenings: readonly NewAccountHappening[]): Promise<number[]> {
  const { rows, beside } = await appendRows(tx, head, by, happenings.map((said) => sealAccountWords(said, newSalt)));
  await keepEntries(tx, rows.map((row) => otherRow(row, beside)));
  return rows.map(({ seq }) => seq);
}

async function appendRows(tx: ScopedTx, head: Head, { actor, at }: { readonly actor: EventActor; readonly at: string }, sealed: readonly SealedAs<{ readonly type: string; readonly data: unknown }>[]) {
  const kept = sealed.flatMap(({ words }) => words);
  const rows: (typeof events.$inferSelect)[] = [];
  let { seq, hash } = head;
  for (const { happening } of sealed) {
    const entry = { stream: head.stream, seq: ++seq, type: happening.type, at, actor, data: happening.data, salt: newSalt() };
    const digest = digestOf(entry);
    const prev = hash;
    hash = hashAfter(prev, digest);
    rows.push({ requestId: head.requestId, ...entry, prev, digest, hash });
  }
  const words = kept.map((one) => ({ requestId: head.requestId, ...one, readers: one.readers === null ? null : [...one.readers] }));
  // Sent one behind the other without waiting in between.
  await Promise.all([tx.insert(events).values(rows), ...(words.length > 0 ? [tx.insert(texts).values(words)] : []), moveHead(tx, head, { seq, hash }), tx.insert(sealQueue).values(rows.map(({ requestId, stream, seq: at }) => ({ requestId, stream, seq: at })))]);
  return { rows, words: new Map(kept.map(({ digest, body }) => [digest, body])), beside: new Map(kept.map(({ digest, body, readers }) => [digest, { body, readers }])) };
}

/** Words by digest, as far as they are still kept and this reader may read them. */
export async function readTexts(tx: ScopedTx, requestId: string, digests: readonly string[]): Promise<Map<string, string>> {
  if (digests.length === 0) return new Map();
  const rows = await textsByDigest(tx, { requestId, digests: [...new Set(digests)] });
  return new Map(rows.flatMap(({ digest, body }) => (body === null ? [] : [[digest, body] as const])));
}

const textsByDigest = prepared((on) => on.select({ digest: texts.digest, body: texts.body }).from(texts).where(and(eq(texts.requestId, given("requestId")), among(texts.digest, "digests"))));

/** Takes words away, and their salts: what is left is the digest that the log holds, when they went and under which rule. All of them, or it throws. */
export async function eraseWords(tx: ScopedTx, requestId: string, { rule, digests, at }: { readonly rule: string; readonly digests: readonly string[]; readonly at: string }): Promise<void> {
  if (digests.length === 0) return;
  const gone = await tx
    .update(texts)
    .set({ body: null, salt: null, erasedAt: at, erasedRule: rule })
    .where(and(eq(texts.requestId, requestId), inArray(texts.digest, [...digests]), isNotNull(texts.body)));
  if (gone.count !== new Set(digests).size) throw new Error("words that are to be erased are not there");
}

async function moveHead(tx: ScopedTx, { requestId, stream, seq }: Head, end: Pick<Head, "seq" | "hash">): Promise<void> {
  // A chain's first head is inserted before its readers are known, so no upsert: that would have to see the row.
  if (seq === 0) return void (await tx.insert(heads).values({ requestId, stream, ...end }));
  const moved = await tx.update(heads).set(end).where(and(eq(heads.requestId, requestId), eq(heads.stream, stream), eq(heads.seq, seq)));
  if (moved.count !== 1) throw new Error("the head of the chain moved without its lock");
}

function newSalt(): string {
  return randomBytes(16).toString("hex");
}

