import { and, type Column, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "../../lib/access/actor.ts";
import { isAdviserSubject, subjectsOfActor } from "../../lib/access/subjects.ts";
import type { ScopedTx } from "../client.ts";
import { drafts } from "../schema/drafts.ts";
import { requestAccess, requests } from "../schema/requests.ts";

/** The first wall: rows of requests that the actor may see; undefined when that is all of them. Row-level security says the same again. */
export function visibleTo(tx: ScopedTx, actor: Actor, requestId: Column): SQL | undefined {
  const { all, subjects } = subjectsOfActor(actor);
  if (all) return undefined;
  if (subjects.length === 0) return sql`false`;
  return inArray(requestId, tx.select({ id: requestAccess.requestId }).from(requestAccess).where(inArray(requestAccess.subject, [...subjects])));
}

/** The same without requests that the actor sees for their advice alone: what of a request no adviser gets. */
export function seenBeyondAdvice(tx: ScopedTx, actor: Actor, requestId: Column): SQL | undefined {
  const { all, subjects } = subjectsOfActor(actor);
  const more = subjects.filter((one) => !isAdviserSubject(one));
  return all ? undefined : inArray(requestId, tx.select({ id: requestAccess.requestId }).from(requestAccess).where(inArray(requestAccess.subject, more)));
}

/** Whether the actor audits a request, by the places that they audit. */
export async function auditsRequest(tx: ScopedTx, actor: Actor, requestId: string): Promise<boolean> {
  const { all, subjects } = subjectsOfActor(actor);
  if (all) return true;
  const places = subjects.filter((one) => one.startsWith("audit:"));
  const found = await tx.select({ id: requestAccess.requestId }).from(requestAccess).where(and(eq(requestAccess.requestId, requestId), inArray(requestAccess.subject, places)));
  return found.length > 0;
}

/** The first wall of drafts: those that the actor prepares or is of the team of, and nobody else’s, not an auditor’s either. */
export function ownDrafts(actor: Actor): SQL | undefined {
  return actor.kind === "person" ? or(eq(drafts.requester, actor.id), sql`${actor.id}::uuid = any (${drafts.team})`) : sql`false`;
}

/** Whether a request is a draft of theirs. */
export async function isOwnDraft(tx: ScopedTx, actor: Actor, requestId: string): Promise<boolean> {
  const found = await tx.select({ id: drafts.requestId }).from(drafts).where(and(eq(drafts.requestId, requestId), ownDrafts(actor)));
  return found.length > 0;
}

/** Of these requests and drafts those that the actor sees. */
export async function seenAmong(tx: ScopedTx, actor: Actor, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const submitted = await tx.select({ id: requests.requestId }).from(requests).where(and(inArray(requests.requestId, [...ids]), visibleTo(tx, actor, requests.requestId)));
  const begun = await tx.select({ id: drafts.requestId }).from(drafts).where(and(inArray(drafts.requestId, [...ids]), ownDrafts(actor)));
  return new Set([...submitted, ...begun].map(({ id }) => id));
}

/** Whether somebody who sees a request does so for their advice alone. */
export async function onlyAdvises(tx: ScopedTx, actor: Actor, requestId: string): Promise<boolean> {
  const { all, subjects } = subjectsOfActor(actor);
  if (all || subjects.length === 0) return false;
  const names = await tx.select({ subject: requestAccess.subject }).from(requestAccess).where(and(eq(requestAccess.requestId, requestId), inArray(requestAccess.subject, [...subjects])));
  return names.length > 0 && names.every(({ subject }) => isAdviserSubject(subject));
}
