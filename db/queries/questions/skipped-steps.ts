import { sql } from "drizzle-orm";
import type { Found } from "../../../lib/insight/question.ts";
import type { ScopedTx } from "../../client.ts";
import { pageOfRows, type TotalRow } from "./page.ts";
import { audited, before, during, type Scope } from "./scope.ts";

type Row = TotalRow & { readonly request_id: string; readonly seq: number; readonly how: string; readonly person: string | null; readonly step: string; readonly desk: string | null; readonly rule: string | null; readonly reason: string | null; readonly digest: string | null };

/** Steps that no desk decided: left out by a head, not needed any more, gone in another plan, or settled because time was over or enough others had decided; with the reason as it may be read. */
export async function skippedSteps(tx: ScopedTx, scope: Scope): Promise<Found> {
  const rows = await tx.execute<Row & Record<string, unknown>>(sql`
    with told as materialized (
      select e.request_id, e.seq, e.type, e.at, e.actor ->> 'person' as person, e.actor ->> 'desk' as desk, e.data ->> 'step' as step, e.data -> 'reason' ->> 'digest' as digest, e.data ->> 'by' as by, e.data ->> 'rule' as rule,
        case when e.type = 'request.replanned' then (select string_agg(g.step, ' ') from jsonb_array_elements_text(e.data -> 'gone') g(step)) end as gone
      from events e where e.type in ('step.skipped', 'step.dropped', 'step.settled', 'request.replanned') and e.stream like 'request:%' and ${during(scope, sql`e.at`)} and ${audited(scope, sql`e.request_id`)}
    ), found as materialized (
      select request_id, seq, at, person, desk, step, digest, rule, case type when 'step.skipped' then 'skipped' when 'step.dropped' then 'dropped' else by end as how from told
       where type in ('step.skipped', 'step.dropped') or (type = 'step.settled' and by in ('clock', 'enough'))
      union all
      select request_id, seq, at, person, desk, gone, digest, null, 'replanned' from told where gone is not null
    )
    select t.*, f.* from (
      select (select count(*)::int from found) as total, (select count(distinct request_id)::int from found) as requests, (select count(*)::int from told) as looked, (select min(at) from told) as first, (select max(at) from told) as last
    ) t left join lateral (
      select f.*, r.number, w.body as reason from (select * from found f where ${before(scope.cursor, { at: sql`f.at`, id: sql`f.request_id`, seq: sql`f.seq` })} order by f.at desc, f.request_id desc, f.seq desc limit 51) f
      left join requests r on r.request_id = f.request_id left join texts w on w.request_id = f.request_id and w.digest = f.digest
      order by f.at desc, f.request_id desc, f.seq desc
    ) f on true`);
  return pageOfRows(rows, { looked: (one) => ({ entries: one.looked, requests: one.requests }) }, ({ request_id: id, seq, how, person, step, desk, rule, reason, digest }) => ({
    code: how,
    entries: [{ of: "request", id, seq }],
    people: person === null ? [] : [person],
    desks: desk === null ? [] : [desk],
    values: { step, rule, reason: reason ?? null, withheld: digest !== null && reason === null ? 1 : 0 },
  }));
}
