import { and, count, desc, eq, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "../../lib/access/actor.ts";
import { subjectsOfActor } from "../../lib/access/subjects.ts";
import type { DossierStatus } from "../../lib/dossier/state.ts";
import { asLister, asReader, type ScopedTx } from "../client.ts";
import { dossierStream } from "../log.ts";
import { dossierRequests, dossiers } from "../schema/dossiers.ts";
import { drafts } from "../schema/drafts.ts";
import { requestAccess } from "../schema/requests.ts";
import { streamPage, type StreamPage } from "./stream-page.ts";
import { ownDrafts } from "./visible.ts";

export type DossierItem = { readonly id: string; readonly number: string; readonly title: string; readonly status: DossierStatus; readonly requests: number; readonly changedAt: string };

/** The dossiers that an actor may see, newest first, a page by key at a time. */
export async function dossierList(actor: Actor, { cursor, limit = 25 }: { readonly cursor?: string; readonly limit?: number } = {}): Promise<{ readonly items: readonly DossierItem[]; readonly next: string | null }> {
  return asLister(actor, async (tx) => {
    const linked = tx.select({ linked: count() }).from(dossierRequests).where(eq(dossierRequests.dossierId, dossiers.dossierId));
    const rows = await tx
      .select({ id: dossiers.dossierId, number: dossiers.number, title: sql<string>`coalesce(${dossiers.title}, '')`, status: dossiers.status, requests: sql<number>`(${linked})::int`, changedAt: dossiers.changedAt })
      .from(dossiers)
      .where(and(visibleDossiers(tx, actor), cursor ? lt(dossiers.dossierId, cursor) : undefined))
      .orderBy(desc(dossiers.dossierId))
      .limit(limit + 1);
    const items = rows.slice(0, limit);
    return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  });
}

/** The first wall: dossiers that the actor opened, or one of whose requests they see; undefined when that is all of them. */
export function visibleDossiers(tx: ScopedTx, actor: Actor): SQL | undefined {
  const { all, subjects } = subjectsOfActor(actor);
  if (all) return undefined;
  if (actor.kind !== "person") return sql`false`;
  const submitted = tx.select({ id: requestAccess.requestId }).from(requestAccess).where(inArray(requestAccess.subject, [...subjects]));
  const begun = tx.select({ id: drafts.requestId }).from(drafts).where(ownDrafts(actor));
  const linked = tx.select({ id: dossierRequests.dossierId }).from(dossierRequests).where(or(inArray(dossierRequests.requestId, submitted), inArray(dossierRequests.requestId, begun)));
  return or(eq(dossiers.opener, actor.id), inArray(dossiers.dossierId, linked));
}

/** A dossier's history from a place on; null when the actor does not see the dossier. Whoever sees it sees all of it. */
export async function dossierEvents(actor: Actor, dossierId: string, after = 0): Promise<StreamPage | null> {
  return asReader(actor, async (tx) => ((await seesDossier(tx, actor, dossierId)) ? streamPage(tx, { id: dossierId, stream: dossierStream(dossierId) }, after) : null));
}

/** Whether the actor sees a dossier. */
export async function seesDossier(tx: ScopedTx, actor: Actor, dossierId: string): Promise<boolean> {
  const rows = await tx.select({ id: dossiers.dossierId }).from(dossiers).where(and(eq(dossiers.dossierId, dossierId), visibleDossiers(tx, actor)));
  return rows.length > 0;
}
