import { and, desc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "../../lib/access/actor.ts";
import { subjectsOfActor } from "../../lib/access/subjects.ts";
import { asReader, type ScopedTx } from "../client.ts";
import { draftDocuments, drafts } from "../schema/drafts.ts";
import { people } from "../schema/people.ts";
import { documentReads } from "../schema/record.ts";
import { documents, requestAccess, requests } from "../schema/requests.ts";
import { visibleTo } from "./visible.ts";

/** A paper as it is kept, without its content. */
export type KeptDocument = { readonly id: string; readonly name: string; readonly mediaType: string; readonly sha256: string };

/** Whether an actor sees a request, submitted or a draft of theirs, and this paper of it: nothing else of the request is read. */
export async function documentSeen(actor: Actor, requestId: string, documentId: string): Promise<{ readonly seen: boolean; readonly document: KeptDocument | null }> {
  if (![requestId, documentId].every((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))) return { seen: false, document: null };
  return asReader(actor, async (tx) => {
    const { documentId: id, name, mediaType, sha256 } = documents;
    const [live] = await tx
      .select({ found: requests.requestId, id, name, mediaType, sha256 })
      .from(requests)
      .leftJoin(documents, and(eq(documents.requestId, requests.requestId), eq(id, documentId)))
      .where(and(eq(requests.requestId, requestId), visibleTo(tx, actor, requests.requestId)));
    // A name that was erased leaves the paper without one.
    if (live) return { seen: true, document: shown({ ...live, name: live.name ?? "" }) };
    const [draft] = await tx
      .select({ found: drafts.requestId, id: draftDocuments.documentId, name: draftDocuments.name, mediaType: draftDocuments.mediaType, sha256: draftDocuments.sha256 })
      .from(drafts)
      .leftJoin(draftDocuments, and(eq(draftDocuments.requestId, drafts.requestId), eq(draftDocuments.documentId, documentId)))
      .where(and(eq(drafts.requestId, requestId), ofParty(actor)));
    return { seen: draft !== undefined, document: draft ? shown(draft) : null };
  });
}

/** One opening of a paper. */
export type DocumentRead = { readonly id: string; readonly document: string; readonly person: string; readonly at: string };

/** Who opened which paper of a request, the newest first: for its auditors, its requester, and of a paper for whoever attached it. */
export async function documentReadsOf(actor: Actor, requestId: string, limit = 200): Promise<DocumentRead[]> {
  if (actor.kind !== "person") return [];
  return asReader(actor, async (tx) => {
    const rows = await tx
      .select({ id: documentReads.id, document: sql<string>`coalesce(${documents.name}, '')`, person: people.name, at: documentReads.at })
      .from(documentReads)
      .innerJoin(documents, and(eq(documents.requestId, documentReads.requestId), eq(documents.documentId, documentReads.documentId)))
      .innerJoin(requests, eq(requests.requestId, documentReads.requestId))
      .innerJoin(people, eq(people.id, documentReads.person))
      .where(and(eq(documentReads.requestId, requestId), or(audits(tx, actor), eq(requests.requester, actor.id), eq(documents.person, actor.id))))
      .orderBy(desc(documentReads.at), desc(documentReads.id))
      .limit(limit);
    return rows;
  });
}

function audits(tx: ScopedTx, actor: Actor): SQL {
  const { all, subjects } = subjectsOfActor(actor);
  if (all) return sql`true`;
  const places = subjects.filter((subject) => subject.startsWith("audit:"));
  return places.length === 0 ? sql`false` : inArray(requests.requestId, tx.select({ id: requestAccess.requestId }).from(requestAccess).where(inArray(requestAccess.subject, places)));
}

function ofParty(actor: Actor): SQL | undefined {
  return actor.kind === "person" ? or(eq(drafts.requester, actor.id), sql`${actor.id}::uuid = any (${drafts.team})`) : sql`false`;
}

function shown({ id, name, mediaType, sha256 }: { readonly id: string | null; readonly name: string | null; readonly mediaType: string | null; readonly sha256: string | null }): KeptDocument | null {
  return id === null || name === null || mediaType === null || sha256 === null ? null : { id, name, mediaType, sha256 };
}
