import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Actor, PersonActor } from "../../lib/access/actor.ts";
import { subjectsOfActor } from "../../lib/access/subjects.ts";
import type { Kind } from "../../lib/policy/pack.ts";
import type { RequestStatus } from "../../lib/request/state.ts";
import { asLister, type ScopedTx } from "../client.ts";
import { drafts } from "../schema/drafts.ts";
import { requestAccess, requests, steps } from "../schema/requests.ts";
import { after, compare, cursorOf, inOrder, type ListSort, never } from "./list-order.ts";
import { found, foundDraft, type Search } from "./list-search.ts";
import { visibleTo } from "./visible.ts";
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
    const live = filters.status === "draft" ? [] : await liveItems(tx, actor, filters, limit + 1);
    const own = withDrafts(filters) ? await draftItems(tx, actor, filters, limit + 1) : [];
    const all = [...live, ...own].toSorted((a, b) => compare(sort, a, b));
    const items = all.slice(0, limit);
    const last = items.at(-1);
    return { items, next: all.length > limit && last ? cursorOf(sort, last) : null };
  });
}

/** How many there are in all; past `most` it is not counted on, because it is only ever said. */
export async function requestCount(actor: Actor, filters: ListFilters, most = 1000): Promise<{ readonly count: number; readonly more: boolean }> {
  return asLister(actor, async (tx) => {
    const where = liveWhere(tx, actor, filters);
    const { all, subjects } = subjectsOfActor(actor);
    // Without a filter it is enough to count who may see what.
    const live =
      all || subjects.length === 0 || where.some((one) => one !== undefined)
        ? tx.select({ id: requests.requestId }).from(requests).where(and(visibleTo(tx, actor, requests.requestId), ...where)).limit(most + 1)
        : tx.selectDistinct({ id: requestAccess.requestId }).from(requestAccess).where(inArray(requestAccess.subject, [...subjects])).limit(most + 1);
    const [counted] = filters.status === "draft" ? [{ all: 0 }] : await tx.select({ all: sql<number>`count(*)::int` }).from(live.as("live"));
    const own = withDrafts(filters) && actor.kind === "person" ? await tx.select({ all: sql<number>`count(*)::int` }).from(drafts).where(and(...draftWhere(actor, filters))) : [];
    const count = (counted?.all ?? 0) + (own[0]?.all ?? 0);
    return { count: Math.min(count, most), more: count > most };
  });
}

/** A draft is at no desk, waits for nobody, and has no state but its own. */
function withDrafts({ desk, whose, status }: ListFilters): boolean {
  return !desk && !whose && (status === undefined || status === "draft");
}

async function liveItems(tx: ScopedTx, actor: Actor, filters: ListFilters, limit: number): Promise<ListItem[]> {
  const { sort = "newest", cursor } = filters;
  const columns = { id: requests.requestId, changed: requests.changedAt, crossing: sql`${requests.crossing}` };
  const where = liveWhere(tx, actor, filters);
  const { all, subjects } = subjectsOfActor(actor);
  const filtered = where.some((one) => one !== undefined);
  const visible = all || filtered || sort !== "newest" ? visibleTo(tx, actor, requests.requestId) : newest(subjects, cursor, limit);
  return tx
    .select({
      id: requests.requestId,
      number: requests.number,
      kind: requests.kind,
      title: sql<string>`coalesce(${requests.title}, '')`,
      status: requests.status,
      fromJurisdiction: requests.fromJurisdiction,
      fromCity: requests.fromCity,
      toJurisdiction: requests.toJurisdiction,
      toCity: requests.toCity,
      crossing: requests.crossing,
      changedAt: requests.changedAt,
    })
    .from(requests)
    .where(and(visible, ...where, cursor ? after(sort, cursor, columns) : undefined))
    .orderBy(...inOrder(sort, columns))
    .limit(limit);
}

function liveWhere(tx: ScopedTx, actor: Actor, { status, kind, from, to, desk, whose, search }: ListFilters): (SQL | undefined)[] {
  return [
    status && eq(requests.status, status),
    kind && eq(requests.kind, kind),
    from ? eq(requests.fromJurisdiction, from) : undefined,
    to ? eq(requests.toJurisdiction, to) : undefined,
    desk === undefined ? undefined : inArray(requests.requestId, tx.select({ id: steps.requestId }).from(steps).where(eq(steps.desk, desk))),
    whose && waitsFor(tx, actor, whose),
    search ? found(tx, search) : undefined,
  ];
}

/** Enough of the newest requests for one page: those that each of the actor's names comes first to, straight from the index. */
function newest(subjects: readonly string[], cursor: string | undefined, limit: number): SQL {
  const before = cursor ? sql`and a.request_id < ${cursor}` : sql``;
  return sql`${requests.requestId} in (select v.request_id from unnest(array[${sql.join(subjects.map((subject) => sql`${subject}::text`), sql`, `)}]::text[]) s
    cross join lateral (select a.request_id from request_access a where a.subject = s ${before} order by a.request_id desc limit ${limit}) v)`;
}

async function draftItems(tx: ScopedTx, actor: Actor, filters: ListFilters, limit: number): Promise<ListItem[]> {
  if (actor.kind !== "person") return [];
  const { sort = "newest", cursor } = filters;
  const columns = { id: drafts.requestId, changed: drafts.updatedAt, crossing: sql`coalesce(${drafts.facts} ->> 'date', ${never})::date` };
  const rows = await tx
    .select()
    .from(drafts)
    .where(and(...draftWhere(actor, filters), cursor ? after(sort, cursor, columns) : undefined))
    .orderBy(...inOrder(sort, columns))
    .limit(limit);
  const text = (value: unknown) => (typeof value === "string" ? value : null);
  return rows.map(({ requestId, number, kind: of, title, facts, updatedAt }) => ({
    id: requestId,
    number,
    kind: of,
    title,
    status: "draft",
    fromJurisdiction: text(facts["from.jur"]),
    fromCity: text(facts["from.city"]),
    toJurisdiction: text(facts["to.jur"]),
    toCity: text(facts["to.city"]),
    crossing: text(facts.date),
    changedAt: updatedAt,
  }));
}

function draftWhere(actor: PersonActor, { kind, from, to, search }: ListFilters): (SQL | undefined)[] {
  return [
    or(eq(drafts.requester, actor.id), sql`${actor.id}::uuid = any (${drafts.team})`),
    kind && eq(drafts.kind, kind),
    from ? sql`${drafts.facts} ->> 'from.jur' = ${from}` : undefined,
    to ? sql`${drafts.facts} ->> 'to.jur' = ${to}` : undefined,
    search ? foundDraft(search) : undefined,
  ];
}
