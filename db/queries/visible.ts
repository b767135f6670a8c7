import { type Column, inArray, type SQL, sql } from "drizzle-orm";
import type { Actor } from "../../lib/access/actor.ts";
import { subjectsOfActor } from "../../lib/access/subjects.ts";
import type { ScopedTx } from "../client.ts";
import { requestAccess } from "../schema/requests.ts";

/** The first wall: rows of requests that the actor may see; undefined when that is all of them. Row-level security says the same again. */
export function visibleTo(tx: ScopedTx, actor: Actor, requestId: Column): SQL | undefined {
  const { all, subjects } = subjectsOfActor(actor);
  if (all) return undefined;
  if (subjects.length === 0) return sql`false`;
  return inArray(requestId, tx.select({ id: requestAccess.requestId }).from(requestAccess).where(inArray(requestAccess.subject, [...subjects])));
}
