import { and, asc, eq, exists, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Actor, PersonActor } from "../../lib/access/actor.ts";
import { can } from "../../lib/access/can.ts";
import type { Run } from "../../lib/calendar/due.ts";
import type { Text } from "../../lib/language.ts";
import type { Kind } from "../../lib/policy/pack.ts";
import { refusal, type Refusal } from "../../lib/request/refusal.ts";
import { asLister } from "../client.ts";
import { desks } from "../schema/configuration.ts";
import { people } from "../schema/people.ts";
import { requestAccess, requests, steps } from "../schema/requests.ts";
import type { Page } from "./request-list.ts";
import type { Side } from "../../lib/workflow/definition.ts";
import { pinnedSteps, stepName } from "./step-names.ts";
import { visibleTo } from "./visible.ts";

/** All that is open, what stands in the actor's own name, what is over its day, and what waits for its requester. */
export const inboxViews = ["all", "mine", "overdue", "waiting"] as const;
export type InboxView = (typeof inboxViews)[number];
export type InboxFilters = { readonly desk?: string; readonly view?: InboxView; readonly cursor?: string; readonly limit?: number };
export type InboxItem = {
  readonly request: { readonly id: string; readonly number: string; readonly kind: Kind; readonly title: string; readonly status: string; readonly fromJurisdiction: string; readonly fromCity: string | null; readonly toJurisdiction: string; readonly toCity: string | null; readonly requester: string };
  readonly step: { readonly id: string; readonly names: Text; readonly desk: string; readonly deskNames: Text | null; readonly side: Side; readonly round: number; readonly assignee: string | null; /** Who decided it in the round before: it goes to them by default. */ readonly previously: string | null; readonly previousName: string | null; readonly workingDays: number | null; readonly ran: readonly Run[] };
  readonly workflow: { readonly id: string; readonly version: number };
  readonly since: string;
  readonly dueOn: string | null;
  /** What keeps this actor from deciding it themselves; empty when nothing does. The decision has the last word. */
  readonly separation: readonly Refusal[];
};

/** Open steps at the actor's desks or in their own name, what is due first on top. Requests sent back wait for their requester, not for a desk: they have a view of their own. */
export async function inbox(actor: Actor, { desk, view = "all", cursor, limit: asked }: InboxFilters = {}): Promise<Page<InboxItem>> {
  if (actor.kind !== "person") return { items: [], next: null };
  const limit = Math.min(asked ?? 50, 100);
  return asLister(actor, async (tx) => {
    const party = exists(tx.select({ one: sql`1` }).from(requestAccess).where(and(eq(requestAccess.requestId, requests.requestId), eq(requestAccess.subject, `person:${actor.id}`))));
    const elsewhere = sql<string | null>`(select min(o.step_id) from ${steps} o where o.request_id = ${steps.requestId} and o.step_id <> ${steps.stepId} and o.decided_by = ${actor.id}::uuid)`;
    const rows = await tx
      .select({ step: steps, request: requests, names: desks.names, previousName: people.name, party: sql<boolean>`${party}`, elsewhere })
      .from(steps)
      .innerJoin(requests, eq(requests.requestId, steps.requestId))
      .leftJoin(desks, eq(desks.id, steps.desk))
      .leftJoin(people, eq(people.id, steps.previously))
      .where(and(mine(actor), desk === undefined ? undefined : eq(steps.desk, desk), viewed(actor, view), visibleTo(tx, actor, steps.requestId), after(cursor)))
      .orderBy(asc(due), asc(steps.since), asc(steps.requestId), asc(steps.stepId))
      .limit(limit + 1);
    const page = rows.slice(0, limit);
    const define = await pinnedSteps(tx, page.map(({ request }) => request));
    const items = page.map(({ step, request, names, previousName, ...about }): InboxItem => {
      const definition = define(request, step.stepId);
      return {
        request: { id: request.requestId, number: request.number, kind: request.kind, title: request.title ?? "", status: request.status, fromJurisdiction: request.fromJurisdiction, fromCity: request.fromCity, toJurisdiction: request.toJurisdiction, toCity: request.toCity, requester: request.requester },
        step: { id: step.stepId, names: stepName(definition, step.stepId), desk: step.desk, deskNames: names, side: step.side, round: step.round, assignee: step.assignee, previously: step.previously, previousName, workingDays: definition?.clock?.workingDays ?? null, ran: step.ran },
        workflow: { id: request.workflowId, version: request.workflowVersion },
        since: step.since ?? request.changedAt,
        dueOn: step.dueOn,
        separation: separation(actor, { ...step, ...about, requester: request.requester }),
      };
    });
    const last = items.at(-1);
    return { items, next: rows.length > limit && last ? [last.dueOn ?? never, last.since, last.request.id, last.step.id].join("~") : null };
  });
}

/** How much stands in each view, and at each desk of the actor. */
export async function inboxCounts(actor: PersonActor, desk?: string): Promise<{ readonly views: Readonly<Record<InboxView, number>>; readonly desks: Readonly<Record<string, { readonly open: number; readonly overdue: number }>> }> {
  return asLister(actor, async (tx) => {
    const counted = (view: InboxView) => sql<number>`(count(*) filter (where ${viewed(actor, view) ?? sql`true`}))::int`;
    const rows = await tx
      .select({ desk: steps.desk, all: counted("all"), mine: counted("mine"), overdue: counted("overdue"), waiting: counted("waiting") })
      .from(steps)
      .innerJoin(requests, eq(requests.requestId, steps.requestId))
      .where(and(mine(actor), inArray(requests.status, ["submitted", "in-review", "returned"]), visibleTo(tx, actor, steps.requestId)))
      .groupBy(steps.desk);
    const sum = (view: InboxView) => rows.filter((row) => desk === undefined || row.desk === desk).reduce((total, row) => total + row[view], 0);
    return {
      views: { all: sum("all"), mine: sum("mine"), overdue: sum("overdue"), waiting: sum("waiting") },
      desks: Object.fromEntries(rows.map((row) => [row.desk, { open: row.all, overdue: row.overdue }])),
    };
  });
}

/** Whether a cursor could be ours. */
export function isInboxCursor(text: string): boolean {
  const [day = "", since = "", ...rest] = text.split("~");
  return !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) && !Number.isNaN(Date.parse(since)) && /^\d{4}-\d{2}-\d{2}~\d{4}-\d{2}-\d{2}T[\d:.]{8,12}Z$/.test(`${day}~${since}`) && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}~[a-z][a-z0-9-]{0,40}$/.test(rest.join("~"));
}

/** What has no clock comes after everything that has one. */
const never = "9999-12-31";
const due = sql`coalesce(${steps.dueOn}, ${sql.raw(`'${never}'::date`)})`;

function after(cursor: string | undefined): SQL | undefined {
  const [day, since, id, step] = (cursor ?? "").split("~");
  return day && since && id && step ? sql`(${due}, ${steps.since}, ${steps.requestId}, ${steps.stepId}) > (${day}::date, ${since}::timestamptz, ${id}::uuid, ${step}::text)` : undefined;
}

function viewed(actor: PersonActor, view: InboxView): SQL | undefined {
  if (view === "waiting") return and(eq(requests.status, "returned"), or(eq(steps.status, "open"), eq(steps.outcome, "returned")));
  const open = and(eq(steps.status, "open"), inArray(requests.status, ["submitted", "in-review"]));
  if (view === "mine") return and(open, sql`coalesce(${steps.assignee}, ${steps.previously}) = ${actor.id}::uuid`);
  return view === "overdue" ? and(open, sql`${steps.dueOn} < (now() at time zone 'Asia/Shanghai')::date`) : open;
}

function mine(actor: PersonActor): SQL | undefined {
  const decides = actor.grants.flatMap(({ scope, permissions }) => (scope.kind === "desk" && permissions.includes("step.decide") ? [scope.id] : []));
  const named = eq(steps.assignee, actor.id);
  return decides.length === 0 ? named : or(inArray(steps.desk, decides), named);
}

type Facing = Pick<typeof steps.$inferSelect, "stepId" | "desk" | "assignee" | "decidedBy"> & { readonly requester: string; readonly party: boolean; readonly elsewhere: string | null };

function separation(actor: PersonActor, { stepId, desk, assignee, decidedBy, requester, party, elsewhere }: Facing): Refusal[] {
  if (requester === actor.id) return [refusal("ownRequest")];
  const named = assignee === actor.id;
  return [
    ...(party && !named ? [refusal("teamMember")] : []),
    ...(assignee !== null && !named && !can(actor, "permit.revoke", { desks: [desk] }) ? [refusal("notNamed", { step: stepId })] : []),
    ...(elsewhere === null ? [] : [refusal("decidedAnotherStep", { step: elsewhere })]),
    ...(decidedBy === actor.id ? [refusal("decidedAlready", { step: stepId })] : []),
  ];
}
