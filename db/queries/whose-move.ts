import { and, arrayContains, arrayOverlaps, eq, exists, inArray, isNull, lt, ne, not, or, type SQL, sql } from "drizzle-orm";
import type { Actor, PersonActor } from "../../lib/access/actor.ts";
import { standsInFor } from "../../lib/access/candidate.ts";
import { headship } from "../../lib/access/heads.ts";
import type { Permission } from "../../lib/access/permission.ts";
import { asLister, type ScopedTx } from "../client.ts";
import { requests, requirements, steps } from "../schema/requests.ts";
import { isOverdue } from "./owed.ts";
import { endedByTerms } from "./status-today.ts";
import { today } from "./today.ts";
import { visibleTo } from "./visible.ts";

/** Whose move a request waits for: the reader's own, its requester's, a desk's, an outside authority's; or nobody's, because it has ended and nothing of it is late. */
export const movers = ["me", "requester", "desk", "authority", "nobody"] as const;
export type Mover = (typeof movers)[number];

/** The requests that wait for somebody, as a where-clause over `requests`. */
export function waitsFor(tx: ScopedTx, actor: Actor, mover: Mover): SQL | undefined {
  switch (mover) {
    case "me":
      return actor.kind === "person" ? or(and(eq(requests.requester, actor.id), owes(tx)), decides(tx, actor)) : sql`false`;
    case "requester":
      return owes(tx);
    case "desk":
      return or(inArray(requests.status, ["submitted", "in-review"]), and(inArray(requests.status, amending), exists(tx.select({ one: sql`1` }).from(steps).where(and(eq(steps.requestId, requests.requestId), eq(steps.status, "open"))))));
    case "authority":
      return and(inArray(requests.status, ["submitted", "in-review", "approved", "permitted"]), not(endedByTerms(tx)), exists(tx.select({ one: sql`1` }).from(requirements).where(and(eq(requirements.requestId, requests.requestId), eq(requirements.status, "filed"), inArray(requirements.type, ["permit", "filing"])))));
    case "nobody":
      return and(or(inArray(requests.status, ["closed", "rejected", "withdrawn", "expired", "revoked"]), endedByTerms(tx)), not(isOverdue(tx)));
    default:
      return mover satisfies never;
  }
}

/** Statuses in which desks decide on an amendment. */
const amending = ["approved", "permitted", "expired"] as const;

/** Those of some requests that wait for the actor: where a row lights its lamp. */
export async function yoursAmong(actor: Actor, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await asLister(actor, (tx) => tx.select({ id: requests.requestId }).from(requests).where(and(inArray(requests.requestId, [...ids]), visibleTo(tx, actor, requests.requestId), waitsFor(tx, actor, "me"))));
  return new Set(rows.map(({ id }) => id));
}

/** The requester was asked something, or something must be filed before the permit or the crossing; what the crossing rests on and has expired, anew; or what was to be done after the permit is late, also once it has ended. */
function owes(tx: ScopedTx): SQL | undefined {
  const expired = and(inArray(requirements.status, ["granted", "filed"]), lt(requirements.validUntil, today));
  const among = (is: SQL | undefined) => exists(tx.select({ one: sql`1` }).from(requirements).where(and(eq(requirements.requestId, requests.requestId), ne(requirements.type, "prohibition"), is)));
  const open = (dues: readonly ("before-submission" | "before-permit" | "before-crossing")[]) => among(and(or(inArray(requirements.status, ["open", "queried", "refused"]), expired), inArray(requirements.due, [...dues])));
  return or(
    eq(requests.status, "returned"),
    and(inArray(requests.status, ["submitted", "in-review", "approved"]), open(["before-submission", "before-permit"])),
    and(eq(requests.status, "permitted"), not(endedByTerms(tx)), or(open(["before-crossing"]), among(and(expired, inArray(requirements.due, ["before-submission", "before-permit"]))))),
    isOverdue(tx),
  );
}

/** A step stands open that the actor may decide: at a desk of theirs, in their own name, or as its lead in place of whoever was named; of a request of somebody else, and no second step of it, nor one of whoever they stand in for. */
function decides(tx: ScopedTx, actor: PersonActor): SQL | undefined {
  const step = (is: SQL | undefined) => exists(tx.select({ one: sql`1` }).from(steps).where(and(eq(steps.requestId, requests.requestId), is)));
  const away = [...standsInFor(actor)];
  // Nobody of the team but its named endorser decides, nor whoever stands in for one of the request's people.
  const ofTeam = and(arrayOverlaps(requests.team, [actor.id]), not(step(and(eq(steps.status, "open"), eq(steps.assignee, actor.id)))));
  const forParty = away.length === 0 ? undefined : or(inArray(requests.requester, away), arrayOverlaps(requests.team, away));
  return and(ne(requests.requester, actor.id), ofTeam && not(ofTeam), forParty && not(forParty), inArray(requests.status, ["submitted", "in-review", ...amending]), step(and(eq(steps.status, "open"), eq(steps.suspended, false), theirs(actor))));
}

/** The steps that are somebody's to decide by themself, and the votes that are theirs to give or to break, in their own right or in the place of another; without those at which they or the other stand aside or had a part, or on whose request they advised. */
function theirs(actor: PersonActor): SQL | undefined {
  const named = or(eq(steps.assignee, actor.id), eq(steps.holder, actor.id), arrayContains(steps.substitutes, [actor.id]));
  const ways = [{ of: actor.id, own: named, desks: desksBy(actor, actor.id, "step.decide"), led: desksBy(actor, actor.id, headship) }, ...placesTaken(actor).map((of) => ({ of, own: inHandOf(actor, of), desks: desksBy(actor, of, "step.decide"), led: desksBy(actor, of, headship) }))];
  const byWay = or(
    ...ways.map(({ of, own, desks, led }) => {
      const alone = or(own, desks && and(desks, isNull(steps.assignee), isNull(steps.holder)), led);
      const voting = or(and(arrayContains(steps.votesOut, [of]), or(own, desks)), led && and(isNull(steps.votesOut), led));
      return and(or(and(eq(steps.byVote, false), alone), and(eq(steps.byVote, true), voting)), not(arrayOverlaps(steps.recused, [actor.id, of])), not(sql`${steps.decided} ?| ${sql.param([actor.id, of])}::text[]`));
    }),
  );
  return and(byWay, not(arrayOverlaps(steps.advised, [actor.id])));
}

/** What somebody has in hand in whose place the actor decides at its desk. */
function inHandOf(actor: PersonActor, of: string): SQL | undefined {
  const desks = desksBy(actor, of, "step.decide");
  return desks && and(desks, eq(steps.holder, of));
}

/** In whose places somebody acts at some desk. */
function placesTaken({ grants }: PersonActor): string[] {
  return [...new Set(grants.flatMap(({ for: of }) => of ?? []))];
}

/** A step is at a desk where somebody may do this as `of`: in their own right, or in the place of another. */
function desksBy({ id, grants }: PersonActor, of: string, permission: Permission): SQL | undefined {
  const desks = grants.flatMap((grant) => ((grant.for ?? id) === of && grant.scope.kind === "desk" && grant.permissions.includes("step.decide") && grant.permissions.includes(permission) ? [grant.scope.id] : []));
  return desks.length === 0 ? undefined : inArray(steps.desk, desks);
}
