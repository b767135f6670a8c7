import { and, eq, inArray, lt, type SQL, sql } from "drizzle-orm";
import type { RequestStatus } from "../../lib/request/state.ts";
import type { ScopedTx } from "../client.ts";
import { permits, requests } from "../schema/requests.ts";
import { today } from "./today.ts";

/** The last day on which a permit holds, by its terms. */
export const lastDay = sql`least(${permits.validUntil}, ${permits.revokedFrom} - 1)`;
const ending = sql`case when ${permits.revokedFrom} <= ${today} then 'revoked' else 'expired' end`;

/** Permits that have ended by their terms, which the worker has yet to write down: those of the minutes after midnight. */
export function endedByTerms(on: ScopedTx): SQL {
  return sql`(${requests.status} = 'permitted' and ${inArray(requests.requestId, endedPermits(on))})`;
}

/**
 * How a request stands today: as it was written down, or as its permit has ended since. Its own permit is looked at: under row-level security
 * no index looks into a permit's last day, so that all permits would be gone through for one page.
 */
export function statusToday(on: ScopedTx): SQL<RequestStatus> {
  const as = on.select({ ending }).from(permits).where(and(eq(permits.requestId, requests.requestId), inArray(permits.status, ["valid", "suspended"]), lt(lastDay, today)));
  return sql`coalesce(case when ${requests.status} = 'permitted' then (${as}) end, ${requests.status})`;
}

/** Whether a request stands so today. */
export function standsAs(on: ScopedTx, status: SQL): SQL {
  const isEnded = sql`(${endedByTerms(on)} and ${inArray(requests.requestId, endedPermits(on, sql`${ending} = ${status}`))})`;
  return sql`((${requests.status} = ${status} and not ${endedByTerms(on)}) or ${isEnded})`;
}

function endedPermits(on: ScopedTx, as?: SQL) {
  return on.select({ id: permits.requestId }).from(permits).where(and(inArray(permits.status, ["valid", "suspended"]), lt(lastDay, today), as));
}
