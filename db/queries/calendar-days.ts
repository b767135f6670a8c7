import { and, arrayContains, eq, gte, inArray, isNotNull, or, type SQL, sql } from "drizzle-orm";
import type { PersonActor } from "../../lib/access/actor.ts";
import type { Text } from "../../lib/language.ts";
import type { DutyKind } from "../../lib/request/duty.ts";
import { underWay } from "../../lib/request/state.ts";
import { asLister, type ScopedTx } from "../client.ts";
import { obligations, permits, requestAccess, requests, requirements, steps } from "../schema/requests.ts";
import { pinnedSteps, stepName } from "./step-names.ts";
import { visibleTo } from "./visible.ts";

/** What a day of a calendar is about. */
type About = { readonly is: "obligation"; readonly kind: DutyKind } | { readonly is: "step"; readonly name: Text } | { readonly is: "permit" | "requirement" | "arrival" };
/** A day of a request that somebody should have in their calendar. `id` is the same as long as it is about the same thing, on whatever day that falls. */
export type CalendarDay = About & { readonly id: string; readonly day: string; readonly request: string; readonly number: string; readonly version: number; readonly changedAt: string };

/** More than anybody looks at; the nearest come first. */
const most = 1000;

/**
 * The days that concern a person, as requester or of the team and with steps in hand; or a desk: its open steps, and what comes of the
 * requests that it has part in. Only what the actor may see, and nothing from before `since` but what is still owed.
 */
export async function calendarDays(actor: PersonActor, desk: string | null, since: string): Promise<CalendarDay[]> {
  return asLister(actor, async (tx) => {
    const subject = desk === null ? `person:${actor.id}` : `desk:${desk}`;
    const among = tx.select({ id: requestAccess.requestId }).from(requestAccess).where(eq(requestAccess.subject, subject));
    const isPart = desk === null ? or(eq(requests.requester, actor.id), arrayContains(requests.team, [actor.id])) : undefined;
    const own = and(inArray(requests.requestId, among), isPart, visibleTo(tx, actor, requests.requestId));
    const isTheirs = desk === null ? or(eq(steps.holder, actor.id), eq(steps.assignee, actor.id)) : eq(steps.desk, desk);
    const seen = and(inArray(requests.requestId, among), visibleTo(tx, actor, requests.requestId));
    return (await Promise.all([owed(tx, own), toDecide(tx, and(seen, isTheirs)), permitDays(tx, own, since), expiring(tx, own, since)])).flat();
  });
}

const told = { request: requests.requestId, number: requests.number, version: requests.version, changedAt: requests.changedAt };

async function owed(tx: ScopedTx, own: SQL | undefined): Promise<CalendarDay[]> {
  const rows = await tx.select({ ...told, of: obligations.obligationId, kind: obligations.kind, day: obligations.dueOn }).from(obligations).innerJoin(requests, eq(requests.requestId, obligations.requestId)).where(own).orderBy(obligations.dueOn).limit(most);
  return rows.map(({ of, ...row }) => ({ ...row, is: "obligation", id: `obligation.${of}.${row.request}` }));
}

async function toDecide(tx: ScopedTx, own: SQL | undefined): Promise<CalendarDay[]> {
  const isOpen = and(eq(steps.status, "open"), inArray(requests.status, ["submitted", "in-review", "permitted"]));
  const rows = await tx.select({ ...told, workflowId: requests.workflowId, workflowVersion: requests.workflowVersion, of: steps.stepId, day: steps.dueOn }).from(steps).innerJoin(requests, eq(requests.requestId, steps.requestId)).where(and(own, isOpen, isNotNull(steps.dueOn))).orderBy(steps.dueOn).limit(most);
  const define = await pinnedSteps(tx, rows);
  return rows.flatMap(({ of, day, workflowId, workflowVersion, ...row }) => (day === null ? [] : [{ ...row, day, is: "step" as const, name: stepName(define({ workflowId, workflowVersion }, of), of), id: `step.${of}.${row.request}` }]));
}

/** Until when permits hold, and by when what is under way should have arrived. */
async function permitDays(tx: ScopedTx, own: SQL | undefined, since: string): Promise<CalendarDay[]> {
  const last = sql<string>`least(${permits.validUntil}, ${permits.revokedFrom} - 1)::text`;
  const rows = await tx
    .select({ ...told, last, arrival: permits.arrivalDue, status: permits.status })
    .from(permits)
    .innerJoin(requests, eq(requests.requestId, permits.requestId))
    .where(and(own, or(and(inArray(permits.status, ["valid", "suspended"]), gte(permits.validUntil, since)), gte(permits.arrivalDue, since))))
    .orderBy(permits.validUntil)
    .limit(most);
  return rows.flatMap(({ last: day, arrival, status, ...row }): CalendarDay[] => [
    ...(status === "valid" || status === "suspended" ? [{ ...row, day, is: "permit" as const, id: `permit.${row.request}` }] : []),
    ...(arrival === null ? [] : [{ ...row, day: arrival, is: "arrival" as const, id: `arrival.${row.request}` }]),
  ]);
}

/** Until when what a request rests on holds. */
async function expiring(tx: ScopedTx, own: SQL | undefined, since: string): Promise<CalendarDay[]> {
  const rows = await tx.select({ ...told, of: requirements.requirementId, day: requirements.validUntil }).from(requirements).innerJoin(requests, eq(requests.requestId, requirements.requestId)).where(and(own, inArray(requests.status, [...underWay]), inArray(requirements.status, ["granted", "filed"]), gte(requirements.validUntil, since))).orderBy(requirements.validUntil).limit(most);
  return rows.flatMap(({ of, day, ...row }) => (day === null ? [] : [{ ...row, day, is: "requirement" as const, id: `requirement.${of}.${row.request}` }]));
}
