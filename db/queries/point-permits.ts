import { and, asc, eq, gte, inArray } from "drizzle-orm";
import type { PersonActor } from "../../lib/access/actor.ts";
import { addDays } from "../../lib/calendar/day.ts";
import type { Kind } from "../../lib/policy/pack.ts";
import { asLister } from "../client.ts";
import { permits, requests } from "../schema/requests.ts";
import { visibleTo } from "./visible.ts";

/** A permit that may be shown at a control point, with the day its crossing is planned for. */
export type PointPermit = { readonly requestId: string; readonly number: string; readonly kind: Kind; readonly title: string; readonly crossing: string; readonly validFrom: string; /** The last day on which it holds: the one before its revocation, once that was announced. */ readonly validUntil: string; readonly limitValue: string; readonly limitUnit: string; readonly used: string; readonly fromCity: string | null; readonly toCity: string | null };

/** The control points at which an actor checks what crosses. */
export function pointsOf(actor: PersonActor): string[] {
  return actor.grants.flatMap(({ scope }) => (scope.kind === "desk" && scope.id.startsWith("cp.") ? [scope.id.slice(3)] : []));
}

/** Valid permits for the actor's control points, the next crossing on top. */
export async function pointPermits(actor: PersonActor, today: string): Promise<PointPermit[]> {
  const points = pointsOf(actor);
  if (points.length === 0) return [];
  return asLister(actor, async (tx) => {
    const rows = await tx
      .select({ permit: permits, title: requests.title, crossing: requests.crossing, fromCity: requests.fromCity, toCity: requests.toCity })
      .from(permits)
      .innerJoin(requests, eq(requests.requestId, permits.requestId))
      .where(and(inArray(permits.controlPoint, points), eq(permits.status, "valid"), gte(permits.validUntil, today), visibleTo(tx, actor, permits.requestId)))
      .orderBy(asc(requests.crossing), asc(permits.requestId))
      .limit(50);
    return rows.map(({ permit, title, ...rest }) => ({ ...rest, requestId: permit.requestId, number: permit.number, kind: permit.kind, title: title ?? "", validFrom: permit.validFrom, validUntil: lastDayOf(permit), limitValue: permit.limitValue, limitUnit: permit.limitUnit, used: permit.used }));
  });
}

function lastDayOf({ validUntil, revokedFrom }: { readonly validUntil: string; readonly revokedFrom: string | null }): string {
  return revokedFrom !== null && revokedFrom <= validUntil ? addDays(revokedFrom, -1) : validUntil;
}
