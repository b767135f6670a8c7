import { and, desc, eq, getTableColumns, gt, inArray, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { PersonActor } from "../../lib/access/actor.ts";
import type { OwnRequest } from "../../lib/request/agenda.ts";
import { awaitsPermit } from "../../lib/notice/dependency-notices.ts";
import { endedStatuses, type PermitStatus, type RequestStatus, underWay } from "../../lib/request/state.ts";
import { workingDaysOf } from "../../lib/workflow/step-clock.ts";
import { aMoment, freshenCalendars } from "../calendars.ts";
import { asLister } from "../client.ts";
import { waitsAmong } from "../dossiers.ts";
import { desks, organisations } from "../schema/configuration.ts";
import { people } from "../schema/people.ts";
import { movements, permits, requests, requirements, steps } from "../schema/requests.ts";
import { statusToday } from "./status-today.ts";
import { isOverdue, owedIn } from "./owed.ts";
import { peopleNames } from "./people-names.ts";
import { pinnedSteps, stepName } from "./step-names.ts";
import { termsOwed } from "./terms-owed.ts";

/** Ended ones are looked at for what is still owed after a crossing, for as long as the law usually gives; longer where that is late. */
const owing = sql`now() - interval '90 days'`;

/** An entry that takes the place of another. */
const later = alias(movements, "later");

/** The requests in which a person takes part and that are still under way or owe something, last changed first, with what a home page says of them. Those that are late are never left out for others. */
export async function ownWork(actor: PersonActor, limit = 40): Promise<readonly OwnRequest[]> {
  return asLister(actor, async (tx) => {
    const { answers: _, ...columns } = getTableColumns(requests);
    const found = await tx
      .select({ ...columns, status: statusToday(tx) })
      .from(requests)
      .where(sql`${requests.requestId} = any (array(select own_work(${sql.param([...underWay])}::text[], ${sql.param([...endedStatuses])}::text[], ${owing}, ${limit}::int)))`)
      .orderBy(desc(isOverdue(tx)), desc(requests.changedAt))
      .limit(limit);
    if (found.length === 0) return [];
    const rows = found.toSorted((a, b) => (a.changedAt < b.changedAt ? 1 : -1));
    const ids = rows.map(({ requestId }) => requestId);
    const held = rows.filter(awaitsPermit).map(({ requestId }) => requestId);
    const mine = rows.filter(({ requester, status }) => requester === actor.id && status === "permitted").map(({ requestId }) => requestId);
    const [open, asked, granted, crossed, define, askers, waits, owed] = await Promise.all([
      tx.select({ step: steps, desk: desks.names, office: organisations.names, assignee: people.name }).from(steps).leftJoin(desks, eq(desks.id, steps.desk)).leftJoin(organisations, eq(organisations.id, desks.organisation)).leftJoin(people, eq(people.id, steps.assignee)).where(and(inArray(steps.requestId, ids), eq(steps.status, "open"))),
      tx.select().from(requirements).where(inArray(requirements.requestId, ids)),
      tx.select().from(permits).where(inArray(permits.requestId, ids)),
      tx.select({ requestId: movements.requestId, at: sql<string>`max(${movements.at})` }).from(movements).where(and(inArray(movements.requestId, ids), eq(movements.direction, "out"), eq(movements.stage, "crossed"), gt(movements.value, "0"), notExists(tx.select({ one: sql`1` }).from(later).where(and(eq(later.requestId, movements.requestId), eq(later.corrects, movements.movementId)))))).groupBy(movements.requestId),
      pinnedSteps(tx, rows),
      peopleNames(tx, rows.map(({ requester }) => requester)),
      waitsAmong(tx, held),
      termsOwed(tx, actor.id, mine),
      freshenCalendars(tx, { within: aMoment }),
    ]);
    const crossedAt = (request: string) => crossed.find(({ requestId }) => requestId === request)?.at ?? null;
    const due = await owedIn(tx, rows.flatMap(({ requestId: id, status }) => (granted.some(({ requestId }) => requestId === id) ? [{ id, status, crossedAt: crossedAt(id) }] : [])));
    return rows.map((row): OwnRequest => ({
      id: row.requestId,
      number: row.number,
      kind: row.kind,
      title: row.title ?? "",
      status: row.status,
      requester: { mine: row.requester === actor.id, name: askers[row.requester] ?? "" },
      from: { jurisdiction: row.fromJurisdiction, city: row.fromCity },
      to: { jurisdiction: row.toJurisdiction, city: row.toCity },
      crossing: row.crossing,
      controlPoint: row.controlPoint,
      changedAt: row.changedAt,
      steps: open
        .filter(({ step }) => step.requestId === row.requestId)
        .map(({ step, desk, office, assignee }) => ({ id: step.stepId, names: stepName(define(row, step.stepId), step.stepId), deskNames: desk, officeNames: office, assignee, side: step.side, since: step.since, dueOn: step.dueOn, ran: step.ran, workingDays: workingDaysOf({ clock: define(row, step.stepId)?.clock, extended: step.extended }) })),
      requirements: asked.filter((one) => one.requestId === row.requestId).map(({ requirementId, regime, type, due, uncertain, status, date, validUntil }) => ({ id: requirementId, regime, type, due, uncertain, status, date, validUntil })),
      permit: permitAs(row.status, granted.find((one) => one.requestId === row.requestId)),
      crossedAt: crossedAt(row.requestId),
      owed: due.filter(({ request }) => request === row.requestId).map(({ id, kind, requirement, due: day }) => ({ id, kind, requirement, due: day })),
      termsOwed: owed.has(row.requestId),
      waits: waits.filter(({ waiting, wait }) => waiting === row.requestId && wait.standing !== "met").map(({ wait }) => wait),
    }));
  });
}

/** A permit that has ended by its terms is no more valid than its request. */
function permitAs<T extends { readonly status: PermitStatus }>(status: RequestStatus, permit: T | undefined): T | null {
  return permit === undefined ? null : status === "expired" || status === "revoked" ? { ...permit, status } : permit;
}
