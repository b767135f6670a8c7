import { and, eq, inArray, ne, sql } from "drizzle-orm";
import type { Actor } from "../../lib/access/actor.ts";
import type { Role } from "../../lib/dossier/role.ts";
import { asReader } from "../client.ts";
import { dossierRequests, dossiers } from "../schema/dossiers.ts";
import { draftDocuments, drafts } from "../schema/drafts.ts";
import { documents } from "../schema/requests.ts";
import { forReader } from "./documents.ts";
import { visibleDossiers } from "./dossiers.ts";
import { ownDrafts, visibleTo } from "./visible.ts";
import { wordsRead } from "./words-read.ts";

/** A paper of another request of the same dossier. */
export type DossierPaper = { readonly request: string; readonly number: string; readonly role: Role; readonly document: string; readonly name: string; readonly paper: string | null; readonly sha256: string; /** The request has the same already. */ readonly isThere: boolean };

/** The papers that a request could use too: those of the other requests of its dossier, as far as the actor sees these, each once by its digest. */
export async function dossierPapers(actor: Actor, requestId: string): Promise<DossierPaper[]> {
  const papers = await asReader(actor, async (tx) => {
    const links = await tx
      .select({ request: dossierRequests.requestId, number: dossierRequests.number, role: dossierRequests.role })
      .from(dossierRequests)
      .innerJoin(dossiers, eq(dossiers.dossierId, dossierRequests.dossierId))
      .where(and(ne(dossierRequests.requestId, requestId), visibleDossiers(tx, actor), inArray(dossierRequests.dossierId, tx.select({ id: dossierRequests.dossierId }).from(dossierRequests).where(eq(dossierRequests.requestId, requestId)))));
    if (links.length === 0) return [];
    const ids = [...links.map(({ request }) => request), requestId];
    // A request's papers are for whoever sees the request, a draft's for its people.
    const [live, begun] = await Promise.all([
      tx.select({ request: documents.requestId, document: documents.documentId, name: sql<string>`coalesce(${documents.name}, '')`, paper: documents.paper, sha256: documents.sha256, author: sql<string | null>`${documents.person}` }).from(documents).where(and(inArray(documents.requestId, ids), visibleTo(tx, actor, documents.requestId), forReader(tx, actor))).orderBy(documents.documentId),
      tx.select({ request: draftDocuments.requestId, document: draftDocuments.documentId, name: draftDocuments.name, paper: draftDocuments.paper, sha256: draftDocuments.sha256, author: sql<string | null>`null` }).from(draftDocuments).where(and(inArray(draftDocuments.requestId, ids), inArray(draftDocuments.requestId, tx.select({ id: drafts.requestId }).from(drafts).where(ownDrafts(actor))))).orderBy(draftDocuments.documentId),
    ]);
    const all = [...live, ...begun];
    const own = all.filter(({ request }) => request === requestId);
    const others = all.filter(({ request }) => request !== requestId);
    return others
      .filter((one, at) => others.findIndex(({ sha256 }) => sha256 === one.sha256) === at)
      .flatMap((one) => links.filter(({ request }) => request === one.request).map((link) => ({ ...link, ...one, isThere: own.some(({ sha256 }) => sha256 === one.sha256) })));
  });
  const words = await wordsRead(actor, papers.map(({ request }) => request));
  return papers.map(({ author, ...one }) => ({ ...one, name: words(one.request, one.name, author) }));
}
