import { and, desc, eq, ilike, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Actor } from "../../lib/access/actor.ts";
import { subjectsOfActor } from "../../lib/access/subjects.ts";
import type { Kind } from "../../lib/policy/pack.ts";
import { readNumber } from "../../lib/permit/number.ts";
import type { RequestStatus } from "../../lib/request/state.ts";
import { asLister, type ScopedTx } from "../client.ts";
import { organisations } from "../schema/configuration.ts";
import { drafts } from "../schema/drafts.ts";
import { people } from "../schema/people.ts";
import { permits, requestAccess, requests, steps } from "../schema/requests.ts";
import { visibleTo } from "./visible.ts";

/** What a search can mean beside its letters: the kinds, states, cities and answers that are called so in some language. */
export type SearchMeaning = { readonly kinds: readonly Kind[]; readonly statuses: readonly RequestStatus[]; readonly cities: readonly string[]; readonly options: readonly { readonly fact: string; readonly value: string | readonly string[] }[] };
export type Search = { readonly q: string; readonly meant: SearchMeaning };

export type ListFilters = { readonly status?: RequestStatus; readonly kind?: Kind; readonly desk?: string; readonly search?: Search; readonly cursor?: string; readonly limit?: number };
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

/** The requests that an actor may see, newest first, a page by key at a time; drafts are one's own and one's team's. */
export async function requestList(actor: Actor, filters: ListFilters = {}): Promise<Page<ListItem>> {
  const limit = Math.min(filters.limit ?? usual, 100);
  return asLister(actor, async (tx) => {
    const live = filters.status === "draft" ? [] : await liveItems(tx, actor, filters, limit + 1);
    const own = filters.desk || (filters.status !== undefined && filters.status !== "draft") ? [] : await draftItems(tx, actor, filters, limit + 1);
    const all = [...live, ...own].toSorted((a, b) => (a.id < b.id ? 1 : -1));
    const items = all.slice(0, limit);
    return { items, next: all.length > limit ? (items.at(-1)?.id ?? null) : null };
  });
}

async function liveItems(tx: ScopedTx, actor: Actor, { status, kind, desk, search, cursor }: ListFilters, limit: number): Promise<ListItem[]> {
  const atDesk = desk === undefined ? undefined : inArray(requests.requestId, tx.select({ id: steps.requestId }).from(steps).where(eq(steps.desk, desk)));
  const { all, subjects } = subjectsOfActor(actor);
  const visible = all || status || kind || desk || search ? visibleTo(tx, actor, requests.requestId) : newest(subjects, cursor, limit);
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
    .where(and(visible, atDesk, status && eq(requests.status, status), kind && eq(requests.kind, kind), cursor ? lt(requests.requestId, cursor) : undefined, search ? found(tx, search) : undefined))
    .orderBy(desc(requests.requestId))
    .limit(limit);
}

/** Enough of the newest requests for one page: those that each of the actor's names comes first to, straight from the index. */
function newest(subjects: readonly string[], cursor: string | undefined, limit: number): SQL {
  const before = cursor ? sql`and a.request_id < ${cursor}` : sql``;
  return sql`${requests.requestId} in (select v.request_id from unnest(array[${sql.join(subjects.map((subject) => sql`${subject}::text`), sql`, `)}]::text[]) s
    cross join lateral (select a.request_id from request_access a where a.subject = s ${before} order by a.request_id desc limit ${limit}) v)`;
}

/**
 * A search finds numbers however they are typed, permit numbers, titles, what stands in the lines, who asks, endorses or
 * is on the team, institutions in any of their languages, and what the words mean: a kind, a state, a city, an answer.
 */
function found(tx: ScopedTx, { q, meant }: Search): SQL | undefined {
  const number = readNumber(q);
  if (number?.startsWith("CWP-")) return inArray(requests.requestId, tx.select({ id: permits.requestId }).from(permits).where(eq(permits.number, number)));
  if (number) return eq(requests.number, number);
  const pattern = likePattern(q);
  const names = tx.select({ id: organisations.id }).from(organisations).where(saidIn(organisations.names, sql`'$.*'`, pattern));
  const persons = tx.select({ subject: sql`'person:' || ${people.id}` }).from(people).where(or(ilike(people.name, pattern), ilike(people.email, pattern)));
  const involved = tx.select({ id: requestAccess.requestId }).from(requestAccess).where(inArray(requestAccess.subject, persons));
  return or(ilike(requests.title, pattern), ilike(requests.number, pattern), inArray(requests.home, names), inArray(requests.hostOrganisation, names), inArray(requests.requestId, involved), saidIn(requests.answers, sql`'$.lines[*].*'`, pattern), meantBy(meant));
}

function meantBy({ kinds, statuses, cities, options }: SearchMeaning): SQL | undefined {
  return or(
    kinds.length > 0 ? inArray(requests.kind, [...kinds]) : undefined,
    statuses.length > 0 ? inArray(requests.status, [...statuses]) : undefined,
    cities.length > 0 ? or(inArray(requests.fromCity, [...cities]), inArray(requests.toCity, [...cities])) : undefined,
    ...options.map((option) => answered(sql`${requests.answers} -> 'facts'`, option)),
  );
}

function answered(facts: SQL | PgColumn, { fact, value }: SearchMeaning["options"][number]): SQL {
  return sql`${facts} @> ${JSON.stringify({ [fact]: value })}::text::jsonb`;
}

/** Letters anywhere in the values at a path of JSON, not in the names beside them. */
function saidIn(column: PgColumn, path: SQL, pattern: string): SQL {
  return sql`exists (select from jsonb_path_query(${column}, ${path}) said where said #>> '{}' ilike ${pattern})`;
}

async function draftItems(tx: ScopedTx, actor: Actor, { kind, search, cursor }: ListFilters, limit: number): Promise<ListItem[]> {
  if (actor.kind !== "person") return [];
  const rows = await tx
    .select()
    .from(drafts)
    .where(
      and(
        or(eq(drafts.requester, actor.id), sql`${actor.id}::uuid = any (${drafts.team})`),
        kind && eq(drafts.kind, kind),
        cursor ? lt(drafts.requestId, cursor) : undefined,
        search ? foundDraft(search) : undefined,
      ),
    )
    .orderBy(desc(drafts.requestId))
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

/** The same for drafts, whose people are oneself and one's team. */
function foundDraft({ q, meant }: Search): SQL | undefined {
  const pattern = likePattern(q);
  const cities = meant.cities.flatMap((city) => ["from.city", "to.city"].map((fact) => ({ fact, value: city })));
  return or(
    ilike(drafts.title, pattern),
    ilike(drafts.number, pattern),
    eq(drafts.number, readNumber(q) ?? ""),
    saidIn(drafts.lines, sql`'$[*].*'`, pattern),
    meant.kinds.length > 0 ? inArray(drafts.kind, [...meant.kinds]) : undefined,
    meant.statuses.includes("draft") ? sql`true` : undefined,
    ...[...meant.options, ...cities].map((option) => answered(drafts.facts, option)),
  );
}

function likePattern(q: string): string {
  return `%${q.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}
