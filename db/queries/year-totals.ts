import { and, between, eq, inArray, ne, notInArray, or, sql } from "drizzle-orm";
import { statutory, type YearFact } from "../../lib/account/statutory.ts";
import type { Actor } from "../../lib/access/actor.ts";
import { endedStatuses } from "../../lib/request/state.ts";
import { asLister } from "../client.ts";
import { people } from "../schema/people.ts";
import { permits, requests } from "../schema/requests.ts";

/** What an organisation's requests of a year come to, as decimal text, and how many they are. */
export type YearTotal = { readonly total: string; readonly requests: number };

/** Whose requests of which year; `except` is the one that asks. */
export type YearOf = { readonly home: string; readonly year: string; readonly except: string; readonly from: string; readonly to: string; readonly requester: string };

/**
 * What was counted by one question on the organisation's requests that cross in a year and may still cross or did. Read as the
 * system, because a count is the organisation's and not of those requests alone that the reader may open; a sum and a number are all that leaves.
 */
export async function yearTotal(fact: YearFact, { home, year, except, from, to, requester }: YearOf): Promise<YearTotal> {
  const { kind, over } = statutory[fact];
  const whose = { exporter: eq(requests.fromJurisdiction, from), importer: eq(requests.toJurisdiction, to), person: eq(requests.requester, requester) }[over];
  return asLister({ kind: "system" }, async (tx) => {
    const [row] = await tx
      .select({ total: sql<string>`coalesce(sum(${sums[fact]}), 0)::text`, requests: sql<number>`(count(*) filter (where ${sums[fact]} > 0))::int` })
      .from(requests)
      .leftJoin(permits, eq(permits.requestId, requests.requestId))
      .where(and(eq(requests.home, home), eq(requests.kind, kind), ne(requests.requestId, except), inYear(year), counts, whose));
    return row ?? { total: "0", requests: 0 };
  });
}

/** A statutory total of one organisation: `used` went out, `reserved` is asked for or permitted and has not. Decimal text. */
export type StatutoryTotal = { readonly fact: YearFact; /** The exporting or the importing side; null where the law counts by person. */ readonly jurisdiction: string | null; /** Whom the law counts, by e-mail, where it does. */ readonly person: string | null; readonly reserved: string; readonly used: string; readonly requests: number };

/** Everything that statutes count for an organisation in a calendar year, without what comes to nothing. */
export async function statutoryTotals(actor: Actor, facts: readonly YearFact[], { home, year }: { readonly home: string; readonly year: string }): Promise<StatutoryTotal[]> {
  return asLister(actor, async (tx) => {
    const all = await Promise.all(
      facts.map(async (fact) => {
        const { kind, over } = statutory[fact];
        const jurisdiction = { exporter: requests.fromJurisdiction, importer: requests.toJurisdiction, person: sql<null>`null` }[over];
        const person = over === "person" ? people.email : sql<null>`null`;
        const sum = (where: typeof went) => sql<string>`trim_scale(coalesce(sum(${sums[fact]}) filter (where ${where}), 0))::text`;
        const rows = await tx
          .select({ jurisdiction: sql<string | null>`${jurisdiction}`, person: sql<string | null>`${person}`, reserved: sum(sql`not ${went}`), used: sum(went), requests: sql<number>`(count(*) filter (where ${sums[fact]} > 0))::int` })
          .from(requests)
          .leftJoin(permits, eq(permits.requestId, requests.requestId))
          .leftJoin(people, eq(people.id, requests.requester))
          .where(and(eq(requests.home, home), eq(requests.kind, kind), inYear(year), counts))
          .groupBy(sql`1, 2`)
          .orderBy(sql`1, 2`);
        return rows.filter((row) => row.requests > 0).map((row) => ({ fact, ...row }));
      }),
    );
    return all.flat();
  });
}

/** Something of it has crossed. */
const went = sql`coalesce(${permits.used} > 0, false)`;
/** What was rejected or withdrawn never crosses; what ended without a crossing has let go of what it held. */
const counts = or(notInArray(requests.status, [...endedStatuses, "rejected", "withdrawn"]), and(inArray(requests.status, endedStatuses), went));

function inYear(year: string) {
  return between(requests.crossing, `${year}-01-01`, `${year}-12-31`);
}

const answer = (fact: string) => sql`(${requests.answers} -> 'facts' ->> ${sql.raw(`'${fact}'`)})`;
/** Of the lines of a transfer, those that go now: what went earlier stands in a request of its own, or was before this place. */
const inLines = (cell: string) =>
  sql`(select coalesce(sum((line ->> ${sql.raw(`'${cell}'`)})::numeric), 0) from jsonb_array_elements(case jsonb_typeof(${requests.answers} -> 'lines') when 'array' then ${requests.answers} -> 'lines' else '[]' end) as line where line ->> 'when' is distinct from 'earlier')`;

const sums = {
  "data.pi_count": inLines("persons"),
  "data.sensitive_count": inLines("sensitive"),
  "reagent.value_cny": sql`(case when ${answer("reagent.temporary")} = 'true' then ${answer("reagent.value_cny")}::numeric end)`,
  "funds.individual_quota_used_usd": sql`(case when ${answer("org.from.type")} = 'individual' then ${answer("funds.amount_usd")}::numeric end)`,
} as const satisfies Readonly<Record<YearFact, unknown>>;
