import { sql } from "drizzle-orm";
import type { Find, Found } from "../../../lib/insight/question.ts";
import type { RightsOverTime } from "../../../lib/insight/rights-over-time.ts";
import type { ScopedTx } from "../../client.ts";
import { decidedIn } from "./decided.ts";
import { newestFirst } from "./page.ts";
import { isoOf, placeOf, type Scope } from "./scope.ts";

type Group = { readonly person: string; readonly stood_for: string | null; readonly desk: string; readonly n: number; readonly first: unknown; readonly last: unknown };
type Row = { readonly request_id: string; readonly seq: number; readonly at: unknown; readonly number: string | null; readonly type: string; readonly person: string; readonly stood_for: string | null; readonly desk: string; readonly of_step: string | null; readonly step: string | null; readonly code: string };

/**
 * Decisions outside what a desk is there for: by somebody who had no right there when they decided; named for another desk than the step's;
 * or at a desk whose organisation neither takes part nor lies on either side. Rights are those of the time, by the changes of the set-up.
 */
export async function outsideScope(tx: ScopedTx, scope: Scope, rights: RightsOverTime & { readonly erased: number }): Promise<Found> {
  const groups = await tx.execute<Group & Record<string, unknown>>(sql`
    with ${decidedIn(scope)} select d.person, d.stood_for, coalesce(d.desk, s.desk) as desk, count(*)::int as n, min(d.at) as first, max(d.at) as last
    from decided d left join steps s on s.request_id = d.request_id and s.step_id = d.step where coalesce(d.desk, s.desk) is not null group by 1, 2, 3`);
  // Of whoever could the whole time nothing more is asked; of the others each decision is looked at.
  const doubtful = groups.filter(({ person, stood_for: other, desk, first, last }) => ![person, ...(other === null ? [] : [other])].some((one) => rights.couldDecideFrom(one, desk, isoOf(first) ?? "", isoOf(last) ?? "")));
  const rows = await tx.execute<Row & Record<string, unknown>>(sql`
    with ${decidedIn(scope)}, doubtful as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(doubtful.map(({ person, desk }) => ({ person, desk })))}::text::jsonb) as g(person text, desk text)
    ), placed as (
      select d.request_id, d.seq, d.at, d.type, d.person, d.stood_for, d.step, coalesce(d.desk, s.desk) as desk, s.desk as of_step, s.assignee::text as assignee, s.substitutes::text[] as substitutes, r.number,
        r.request_id is null or k.organisation in (r.home, r.host_organisation) or o.jurisdiction in (r.from_jurisdiction, r.to_jurisdiction) as is_here
      from decided d left join steps s on s.request_id = d.request_id and s.step_id = d.step left join requests r on r.request_id = d.request_id
        left join desks k on k.id = coalesce(d.desk, s.desk) left join organisations o on o.id = k.organisation
    ), judged as (
      select p.*, case
        when p.of_step is not null and p.desk <> p.of_step then 'otherDesk'
        when p.desk is not null and p.is_here is not true then 'otherPlace'
        when (p.person, p.desk) in (select g.person, g.desk from doubtful g) and p.assignee is distinct from p.person and not p.person = any (coalesce(p.substitutes, '{}'))
          and not exists (select 1 from events h where h.request_id = p.request_id and h.stream like 'request:%' and h.type in ('step.delegated', 'step.substituteNamed', 'step.reviewerAdded') and h.seq < p.seq
            and h.data ->> 'to' = p.person and p.step in (h.data ->> 'step', h.data ->> 'added')) then 'noRight'
        end as code from placed p
    )
    select j.* from judged j where j.code is not null`);
  const decided = groups.reduce((sum, { n }) => sum + n, 0);
  const finds = rows.filter(({ code, person, stood_for: other, desk, at }) => code !== "noRight" || !mayDecide(rights, { person, other, desk, at: isoOf(at) ?? "" })).map((row): Find => ({
    key: placeOf(isoOf(row.at) ?? "", row.request_id, row.seq),
    at: isoOf(row.at),
    code: row.code,
    request: { id: row.request_id, number: row.number ?? "" },
    entries: [{ of: "request", id: row.request_id, seq: row.seq }],
    people: [row.person],
    desks: row.code === "otherDesk" && row.of_step !== null ? [row.desk, row.of_step] : [row.desk],
    values: { type: row.type, step: row.step },
  }));
  const times = groups.flatMap(({ first, last }) => [isoOf(first) ?? "", isoOf(last) ?? ""]).toSorted();
  return { count: finds.length, looked: { decisions: decided, desks: new Set(groups.map(({ desk }) => desk)).size, people: new Set(groups.map(({ person }) => person)).size, erased: rights.erased }, first: times[0] ?? null, last: times.at(-1) ?? null, ...newestFirst(finds, scope.cursor) };
}

/** Whoever decides in the place of another has the other's right. */
function mayDecide(rights: RightsOverTime, { person, other, desk, at }: { readonly person: string; readonly other: string | null; readonly desk: string; readonly at: string }): boolean {
  return rights.couldDecide(person, desk, at) || (other !== null && rights.couldDecide(other, desk, at));
}
