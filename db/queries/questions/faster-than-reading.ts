import { sql } from "drizzle-orm";
import type { Found } from "../../../lib/insight/question.ts";
import type { ScopedTx } from "../../client.ts";
import { pageOfRows, type TotalRow } from "./page.ts";
import { audited, before, during, type Scope } from "./scope.ts";

type Row = TotalRow & { readonly request_id: string; readonly seq: number; readonly opened: unknown; readonly person: string; readonly desk: string; readonly step: string; readonly answers: number; readonly papers: number; readonly took: number; readonly needed: number };

/**
 * Decisions made in less time than the rule gives for reading what there was: so many seconds an answer, so many a paper. The time runs from
 * when whoever decided first opened something of the case after the step had come to them, where the record of readings has that; else from when the step opened.
 */
export async function fasterThanReading(tx: ScopedTx, scope: Scope): Promise<Found> {
  const { perAnswer, perPaper } = scope.rule;
  const rows = await tx.execute<Row & Record<string, unknown>>(sql`
    with decided as materialized (
      select s.request_id, s.step_id as step, s.desk, s.decided_by as person, s.since, s.decided_at as at
      from steps s where s.decided_by is not null and s.since is not null and s.outcome in ('approved', 'approved-with-conditions', 'rejected') and ${during(scope, sql`s.decided_at`)} and ${audited(scope, sql`s.request_id`)}
    ), asked as materialized (
      select e.request_id, jsonb_array_length(e.data -> 'facts') as answers from events e
      where e.type = 'request.submitted' and e.stream like 'request:%' and e.request_id in (select request_id from decided)
    ), papers as materialized (
      select d.request_id, d.step, count(*)::int as papers from decided d join documents p on p.request_id = d.request_id and p.at <= d.at group by d.request_id, d.step
    ), opened as materialized (
      select d.request_id, d.step, min(r.at) as opened from decided d join document_reads r on r.request_id = d.request_id and r.person = d.person and r.at between d.since and d.at group by d.request_id, d.step
    ), timed as (
      select d.*, a.answers, coalesce(p.papers, 0) as papers, o.opened,
        extract(epoch from d.at - coalesce(o.opened, d.since))::float8 as took, (a.answers * ${perAnswer}::int + coalesce(p.papers, 0) * ${perPaper}::int) as needed
      from decided d join asked a on a.request_id = d.request_id left join papers p on p.request_id = d.request_id and p.step = d.step left join opened o on o.request_id = d.request_id and o.step = d.step
    ), fast as materialized (select * from timed where took < needed),
    found as materialized (
      select f.*, e.seq from fast f cross join lateral (
        select e.seq from events e where e.request_id = f.request_id and e.stream = 'request:' || f.request_id and e.at = f.at and e.data ->> 'step' = f.step and e.actor ->> 'person' = f.person::text order by e.seq limit 1
      ) e
    )
    select t.*, f.* from (
      select (select count(*)::int from found) as total, (select count(*)::int from decided) as looked, (select count(distinct request_id)::int from decided) as requests, (select min(at) from decided) as first, (select max(at) from decided) as last,
        (select count(*)::int from opened) as with_opening
    ) t left join lateral (
      select f.*, r.number from found f left join requests r on r.request_id = f.request_id
      where ${before(scope.cursor, { at: sql`f.at`, id: sql`f.request_id`, seq: sql`f.seq` })} order by f.at desc, f.request_id desc, f.seq desc limit 51
    ) f on true`);
  return pageOfRows(rows, { looked: (one) => ({ decisions: one.looked, requests: one.requests, opened: Number(one.with_opening) }) }, ({ request_id: id, seq, person, desk, step, answers, papers, took, needed, opened }) => ({
    code: opened === null ? "sinceOpened" : "sinceRead",
    entries: [{ of: "request", id, seq }],
    people: [person],
    desks: [desk],
    values: { step, answers, papers, took: Math.round(took), needed },
  }));
}
