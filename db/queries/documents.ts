import { and, desc, eq, inArray, lt, ne, or, type SQL, sql } from "drizzle-orm";
import type { Actor, PersonActor } from "../../lib/access/actor.ts";
import type { Capacity } from "../../lib/access/capacity.ts";
import { subjectsOfActor } from "../../lib/access/subjects.ts";
import { isId } from "../../lib/id.ts";
import { asLister, asReader, type ScopedTx } from "../client.ts";
import { breakGlass } from "../schema/access.ts";
import { draftDocuments, drafts } from "../schema/drafts.ts";
import { people } from "../schema/people.ts";
import { documentReads } from "../schema/record.ts";
import { desks } from "../schema/configuration.ts";
import { documents, requestAccess, requests, steps } from "../schema/requests.ts";
import { type Counted, counted } from "./counted.ts";
import { ownDrafts, seenBeyondAdvice, visibleTo } from "./visible.ts";
import { type ReadWords, wordsRead } from "./words-read.ts";

/** A paper as it is kept, without its content. */
export type KeptDocument = { readonly id: string; readonly name: string; readonly mediaType: string; readonly sha256: string; /** Under which rule its content went, and when. */ readonly erased: { readonly at: string; readonly rule: string } | null };

/** Whether an actor sees a request, submitted or a draft of theirs, and this paper of it: nothing else of the request is read. */
export async function documentSeen(actor: Actor, requestId: string, documentId: string): Promise<{ readonly seen: boolean; readonly document: KeptDocument | null }> {
  if (![requestId, documentId].every((id) => isId(id))) return { seen: false, document: null };
  const found = await asReader(actor, async (tx) => {
    const { documentId: id, name, mediaType, sha256, erasedAt, erasedRule } = documents;
    const [live] = await tx
      .select({ found: requests.requestId, id, name, mediaType, sha256, erasedAt, erasedRule, author: documents.person })
      .from(requests)
      .leftJoin(documents, and(eq(documents.requestId, requests.requestId), eq(id, documentId), forReader(tx, actor)))
      .where(and(eq(requests.requestId, requestId), visibleTo(tx, actor, requests.requestId)));
    // A name that was erased leaves the paper without one.
    if (live) return { seen: true, document: shown({ ...live, name: live.name ?? "" }), author: live.author };
    const [draft] = await tx
      .select({ found: drafts.requestId, id: draftDocuments.documentId, name: draftDocuments.name, mediaType: draftDocuments.mediaType, sha256: draftDocuments.sha256 })
      .from(drafts)
      .leftJoin(draftDocuments, and(eq(draftDocuments.requestId, drafts.requestId), eq(draftDocuments.documentId, documentId)))
      .where(and(eq(drafts.requestId, requestId), ownDrafts(actor)));
    return { seen: draft !== undefined, document: draft ? shown(draft) : null, author: null };
  });
  const { seen, document, author } = found;
  return { seen, document: document && { ...document, name: (await wordsRead(actor, [requestId]))(requestId, document.name, author) } };
}

/** One opening of a paper, and as what; `document` is null where it was the request itself, `why` where it was not asked yet. */
export type DocumentRead = { readonly id: string; readonly document: string | null; readonly person: string; readonly at: string; readonly capacity: Capacity | null; readonly desk: string | null; readonly step: string | null; /** Why it was opened by break-glass. */ readonly reason: string | null };

const readColumns = { id: documentReads.id, document: sql<string | null>`case when ${documentReads.documentId} is not null then coalesce(${documents.name}, '') end`, at: documentReads.at, capacity: documentReads.capacity, desk: documentReads.desk, step: documentReads.stepId, reason: breakGlass.reason, request: documentReads.requestId, attached: documents.person, opened: breakGlass.personId };

/** Where a list of readings goes on: after this one. */
type ReadPlace = { readonly before?: string | undefined; readonly limit?: number | undefined };
type ReadPage<R> = { readonly items: R[]; readonly next: string | null };

/** Who opened which paper of a request, the newest first, a page at a time: for its auditors, its requester, and of a paper for whoever attached it. */
export async function documentReadsOf(actor: Actor, requestId: string, { before, limit = 50 }: ReadPlace = {}): Promise<ReadPage<DocumentRead>> {
  if (actor.kind !== "person") return { items: [], next: null };
  const rows = await asReader(actor, (tx) =>
    tx
      .select({ ...readColumns, person: readerShown(actor, audits(tx, actor)) })
      .from(documentReads)
      .leftJoin(breakGlass, eq(breakGlass.id, documentReads.accessId))
      .leftJoin(steps, and(eq(steps.requestId, documentReads.requestId), eq(steps.stepId, documentReads.stepId)))
      .leftJoin(desks, eq(desks.id, sql`coalesce(${documentReads.desk}, ${steps.desk})`))
      .leftJoin(documents, ofRead)
      .innerJoin(requests, eq(requests.requestId, documentReads.requestId))
      .innerJoin(people, eq(people.id, documentReads.person))
      .where(and(toldOf(tx, actor, requestId), earlier(before)))
      .orderBy(desc(documentReads.id))
      .limit(limit + 1),
  );
  return readPage(rows, limit, await wordsRead(actor, [requestId]));
}

/** How many they are; past `most` it is not counted on. */
export async function documentReadCount(actor: Actor, requestId: string, most = 1000): Promise<Counted> {
  if (actor.kind !== "person") return counted(0, most);
  const found = await asReader(actor, (tx) => tx.select({ id: documentReads.id }).from(documentReads).leftJoin(documents, ofRead).innerJoin(requests, eq(requests.requestId, documentReads.requestId)).where(toldOf(tx, actor, requestId)).limit(most + 1));
  return counted(found.length, most);
}

/** An opening of one of somebody's own papers, with the request that it belongs to. */
export type OwnRead = DocumentRead & { readonly request: string; readonly number: string };

/** Who opened one's own papers, of whatever request, the newest first: those one attached, and all of the requests one made. One's own openings are left out. */
export async function readsOfOwnPapers(actor: PersonActor, { before, limit = 100 }: ReadPlace = {}): Promise<ReadPage<OwnRead>> {
  const rows = await asLister(actor, (tx) =>
    tx
      .select({ ...readColumns, person: readerShown(actor, sql`false`), number: requests.number })
      .from(documentReads)
      .innerJoin(requests, eq(requests.requestId, documentReads.requestId))
      .innerJoin(people, eq(people.id, documentReads.person))
      .leftJoin(breakGlass, eq(breakGlass.id, documentReads.accessId))
      .leftJoin(steps, and(eq(steps.requestId, documentReads.requestId), eq(steps.stepId, documentReads.stepId)))
      .leftJoin(desks, eq(desks.id, sql`coalesce(${documentReads.desk}, ${steps.desk})`))
      .leftJoin(documents, ofRead)
      .where(and(ofOwnPapers(tx, actor), earlier(before)))
      .orderBy(desc(documentReads.id))
      .limit(limit + 1),
  );
  return readPage(rows, limit, await wordsRead(actor, rows.map(({ request }) => request)));
}

/** How many they are; past `most` it is not counted on. */
export async function readsOfOwnPapersCount(actor: PersonActor, most = 1000): Promise<Counted> {
  const found = await asLister(actor, (tx) => tx.select({ id: documentReads.id }).from(documentReads).innerJoin(requests, eq(requests.requestId, documentReads.requestId)).leftJoin(documents, ofRead).where(ofOwnPapers(tx, actor)).limit(most + 1));
  return counted(found.length, most);
}

const ofRead = and(eq(documents.requestId, documentReads.requestId), eq(documents.documentId, documentReads.documentId));

function toldOf(tx: ScopedTx, actor: PersonActor, requestId: string): SQL | undefined {
  return and(eq(documentReads.requestId, requestId), or(audits(tx, actor), eq(requests.requester, actor.id), eq(documents.person, actor.id)));
}

function ofOwnPapers(tx: ScopedTx, actor: PersonActor): SQL | undefined {
  return and(visibleTo(tx, actor, documentReads.requestId), ne(documentReads.person, actor.id), or(eq(requests.requester, actor.id), eq(documents.person, actor.id)));
}

/** Ids are made in the order of time, to the millisecond. */
function earlier(before: string | undefined): SQL | undefined {
  return before === undefined ? undefined : lt(documentReads.id, before);
}

function readPage<R extends ReadRow & { readonly id: string }>(rows: readonly R[], limit: number, words: ReadWords): ReadPage<Omit<R, "attached" | "opened">> {
  return { items: rows.slice(0, limit).map((row) => readFor(row, words)), next: rows.length > limit ? (rows[limit - 1]?.id ?? null) : null };
}

type ReadRow = { readonly request: string; readonly document: string | null; readonly reason: string | null; readonly attached: string | null; readonly opened: string | null };

/** The name of the paper, and why it was opened, as the reader gets them. */
function readFor<R extends ReadRow>({ attached, opened, ...row }: R, words: ReadWords): Omit<R, "attached" | "opened"> {
  return { ...row, document: row.document && words(row.request, row.document, attached), reason: row.reason && words(row.request, row.reason, opened) };
}

/** Who read, by name; to all but auditors, in the place of an officer whose desk decides without names, their desk. */
function readerShown(actor: PersonActor, isAuditor: SQL): SQL<string> {
  return sql<string>`case when ${desks.hidesOfficers} and ${documentReads.person} <> ${actor.id} and not ${isAuditor} then ${desks.names} ->> ${actor.language} else ${people.name} end`;
}

/** Papers that are not for advisers are there for whoever sees the request as more than one. */
export function forReader(tx: ScopedTx, actor: Actor): SQL | undefined {
  const beyond = seenBeyondAdvice(tx, actor, documents.requestId);
  return beyond && or(eq(documents.forAdvisers, true), beyond);
}

function audits(tx: ScopedTx, actor: Actor): SQL {
  const { all, subjects } = subjectsOfActor(actor);
  if (all) return sql`true`;
  const places = subjects.filter((subject) => subject.startsWith("audit:"));
  return places.length === 0 ? sql`false` : inArray(requests.requestId, tx.select({ id: requestAccess.requestId }).from(requestAccess).where(inArray(requestAccess.subject, places)));
}

type Found = { readonly id: string | null; readonly name: string | null; readonly mediaType: string | null; readonly sha256: string | null; readonly erasedAt?: string | null; readonly erasedRule?: string | null };

function shown({ id, name, mediaType, sha256, erasedAt = null, erasedRule = null }: Found): KeptDocument | null {
  return id === null || name === null || mediaType === null || sha256 === null ? null : { id, name, mediaType, sha256, erased: erasedAt === null ? null : { at: erasedAt, rule: erasedRule ?? "" } };
}
