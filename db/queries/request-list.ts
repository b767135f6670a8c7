import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "../../lib/access/actor.ts";
import { subjectsOfActor } from "../../lib/access/subjects.ts";
import type { Kind } from "../../lib/policy/pack.ts";
import type { RequestStatus } from "../../lib/request/state.ts";
import { asLister, type ScopedTx } from "../client.ts";
import { among, given, preparedByShape } from "../prepared.ts";
import { drafts } from "../schema/drafts.ts";
import { requestAccess, requests, steps } from "../schema/requests.ts";
import { type Counted, counted } from "./counted.ts";
import { after, compare, cursorOf, inOrder, type ListSort, never, partsOf } from "./list-order.ts";
import { found, foundDraft, type Search } from "./list-search.ts";
import { hangsOnDay, standsAs, statusToday } from "./status-today.ts";
import { type Mover, waitsFor } from "./whose-move.ts";

/** `from` and `to` are jurisdictions; `cursor` is the id of the last row, with what it is sorted by in front where that is not the id itself. */
export type ListFilters = { readonly status?: RequestStatus; readonly kind?: Kind; readonly from?: string; readonly to?: string; readonly desk?: string; readonly whose?: Mover; readonly search?: Search; readonly sort?: ListSort; readonly cursor?: string; readonly limit?: number };
export type ListItem = {
  readonly id: string;
  readonly number: string;
  readonly kind: Kind;
  readonly title: string;
  readonly status: RequestStatus;
  readonly fromJurisdiction: string | null;
  readonly fromCity: string | null;
  readonly toJurisdiction: string | null;
  readonly toCity: string | null;
  readonly crossing: string | null;
  readonly changedAt: string;
};
export type Page<T> = { readonly items: readonly T[]; readonly next: string | null };

const usual = 25;

/** The requests that an actor may see, a page by key at a time; drafts are one's own and one's team's. */
export async function requestList(actor: Actor, filters: ListFilters = {}): Promise<Page<ListItem>> {
  const limit = Math.min(filters.limit ?? usual, 100);
  const sort = filters.sort ?? "newest";
  return asLister(actor, async (tx) => {
    // Sent one behind the other without waiting in between.
    const [live, own] = await Promise.all([filters.status === "draft" ? [] : liveItems(tx, actor, filters, limit + 1), withDrafts(filters) ? draftItems(tx, actor, filters, limit + 1) : []]);
    const all = [...live, ...own].toSorted((a, b) => compare(sort, a, b));
    const items = all.slice(0, limit);
    const last = items.at(-1);
    return { items, next: all.length > limit && last ? cursorOf(sort, last) : null };
  });
}

/** How many there are in all; past `most` it is not counted on, because it is only ever said. */
export async function requestCount(actor: Actor, filters: ListFilters, most = 1000): Promise<Counted> {
  return asLister(actor, async (tx) => {
    const { all, subjects } = subjectsOfActor(actor);
    const shape = shapeOf(filters, all);
    const values = valuesOf(actor, filters, most + 1);
    // Without a filter it is enough to count who may see what.
    const live =
      all || subjects.length === 0 || isFiltered(filters)
        ? tx.select({ id: requests.requestId }).from(requests).where(and(all ? undefined : letIn(tx), ...liveWhere(tx, shape), special(tx, actor, filters))).limit(most + 1)
        : tx.selectDistinct({ id: requestAccess.requestId }).from(requestAccess).where(among(requestAccess.subject, "subjects")).limit(most + 1);
    const submitted = filters.status === "draft" ? [{ all: 0 }] : tx.select({ all: sql<number>`count(*)::int` }).from(live.as("live")).prepare("").execute(values);
    const own = withDrafts(filters) && actor.kind === "person" ? tx.select({ all: sql<number>`count(*)::int` }).from(drafts).where(and(...draftWhere(shape), filters.search && foundDraft(filters.search))).prepare("").execute(values) : [];
    const count = (await Promise.all([submitted, own])).flat().reduce((sum, row) => sum + row.all, 0);
    return counted(count, most);
  });
}

/** A draft is at no desk, waits for nobody, and has no state but its own. */
function withDrafts({ desk, whose, status }: ListFilters): boolean {
  return !desk && !whose && (status === undefined || status === "draft");
}

/** What makes the statement: which filters are set. To what they are set is given. */
type Shape = { readonly all: boolean; readonly filtered: boolean; readonly sort: ListSort; readonly status: "as written" | "today" | null } & Readonly<Record<"kind" | "from" | "to" | "desk" | "cursor", boolean>>;

function shapeOf(filters: ListFilters, all: boolean): Shape {
  const { status, kind, from, to, desk, cursor, sort = "newest" } = filters;
  return { all, filtered: isFiltered(filters), sort, status: status === undefined ? null : hangsOnDay(status) ? "today" : "as written", kind: !!kind, from: !!from, to: !!to, desk: desk !== undefined, cursor: !!cursor };
}

function isFiltered({ status, kind, from, to, desk, whose, search }: ListFilters): boolean {
  return [status, kind, from, to, whose, search].some(Boolean) || desk !== undefined;
}

function valuesOf(actor: Actor, { status, kind, from, to, desk, cursor }: ListFilters, limit: number): Readonly<Record<string, unknown>> {
  return { status, kind, from, to, desk, ...partsOf(cursor), limit, subjects: subjectsOfActor(actor).subjects, ...(actor.kind === "person" && { person: actor.id }) };
}

/** The filters whose statement hangs on what they are set to, and is put together each time. */
function special(tx: ScopedTx, actor: Actor, { whose, search }: ListFilters): SQL | undefined {
  return and(whose && waitsFor(tx, actor, whose), search && found(tx, actor, search));
}

async function liveItems(tx: ScopedTx, actor: Actor, filters: ListFilters, limit: number): Promise<ListItem[]> {
  const shape = shapeOf(filters, subjectsOfActor(actor).all);
  const values = valuesOf(actor, filters, limit);
  const more = special(tx, actor, filters);
  return more ? liveRows(tx, shape, more).prepare("").execute(values) : liveByShape(tx, shape, values);
}

const liveByShape = preparedByShape((on, shape: Shape) => liveRows(on, shape));

function liveRows(on: ScopedTx, shape: Shape, more?: SQL) {
  const columns = { id: requests.requestId, changed: requests.changedAt, crossing: sql`${requests.crossing}` };
  const visible = shape.all ? undefined : shape.filtered || shape.sort !== "newest" ? letIn(on) : newest(shape);
  return on
    .select({
      id: requests.requestId,
      number: requests.number,
      kind: requests.kind,
      title: sql<string>`coalesce(${requests.title}, '')`,
      status: statusToday(on),
      fromJurisdiction: requests.fromJurisdiction,
      fromCity: requests.fromCity,
      toJurisdiction: requests.toJurisdiction,
      toCity: requests.toCity,
      crossing: requests.crossing,
      changedAt: requests.changedAt,
    })
    .from(requests)
    .where(and(visible, ...liveWhere(on, shape), more, shape.cursor ? after(shape.sort, columns) : undefined))
    .orderBy(...inOrder(shape.sort, columns))
    .limit(given("limit"));
}

function liveWhere(on: ScopedTx, { status, kind, from, to, desk }: Shape): (SQL | undefined)[] {
  return [
    status === "today" ? standsAs(on, sql`${given("status")}`) : undefined,
    status === "as written" ? eq(requests.status, given("status")) : undefined,
    kind ? eq(requests.kind, given("kind")) : undefined,
    from ? eq(requests.fromJurisdiction, given("from")) : undefined,
    to ? eq(requests.toJurisdiction, given("to")) : undefined,
    desk ? inArray(requests.requestId, on.select({ id: steps.requestId }).from(steps).where(eq(steps.desk, given("desk")))) : undefined,
  ];
}

/** The first wall, as `visibleTo` builds it, by the actor's names as they are given. Row-level security says the same again. */
function letIn(on: ScopedTx): SQL {
  return inArray(requests.requestId, on.select({ id: requestAccess.requestId }).from(requestAccess).where(among(requestAccess.subject, "subjects")));
}

/** Enough of the newest requests for one page: those that each of the actor's names comes first to, straight from the index. */
function newest({ cursor }: Shape): SQL {
  const before = cursor ? sql`and a.request_id < ${given("cursorId")}::uuid` : sql``;
  return sql`${requests.requestId} in (select v.request_id from unnest(${given("subjects")}::text[]) s
    cross join lateral (select a.request_id from request_access a where a.subject = s ${before} order by a.request_id desc limit ${given("limit")}) v)`;
}

async function draftItems(tx: ScopedTx, actor: Actor, filters: ListFilters, limit: number): Promise<ListItem[]> {
  if (actor.kind !== "person") return [];
  const shape = shapeOf(filters, false);
  const values = valuesOf(actor, filters, limit);
  const rows = await (filters.search ? draftRows(tx, shape, foundDraft(filters.search)).prepare("").execute(values) : draftsByShape(tx, shape, values));
  return rows.map((row) => ({ ...row, status: "draft" }));
}

const draftsByShape = preparedByShape((on, shape: Shape) => draftRows(on, shape));

function draftRows(on: ScopedTx, shape: Shape, more?: SQL) {
  const columns = { id: drafts.requestId, changed: drafts.updatedAt, crossing: sql`coalesce(${drafts.facts} ->> 'date', ${sql.raw(`'${never}'`)})::date` };
  const answer = (fact: string) => sql<string | null>`${drafts.facts} ->> ${sql.raw(`'${fact}'`)}`;
  return on
    .select({
      id: drafts.requestId,
      number: drafts.number,
      kind: drafts.kind,
      title: drafts.title,
      fromJurisdiction: answer("from.jur"),
      fromCity: answer("from.city"),
      toJurisdiction: answer("to.jur"),
      toCity: answer("to.city"),
      crossing: answer("date"),
      changedAt: drafts.updatedAt,
    })
    .from(drafts)
    .where(and(...draftWhere(shape), more, shape.cursor ? after(shape.sort, columns) : undefined))
    .orderBy(...inOrder(shape.sort, columns))
    .limit(given("limit"));
}

function draftWhere({ kind, from, to }: Shape): (SQL | undefined)[] {
  return [
    or(eq(drafts.requester, given("person")), sql`${given("person")}::uuid = any (${drafts.team})`),
    kind ? eq(drafts.kind, given("kind")) : undefined,
    from ? sql`${drafts.facts} ->> 'from.jur' = ${given("from")}` : undefined,
    to ? sql`${drafts.facts} ->> 'to.jur' = ${given("to")}` : undefined,
  ];
}
