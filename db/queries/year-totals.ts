import { and, between, eq, ne, notInArray, sql } from "drizzle-orm";
import { asLister } from "../client.ts";
import { requests } from "../schema/requests.ts";

/** What an organisation's requests of a year come to, as decimal text, and how many they are. */
export type YearTotal = { readonly total: string; readonly requests: number };

/** Whose requests of which year; `except` is the one that asks. */
export type YearOf = { readonly home: string; readonly year: string; readonly except: string; readonly from: string; readonly to: string; readonly requester: string };

export const yearFacts = ["data.pi_count", "data.sensitive_count", "reagent.value_cny", "funds.individual_quota_used_usd"] as const;
export type YearFact = (typeof yearFacts)[number];

/**
 * What was counted by one question on the organisation's requests that cross in a year and were neither rejected nor withdrawn. Read as the
 * system, because a count is the organisation's and not of those requests alone that the reader may open; a sum and a number are all that leaves.
 */
export async function yearTotal(fact: YearFact, { home, year, except, from, to, requester }: YearOf): Promise<YearTotal> {
  const { kind, sum, only } = counted[fact];
  const whose = { exporter: eq(requests.fromJurisdiction, from), importer: eq(requests.toJurisdiction, to), person: eq(requests.requester, requester) }[only];
  return asLister({ kind: "system" }, async (tx) => {
    const [row] = await tx
      .select({ total: sql<string>`coalesce(sum(${sum}), 0)::text`, requests: sql<number>`(count(*) filter (where ${sum} > 0))::int` })
      .from(requests)
      .where(and(eq(requests.home, home), eq(requests.kind, kind), ne(requests.requestId, except), between(requests.crossing, `${year}-01-01`, `${year}-12-31`), notInArray(requests.status, ["rejected", "withdrawn"]), whose));
    return row ?? { total: "0", requests: 0 };
  });
}

const answer = (fact: string) => sql`(${requests.answers} -> 'facts' ->> ${sql.raw(`'${fact}'`)})`;
/** Of the lines of a transfer, those that go now: what went earlier stands in a request of its own, or was before this place. */
const inLines = (cell: string) =>
  sql`(select coalesce(sum((line ->> ${sql.raw(`'${cell}'`)})::numeric), 0) from jsonb_array_elements(case jsonb_typeof(${requests.answers} -> 'lines') when 'array' then ${requests.answers} -> 'lines' else '[]' end) as line where line ->> 'when' is distinct from 'earlier')`;

/** The kind that is counted, what of it, and over which requests: of the exporting side, of the importing side, or of one person. */
const counted = {
  "data.pi_count": { kind: "data", sum: inLines("persons"), only: "exporter" },
  "data.sensitive_count": { kind: "data", sum: inLines("sensitive"), only: "exporter" },
  "reagent.value_cny": { kind: "reagent", sum: sql`(case when ${answer("reagent.temporary")} = 'true' then ${answer("reagent.value_cny")}::numeric end)`, only: "importer" },
  "funds.individual_quota_used_usd": { kind: "funds", sum: sql`(case when ${answer("org.from.type")} = 'individual' then ${answer("funds.amount_usd")}::numeric end)`, only: "person" },
} as const;
