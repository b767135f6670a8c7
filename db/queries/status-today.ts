import { and, eq, exists, inArray, lt, type SQL, sql } from "drizzle-orm";
import type { RequestStatus } from "../../lib/request/state.ts";
import type { ScopedTx } from "../client.ts";
import { permits, requests } from "../schema/requests.ts";
import { today } from "./today.ts";

/** The last day on which a permit holds, by its terms. */
export const lastDay = sql`least(${permits.validUntil}, ${permits.revokedFrom} - 1)`;
const ending = sql`case when ${permits.revokedFrom} <= ${today} then 'revoked' else 'expired' end`;

/** Whether its permit has ended by its terms, which the worker has yet to write down: in the minutes after midnight. */
export function endedByTerms(on: ScopedTx): SQL {
  return sql`(${requests.status} = 'permitted' and ${exists(endOf(on))})`;
}

/**
 * How a request stands today: as it was written down, or as its permit has ended since. Its own permit is looked at: under row-level security
 * no index looks into a permit's last day, so that all permits would be gone through for one page.
 */
export function statusToday(on: ScopedTx): SQL<RequestStatus> {
  return sql`coalesce(case when ${requests.status} = 'permitted' then (${endOf(on)}) end, ${requests.status})`;
}

/** Whether how requests stand, for those that stand so, hangs on what day it is, too. */
export function hangsOnDay(status: RequestStatus): boolean {
  return status === "permitted" || status === "expired" || status === "revoked";
}

/** Whether a request stands so today, where that hangs on what day it is. */
export function standsAs(on: ScopedTx, status: SQL): SQL {
  return sql`((${requests.status} = ${status} and not ${endedByTerms(on)}) or (${requests.status} = 'permitted' and ${exists(endOf(on, sql`${ending} = ${status}`))}))`;
}

/** How its own permit has ended; of one that holds there is no row. */
function endOf(on: ScopedTx, as?: SQL) {
  return on.select({ ending }).from(permits).where(and(eq(permits.requestId, requests.requestId), inArray(permits.status, ["valid", "suspended"]), lt(lastDay, today), as));
}
