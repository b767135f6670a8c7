import { sql } from "drizzle-orm";
import type { Found } from "../../../lib/insight/question.ts";
import type { StandInPeriod } from "../../../lib/insight/rights-over-time.ts";
import type { ScopedTx } from "../../client.ts";
import { decidedIn, partyIn, requesterAt } from "./decided.ts";
import { pageOfRows, type TotalRow } from "./page.ts";
import { before, type Scope } from "./scope.ts";

type Row = TotalRow & { readonly endorsed: number; readonly request_id: string; readonly seq: number; readonly type: string; readonly person: string; readonly step: string | null; readonly desk: string | null; readonly party: string; readonly how: string; readonly requester: string | null; readonly rests: number };

/**
 * Decisions on one's own request or one's team's: of whoever it was when the entry was made, in person, in the place of one of them, by
 * whoever stood in for one of them that day, or by whoever one of them had handed the step on to. The endorser whom the submission names
 * may be of the team, at the step that is theirs; that is counted apart. Nothing here rests on a read table.
 */
export async function ownApprovals(tx: ScopedTx, scope: Scope, standIns: readonly StandInPeriod[]): Promise<Found> {
  const rows = await tx.execute<Row & Record<string, unknown>>(sql`
    with ${decidedIn(scope)}, ${partyIn}, standing as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(standIns)}::text::jsonb) as s(by text, "for" text, "from" timestamptz, until timestamptz)
    ), handed_on as materialized (
      select e.request_id, e.seq, e.data ->> 'step' as step, e.data ->> 'from' as giver, e.data ->> 'to' as taker from events e
      where e.type = 'step.delegated' and e.stream like 'request:%' and e.request_id in (select request_id from decided)
    ), reached as (
      select d.*, p.person as party, 'own' as how, d.seq as rests from decided d join party p on p.request_id = d.request_id and p.person = d.person and p.since < d.seq
      union all
      select d.*, p.person, 'inPlaceOf', d.seq from decided d join party p on p.request_id = d.request_id and p.person = d.stood_for and p.since < d.seq where d.stood_for <> d.person
      union all
      select d.*, p.person, 'standsIn', d.seq from decided d join standing s on s.by = d.person and d.at >= s."from" and d.at < s.until
        join party p on p.request_id = d.request_id and p.person = s."for" and p.since < d.seq
       where s."for" is distinct from d.stood_for and s."for" <> d.person
      union all
      select d.*, p.person, 'handedOn', h.seq from decided d join handed_on h on h.request_id = d.request_id and h.step = d.step and h.taker = d.person and h.seq < d.seq
        join party p on p.request_id = d.request_id and p.person = h.giver and p.since < h.seq
       where h.giver is distinct from d.stood_for and h.giver <> d.person
    ), whose as (
      select r.*, ${requesterAt(sql`r.request_id`, sql`r.seq`)} as requester from reached r
    ), judged as materialized (
      select w.*, w.how in ('own', 'inPlaceOf') and w.party <> w.requester and exists (
        select 1 from asked a where a.request_id = w.request_id and a.endorser = w.party
      ) and exists (
        select 1 from events s cross join lateral jsonb_to_recordset(s.data -> 'steps') as t(id text, assignee text)
        where s.request_id = w.request_id and s.stream like 'request:%' and s.type in ('request.submitted', 'request.resubmitted', 'request.replanned', 'amendment.requested') and s.seq < w.seq and t.id = w.step and t.assignee = w.party
      ) as endorses from whose w
    ), found as materialized (
      select distinct on (request_id, seq) * from judged where not endorses order by request_id, seq, (party = requester) desc, how
    )
    select t.*, f.* from (
      select (select count(*)::int from found) as total, (select count(*)::int from decided) as looked, (select count(distinct request_id)::int from decided) as requests,
        (select min(at) from decided) as first, (select max(at) from decided) as last, (select count(distinct (request_id, seq))::int from judged where endorses) as endorsed
    ) t left join lateral (
      select f.*, r.number from found f left join requests r on r.request_id = f.request_id
      where ${before(scope.cursor, { at: sql`f.at`, id: sql`f.request_id`, seq: sql`f.seq` })} order by f.at desc, f.request_id desc, f.seq desc limit 51
    ) f on true`);
  return pageOfRows(rows, { looked: (one) => ({ decisions: one.looked, requests: one.requests, endorsed: one.endorsed }) }, ({ request_id: id, seq, person, party, requester, how, rests, type, step, desk }) => ({
    code: how === "own" ? (party === requester ? "requester" : "team") : how,
    entries: [...new Set([rests, seq])].map((one) => ({ of: "request", id, seq: one })),
    people: [person, party],
    desks: desk === null ? [] : [desk],
    values: { type, step, party: party === requester ? "requester" : "team" },
  }));
}
