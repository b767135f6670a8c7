import { sql } from "drizzle-orm";
import { approving, type Found, pageOf } from "../../../lib/insight/question.ts";
import type { ScopedTx } from "../../client.ts";
import { askedIn, decidedIn } from "./decided.ts";
import { isoOf, type Scope } from "./scope.ts";

type Pair = { readonly a: string; readonly b: string; readonly ours: number; readonly theirs: number; readonly our_request: string; readonly our_seq: number; readonly their_request: string; readonly their_seq: number; readonly last: unknown };
type Totals = { readonly looked: number; readonly requests: number; readonly first: unknown; readonly last: unknown; readonly pairs: readonly Pair[] | null };

/** Pairs of people who approved each other's requests, each way at least as often as the rule says; with the newest approval of each way. */
export async function mutualApprovals(tx: ScopedTx, scope: Scope): Promise<Found> {
  const [row] = await tx.execute<Totals & Record<string, unknown>>(sql`
    with ${decidedIn(scope, approving)}, ${askedIn}, whose as (
      select d.*, coalesce(h.person, a.requester) as requester from decided d join asked a on a.request_id = d.request_id
        left join lateral (select h.person from handed h where h.request_id = d.request_id and h.seq < d.seq order by h.seq desc limit 1) h on true
    ), given as materialized (
      select person, requester, count(*)::int as n, max(at) as last, (array_agg(request_id order by at desc, seq desc))[1] as request_id, (array_agg(seq order by at desc, seq desc))[1] as seq
      from whose where requester <> person group by person, requester
    )
    select (select count(*)::int from decided) as looked, (select count(distinct request_id)::int from decided) as requests, (select min(at) from decided) as first, (select max(at) from decided) as last,
      (select jsonb_agg(jsonb_build_object('a', g.person, 'b', g.requester, 'ours', g.n, 'theirs', h.n, 'our_request', g.request_id, 'our_seq', g.seq, 'their_request', h.request_id, 'their_seq', h.seq, 'last', greatest(g.last, h.last)))
       from given g join given h on h.person = g.requester and h.requester = g.person
       where g.person < g.requester and least(g.n, h.n) >= ${scope.rule.least}::int) as pairs`);
  if (!row) throw new Error("an answer without its totals");
  const finds = (row.pairs ?? []).map(({ a, b, ours, theirs, last, ...newest }) => ({
    // The most mutual first; the key sorts as the list does.
    key: `${String(99_999_999 - Math.min(ours, theirs)).padStart(8, "0")}~${a}~${b}`,
    at: isoOf(last),
    code: "pair",
    request: null,
    entries: [{ of: "request" as const, id: newest.our_request, seq: newest.our_seq }, { of: "request" as const, id: newest.their_request, seq: newest.their_seq }],
    people: [a, b],
    desks: [],
    values: { ours, theirs },
  })).toSorted((one, other) => (one.key < other.key ? -1 : 1));
  return { count: finds.length, looked: { decisions: row.looked, requests: row.requests }, first: isoOf(row.first), last: isoOf(row.last), ...pageOf(finds, scope.cursor) };
}
