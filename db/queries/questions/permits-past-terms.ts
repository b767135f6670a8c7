import { sql } from "drizzle-orm";
import type { Find, Found } from "../../../lib/insight/question.ts";
import type { ScopedTx } from "../../client.ts";
import { newestFirst } from "./page.ts";
import { audited, during, isoOf, placeOf, type Scope } from "./scope.ts";

type Row = { readonly request_id: string; readonly seq: number; readonly recorded: unknown; readonly number: string | null; readonly person: string | null; readonly rests: number; readonly code: string; readonly found: string | null; readonly expected: string | null; readonly unit: string | null; readonly settled: string | null };
type Totals = { readonly looked: number; readonly requests: number; readonly first: unknown; readonly last: unknown; readonly found: readonly Row[] | null };

/**
 * Crossings past the terms that held when they were recorded: out before the first day or after the last, more in all than the limit, at another
 * control point, in another direction than the movement had, while suspended or after the revocation. From the events alone; an entry that was put right counts as it was put right.
 */
export async function permitsPastTerms(tx: ScopedTx, scope: Scope): Promise<Found> {
  const [row] = await tx.execute<Totals & Record<string, unknown>>(sql`
    with told as materialized (
      select e.request_id, e.seq, e.type, e.at as recorded, e.actor ->> 'person' as person, m.*
      from events e cross join lateral jsonb_to_record(e.data) as m(movement text, direction text, quantity jsonb, "controlPoint" text, at timestamptz, corrects text, stage text, "isVoid" boolean)
      where e.type in ('movement.recorded', 'movement.read', 'movement.corrected') and e.stream like 'request:%' and ${audited(scope, sql`e.request_id`)}
    ), crossed as materialized (
      select t.request_id, t.seq, t.recorded, t.person, t.movement, t.direction, (t.quantity ->> 'value')::numeric as value, t.quantity ->> 'unit' as unit, t."controlPoint" as point, t.at, (t.at at time zone 'Asia/Shanghai')::date as day
      from told t where (t.type <> 'movement.corrected' or (t.stage = 'crossed' and t."isVoid" is not true)) and not exists (select 1 from told c where c.request_id = t.request_id and c.type = 'movement.corrected' and c.corrects = t.movement)
    ), terms as materialized (
      select e.request_id, e.seq, p.limit ->> 'value' as most, p."validFrom" as valid_from, p."validUntil" as valid_until, p."controlPoint" as point
      from events e cross join lateral jsonb_to_record(e.data) as p("limit" jsonb, "validFrom" date, "validUntil" date, "controlPoint" text)
      where e.type in ('permit.issued', 'permit.amended') and e.stream like 'request:%' and ${audited(scope, sql`e.request_id`)}
    ), held as materialized (
      select e.request_id, e.seq, e.type, e.at from events e
      where e.type in ('permit.suspended', 'permit.reinstated', 'permit.revoked') and e.stream like 'request:%' and ${audited(scope, sql`e.request_id`)}
    ), turned as materialized (
      select e.request_id, e.seq, e.data ->> 'movement' as movement, e.data ->> 'discrepancy' as discrepancy, e.data ->> 'code' as code, e.data ->> 'found' as found, e.data ->> 'expected' as expected from events e
      where e.type = 'discrepancy.opened' and e.data ->> 'code' in ('afterExpiry', 'wrongControlPoint', 'wrongDirection') and e.stream like 'request:%' and ${audited(scope, sql`e.request_id`)}
    ), settled as materialized (
      select e.request_id, e.data ->> 'discrepancy' as discrepancy, e.data ->> 'outcome' as outcome from events e where e.type = 'discrepancy.resolved' and e.stream like 'request:%' and ${audited(scope, sql`e.request_id`)}
    ), under as materialized (
      select t.*, sum(case when t.direction = 'out' then t.value else 0 end) over (partition by t.request_id order by t.seq) as so_far
      from (
        select distinct on (c.request_id, c.seq) c.*, p.seq as rests, p.most::numeric as most, p.valid_from, p.valid_until, p.point as expected_point
        from crossed c join terms p on p.request_id = c.request_id and p.seq < c.seq order by c.request_id, c.seq, p.seq desc
      ) t
    ), stopped as (
      select distinct on (u.request_id, u.seq) u.*, h.seq as by_entry, h.type as by_type, h.at as since
      from under u join held h on h.request_id = u.request_id and h.at <= u.at where u.direction = 'out' order by u.request_id, u.seq, h.at desc, h.seq desc
    ), found as (
      select u.request_id, u.seq, u.recorded, u.person, u.rests, u.movement, 'afterExpiry' as code, u.day::text as found, u.valid_until::text as expected, null::text as unit from under u where u.direction = 'out' and u.day > u.valid_until
      union all select u.request_id, u.seq, u.recorded, u.person, u.rests, u.movement, 'beforeStart', u.day::text, u.valid_from::text, null from under u where u.direction = 'out' and u.day < u.valid_from
      union all select u.request_id, u.seq, u.recorded, u.person, u.rests, u.movement, 'overLimit', u.so_far::text, u.most::text, u.unit from under u where u.direction = 'out' and u.so_far > u.most
      union all select u.request_id, u.seq, u.recorded, u.person, u.rests, u.movement, 'wrongControlPoint', u.point, u.expected_point, null from under u where u.point is not null and u.expected_point is not null and u.point <> u.expected_point
      union all select u.request_id, u.seq, u.recorded, u.person, d.seq, u.movement, 'wrongDirection', d.found, d.expected, null from under u join turned d on d.request_id = u.request_id and d.movement = u.movement and d.code = 'wrongDirection'
      union all select u.request_id, u.seq, u.recorded, u.person, u.by_entry, u.movement, case u.by_type when 'permit.suspended' then 'whileSuspended' else 'afterRevocation' end, u.at::text, u.since::text, null from stopped u where u.by_type <> 'permit.reinstated'
    ), shown as (
      select f.*, r.number, (select s.outcome from turned d join settled s on s.request_id = d.request_id and s.discrepancy = d.discrepancy where d.request_id = f.request_id and d.movement = f.movement and d.code = f.code limit 1) as settled
      from found f left join requests r on r.request_id = f.request_id where ${during(scope, sql`f.recorded`)}
    )
    select (select count(*)::int from crossed f where ${during(scope, sql`f.recorded`)}) as looked, (select count(distinct request_id)::int from crossed f where ${during(scope, sql`f.recorded`)}) as requests,
      (select min(recorded) from crossed f where ${during(scope, sql`f.recorded`)}) as first, (select max(recorded) from crossed f where ${during(scope, sql`f.recorded`)}) as last, (select jsonb_agg(to_jsonb(s)) from shown s) as found`);
  if (!row) throw new Error("an answer without its totals");
  const finds = (row.found ?? []).map((one): Find => ({
    key: `${placeOf(isoOf(one.recorded) ?? "", one.request_id, one.seq)}~${one.code}`,
    at: isoOf(one.recorded),
    code: one.code,
    request: { id: one.request_id, number: one.number ?? "" },
    entries: [...new Set([one.rests, one.seq])].toSorted((a, b) => a - b).map((seq) => ({ of: "request", id: one.request_id, seq })),
    people: one.person === null ? [] : [one.person],
    desks: [],
    values: { found: one.code === "whileSuspended" || one.code === "afterRevocation" ? isoOf(one.found) : one.found, expected: one.code === "whileSuspended" || one.code === "afterRevocation" ? isoOf(one.expected) : one.expected, unit: one.unit, settled: one.settled },
  }));
  return { count: finds.length, looked: { crossings: row.looked, requests: row.requests }, first: isoOf(row.first), last: isoOf(row.last), ...newestFirst(finds, scope.cursor) };
}
