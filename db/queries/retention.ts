import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { noTerms, type Terms } from "../../lib/retention/due.ts";
import type { ScopedTx } from "../client.ts";
import { organisationHolds, retentionTerms } from "../schema/configuration.ts";
import { requests } from "../schema/requests.ts";
import { type Counted, counted } from "./counted.ts";

/** What an organisation says of keeping; nothing but the law’s own where it says nothing. */
export async function termsOf(tx: ScopedTx, organisation: string): Promise<Terms> {
  const [row] = await tx.select({ years: retentionTerms.years, automatic: retentionTerms.automatic }).from(retentionTerms).where(eq(retentionTerms.id, organisation));
  return row ?? noTerms;
}

/** Whether a hold on all of an organisation stands, and who lifted one. */
export async function holdsOn(tx: ScopedTx, organisation: string): Promise<{ readonly held: boolean; readonly lifters: readonly string[] }> {
  const rows = await tx.execute<{ open: boolean; lifter: string | null }>(sql`select open, lifter from holds_on(${organisation})`);
  return { held: rows.some(({ open }) => open), lifters: rows.flatMap(({ lifter }) => (lifter === null ? [] : [lifter])) };
}

/** A request that has ended, without a word of what was said in it. */
export type EndedRequest = { readonly id: string; readonly number: string; readonly kind: (typeof requests.$inferSelect)["kind"]; readonly status: string; readonly home: string; readonly jurisdictions: readonly string[]; readonly endedOn: string; readonly held: boolean; readonly papers: number; /** The last day of an obligation to keep papers that still runs. */ readonly papersUntil: string | null };

/** Requests of organisations that ended at the latest on a day and of which something is left, the longest ended first; a page of them. `homes` null is everywhere. */
export async function endedRequests(tx: ScopedTx, homes: readonly string[] | null, { upTo, after, limit, today }: { readonly upTo: string; readonly after?: { readonly endedOn: string; readonly id: string }; readonly limit: number; readonly today: string }): Promise<EndedRequest[]> {
  const { requestId: id, number, kind, status, home, endedOn, held } = requests;
  const rows = await tx
    .select({
      id, number, kind, status, home, endedOn, held, from: requests.fromJurisdiction, to: requests.toJurisdiction,
      // Written out: in a question about one table the builder would leave its name away.
      homeJurisdiction: sql<string | null>`(select o.jurisdiction from organisations o where o.id = requests.home)`,
      papers: sql<number>`(select count(*)::int from documents d where d.request_id = requests.request_id and d.erased_at is null)`,
      papersUntil: sql<string | null>`(select max(o.due_on) from obligations o where o.request_id = requests.request_id and o.kind = 'keepPapers' and o.due_on >= ${today}::date)`,
    })
    .from(requests)
    .where(and(isNotNull(endedOn), isNull(requests.erasedOn), lte(endedOn, upTo), homesIn(homes), after && or(gt(endedOn, after.endedOn), and(eq(endedOn, after.endedOn), gt(id, after.id)))))
    .orderBy(asc(endedOn), asc(id))
    .limit(limit);
  return rows.map(({ from, to, homeJurisdiction, endedOn: on, ...one }) => ({ ...one, endedOn: on ?? "", jurisdictions: [...new Set([from, to, ...(homeJurisdiction === null ? [] : [homeJurisdiction])])] }));
}

function homesIn(homes: readonly string[] | null): SQL | undefined {
  return homes === null ? undefined : homes.length === 0 ? sql`false` : inArray(requests.home, [...homes]);
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

/** Holds on all of an organisation, the newest first, lifted ones too. */
export async function organisationHoldsOf(tx: ScopedTx, organisations: readonly string[] | null): Promise<(typeof organisationHolds.$inferSelect)[]> {
  const which = organisations === null ? undefined : organisations.length === 0 ? sql`false` : inArray(organisationHolds.organisation, [...organisations]);
  return tx.select().from(organisationHolds).where(which).orderBy(desc(organisationHolds.placedAt));
}

/** What every organisation says of keeping, by its id. */
export async function allTerms(tx: ScopedTx): Promise<ReadonlyMap<string, Terms>> {
  const rows = await tx.select().from(retentionTerms);
  return new Map(rows.map(({ id, years, automatic }) => [id, { years, automatic }]));
}
