import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Place } from "../../lib/access/capacity.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import { subjectsOfActor } from "../../lib/access/subjects.ts";
import type { ScopedTx } from "../client.ts";
import { drafts } from "../schema/drafts.ts";
import { referrals, requestAccess, requests, steps } from "../schema/requests.ts";
import { visibleTo } from "./visible.ts";

/** Where somebody stands in a case that they see, submitted or a draft; null when they see neither. */
export async function readingPlace(tx: ScopedTx, actor: PersonActor, requestId: string): Promise<Place | null> {
  const { all, subjects } = subjectsOfActor(actor);
  const desks = subjects.flatMap((one) => (one.startsWith("desk:") ? [one.slice("desk:".length)] : []));
  const here = or(eq(steps.holder, actor.id), sql`${actor.id}::uuid = any (${steps.substitutes})`, ...(desks.length > 0 ? [inArray(steps.desk, desks)] : []));
  // Sent one behind the other without waiting in between.
  const [[live], access, own, [advised], [draft]] = await Promise.all([
    tx.select({ requester: requests.requester, team: requests.team }).from(requests).where(and(eq(requests.requestId, requestId), visibleTo(tx, actor, requests.requestId))),
    tx.select({ subject: requestAccess.subject }).from(requestAccess).where(and(eq(requestAccess.requestId, requestId), inArray(requestAccess.subject, [...subjects]))),
    tx.select({ id: steps.stepId, desk: steps.desk, status: steps.status, holder: steps.holder }).from(steps).where(and(eq(steps.requestId, requestId), here)).orderBy(steps.stepId),
    tx.select({ step: referrals.stepId }).from(referrals).where(and(eq(referrals.requestId, requestId), eq(referrals.person, actor.id))).limit(1),
    tx.select({ requester: drafts.requester, team: drafts.team }).from(drafts).where(and(eq(drafts.requestId, requestId), or(eq(drafts.requester, actor.id), sql`${actor.id}::uuid = any (${drafts.team})`))),
  ]);
  const seen = live ?? draft;
  if (!seen) return null;
  return { person: actor.id, ...seen, subjects: [...(all ? ["all"] : []), ...access.map(({ subject }) => subject)], steps: own.map(({ id, desk, status, holder }) => ({ id, desk, isOpen: status === "open", isHeld: holder === actor.id })), advises: advised?.step ?? null };
}
