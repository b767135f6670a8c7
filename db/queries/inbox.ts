import { and, asc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { type Actor, desksOf } from "../../lib/access/actor.ts";
import type { Text } from "../../lib/language.ts";
import type { Kind } from "../../lib/policy/pack.ts";
import { asReader } from "../client.ts";
import { desks } from "../schema/configuration.ts";
import { requests, steps } from "../schema/requests.ts";
import type { Page } from "./request-list.ts";

export type InboxFilters = { readonly desk?: string; readonly cursor?: string; readonly limit?: number };
export type InboxItem = {
  readonly request: { readonly id: string; readonly number: string; readonly kind: Kind; readonly title: string; readonly status: string; readonly fromJurisdiction: string; readonly fromCity: string | null; readonly toJurisdiction: string; readonly toCity: string | null; readonly requester: string };
  readonly step: { readonly id: string; readonly desk: string; readonly deskNames: Text | null; readonly side: string; readonly round: number; readonly assignee: string | null };
  readonly workflow: { readonly id: string; readonly version: number };
  readonly since: string;
  readonly dueOn: string | null;
};

/** Open steps at the actor's desks or in their own name, what is due first on top. Requests sent back wait for their requester, not for a desk. */
export async function inbox(actor: Actor, { desk, cursor, limit: asked }: InboxFilters = {}): Promise<Page<InboxItem>> {
  if (actor.kind !== "person") return { items: [], next: null };
  const limit = Math.min(asked ?? 50, 100);
  const own = desksOf(actor);
  const mine = desk === undefined ? or(own.length > 0 ? inArray(steps.desk, own) : undefined, eq(steps.assignee, actor.id)) : own.includes(desk) ? eq(steps.desk, desk) : and(eq(steps.desk, desk), eq(steps.assignee, actor.id));
  const due = sql<string>`coalesce(${steps.dueOn}, '9999-12-31'::date)`;
  return asReader(actor, async (tx) => {
    const rows = await tx
      .select({ step: steps, request: requests, names: desks.names })
      .from(steps)
      .innerJoin(requests, eq(requests.requestId, steps.requestId))
      .leftJoin(desks, eq(desks.id, steps.desk))
      .where(and(mine, eq(steps.status, "open"), inArray(requests.status, ["submitted", "in-review"]), after(cursor, due)))
      .orderBy(asc(due), asc(steps.requestId), asc(steps.stepId))
      .limit(limit + 1);
    const items = rows.slice(0, limit).map(({ step, request, names }): InboxItem => ({
      request: { id: request.requestId, number: request.number, kind: request.kind, title: request.title ?? "", status: request.status, fromJurisdiction: request.fromJurisdiction, fromCity: request.fromCity, toJurisdiction: request.toJurisdiction, toCity: request.toCity, requester: request.requester },
      step: { id: step.stepId, desk: step.desk, deskNames: names, side: step.side, round: step.round, assignee: step.assignee },
      workflow: { id: request.workflowId, version: request.workflowVersion },
      since: step.since ?? request.changedAt,
      dueOn: step.dueOn,
    }));
    const last = items.at(-1);
    return { items, next: rows.length > limit && last ? [last.dueOn ?? "9999-12-31", last.request.id, last.step.id].join("~") : null };
  });
}

function after(cursor: string | undefined, due: SQL): SQL | undefined {
  const [day, id, step] = (cursor ?? "").split("~");
  return day && id && step ? sql`(${due}, ${steps.requestId}, ${steps.stepId}) > (${day}::date, ${id}::uuid, ${step})` : undefined;
}

/** Whether a cursor could be ours. */
export function isInboxCursor(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}~[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}~[a-z][a-z0-9-]{0,40}$/.test(text);
}
