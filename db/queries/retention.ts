import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { noTerms, type Terms, yearsAfter } from "../../lib/retention/due.ts";
import { keepingRules } from "../../lib/retention/keeping.ts";
import type { ScopedTx } from "../client.ts";
import { organisationHolds, retentionTerms } from "../schema/configuration.ts";
import { requests } from "../schema/requests.ts";
import { type Counted, counted } from "./counted.ts";

/** What an organisation says of keeping; nothing but the law’s own where it says nothing. */
export async function termsOf(tx: ScopedTx, organisation: string): Promise<Terms> {
  const [row] = await tx.select({ years: retentionTerms.years, automatic: retentionTerms.automatic }).from(retentionTerms).where(eq(retentionTerms.id, organisation));
  return row ?? noTerms;
}

/** Whether a hold on all of one of these organisations stands, and who lifted one. */
export async function holdsOn(tx: ScopedTx, organisations: readonly string[]): Promise<{ readonly held: boolean; readonly lifters: readonly string[] }> {
  const rows = await tx.execute<{ open: boolean; lifter: string | null }>(sql`select held.open, held.lifter from unnest(${sql.param(organisations)}::text[]) as asked(organisation), holds_on(asked.organisation) held`);
  return { held: rows.some(({ open }) => open), lifters: rows.flatMap(({ lifter }) => (lifter === null ? [] : [lifter])) };
}

/** A request that has ended, without a word of what was said in it. */
export type EndedRequest = { readonly id: string; readonly number: string; readonly kind: (typeof requests.$inferSelect)["kind"]; readonly status: string; readonly home: string; readonly host: string | null; readonly jurisdictions: readonly string[]; readonly endedOn: string; readonly held: boolean; readonly papers: number; /** The last day of an obligation to keep papers that still runs. */ readonly papersUntil: string | null };

/** Requests of organisations whose years were over before a day and of which something is left, the longest ended first; a page of them. `homes` null is everywhere. */
export async function dueRequests(tx: ScopedTx, homes: readonly string[] | null, { today, after, limit }: { readonly today: string; readonly after?: { readonly endedOn: string; readonly id: string } | undefined; readonly limit: number }): Promise<EndedRequest[]> {
  const { requestId: id, number, kind, status, home, endedOn, held } = requests;
  const rows = await tx
    .select({
      id, number, kind, status, home, host: requests.hostOrganisation, endedOn, held, from: requests.fromJurisdiction, to: requests.toJurisdiction,
      homeJurisdiction: sql<string | null>`${homePlace}`,
      papers: sql<number>`(select count(*)::int from documents d where d.request_id = requests.request_id and d.erased_at is null)`,
      papersUntil: sql<string | null>`(select max(o.due_on) from obligations o where o.request_id = requests.request_id and o.kind = 'keepPapers' and o.due_on >= ${today}::date)`,
    })
    .from(requests)
    .where(and(isDue(homes, today), after && or(gt(endedOn, after.endedOn), and(eq(endedOn, after.endedOn), gt(id, after.id)))))
    .orderBy(asc(endedOn), asc(id))
    .limit(limit);
  return rows.map(({ from, to, homeJurisdiction, endedOn: on, ...one }) => ({ ...one, endedOn: on ?? "", jurisdictions: [...new Set([from, to, ...(homeJurisdiction === null ? [] : [homeJurisdiction])])] }));
}

/** How many they are; past `most` it is not counted on. */
export async function dueCount(tx: ScopedTx, homes: readonly string[] | null, { today, most = 1000 }: { readonly today: string; readonly most?: number | undefined }): Promise<Counted> {
  const found = await tx.select({ id: requests.requestId }).from(requests).where(isDue(homes, today)).limit(most + 1);
  return counted(found.length, most);
}

// Written out: in a question about one table the builder would leave its name away.
const homePlace = sql`(select o.jurisdiction from organisations o where o.id = requests.home)`;
const rulesAsked = JSON.stringify(keepingRules.flatMap(({ id, jurisdiction, kinds, years }) => kinds.map((kind) => ({ id, jurisdiction, kind, years }))));
const fewestYears = Math.min(...keepingRules.map(({ years }) => years));

/** What `dueUnder` says of one request, asked of all: some rule keeps it, and the last day of each is over. Months first and then days, as 29 February becomes 1 March. */
function isDue(homes: readonly string[] | null, today: string): SQL | undefined {
  const lastDay = sql`make_date((extract(year from requests.ended_on) + greatest(k.years, coalesce((t.years ->> k.id)::int, 0)))::int, extract(month from requests.ended_on)::int, 1) + extract(day from requests.ended_on)::int - 1`;
  const over = sql`(select bool_and(${lastDay} < ${today}::date) from jsonb_to_recordset(${rulesAsked}::jsonb) as k(id text, jurisdiction text, kind text, years int) left join retention_terms t on t.id = requests.home where k.kind = requests.kind and k.jurisdiction in (requests.from_jurisdiction, requests.to_jurisdiction, ${homePlace}))`;
  return and(isNotNull(requests.endedOn), isNull(requests.erasedOn), lte(requests.endedOn, yearsAfter(today, -fewestYears)), homesIn(homes), over);
}

function homesIn(homes: readonly string[] | null): SQL | undefined {
  return among(requests.home, homes);
}

/** Null is all of them. */
function among(column: AnyPgColumn, ids: readonly string[] | null): SQL | undefined {
  return ids === null ? undefined : ids.length === 0 ? sql`false` : inArray(column, [...ids]);
}

/** Requests of organisations that a legal hold keeps, a page at a time from the last one before it. */
export async function heldRequests(tx: ScopedTx, homes: readonly string[] | null, { after, limit = 50 }: { readonly after?: string | undefined; readonly limit?: number | undefined } = {}): Promise<{ readonly id: string; readonly number: string; readonly home: string; readonly status: string }[]> {
  return tx.select({ id: requests.requestId, number: requests.number, home: requests.home, status: requests.status }).from(requests).where(and(eq(requests.held, true), homesIn(homes), after === undefined ? undefined : gt(requests.requestId, after))).orderBy(asc(requests.requestId)).limit(limit);
}

/** How many they are; past `most` it is not counted on. */
export async function heldCount(tx: ScopedTx, homes: readonly string[] | null, most = 1000): Promise<Counted> {
  const found = await tx.select({ id: requests.requestId }).from(requests).where(and(eq(requests.held, true), homesIn(homes))).limit(most + 1);
  return counted(found.length, most);
}

/** Holds on all of an organisation, the newest first, lifted ones too, a page at a time from the last one before it. */
export async function organisationHoldsOf(tx: ScopedTx, organisations: readonly string[] | null, { after, limit = 50 }: { readonly after?: string | undefined; readonly limit?: number | undefined } = {}): Promise<(typeof organisationHolds.$inferSelect)[]> {
  const { organisation, placedAt, id } = organisationHolds;
  const before = after === undefined ? undefined : sql`(${placedAt}, ${id}) < (select h.placed_at, h.id from organisation_holds h where h.id = ${after})`;
  return tx.select().from(organisationHolds).where(and(among(organisation, organisations), before)).orderBy(desc(placedAt), desc(id)).limit(limit);
}

/** How many they are; past `most` it is not counted on. */
export async function organisationHoldCount(tx: ScopedTx, organisations: readonly string[] | null, most = 1000): Promise<Counted> {
  const found = await tx.select({ id: organisationHolds.id }).from(organisationHolds).where(among(organisationHolds.organisation, organisations)).limit(most + 1);
  return counted(found.length, most);
}

/** Those organisations all of which a hold keeps now. */
export async function heldOrganisations(tx: ScopedTx): Promise<ReadonlySet<string>> {
  const rows = await tx.selectDistinct({ organisation: organisationHolds.organisation }).from(organisationHolds).where(isNull(organisationHolds.liftedAt));
  return new Set(rows.map(({ organisation }) => organisation));
}

/** What every organisation says of keeping, by its id. */
export async function allTerms(tx: ScopedTx): Promise<ReadonlyMap<string, Terms>> {
  const rows = await tx.select().from(retentionTerms);
  return new Map(rows.map(({ id, years, automatic }) => [id, { years, automatic }]));
}
