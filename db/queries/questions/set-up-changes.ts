import { sql } from "drizzle-orm";
import type { Found } from "../../../lib/insight/question.ts";
import type { ScopedTx } from "../../client.ts";
import { namesInSetUp } from "../set-up-names.ts";
import { pageOfRows, type TotalRow } from "./page.ts";
import { before, during, housesOf, listed, type Scope } from "./scope.ts";

type Row = TotalRow & { readonly second: number; readonly alone: number; readonly request_id: string; readonly seq: number; readonly of: string; readonly subject: string; readonly version: string | null; readonly person: string | null; readonly author: string | null; readonly approver: string | null; readonly status: string | null; readonly how: string; readonly digest: string | null; readonly organisation: string | null; readonly quota: string | null; readonly year: string | null; readonly amount: string | null; readonly unit: string | null };

/**
 * Changes of the set-up and of quotas, with who made and who approved them. A workflow asks for two people; its version without a second one, made by a
 * person, is what the count `alone` tells. Who audits everything sees all; who audits an institution, its quotas.
 */
export async function setUpChanges(tx: ScopedTx, scope: Scope): Promise<Found> {
  const houses = housesOf(scope);
  const { organisation } = scope;
  const rows = await tx.execute<Row & Record<string, unknown>>(sql`
    with changed as materialized (
      select e.request_id, e.seq, e.at, e.actor ->> 'person' as person, e.data ->> 'of' as of, e.data ->> 'subject' as subject, coalesce(e.data ->> 'version', e.data -> 'proposal' ->> 'version') as version,
        coalesce(e.data -> 'approved' ->> 'author', e.data -> 'proposal' ->> 'author') as author, coalesce(e.data -> 'approved' ->> 'approver', e.data -> 'proposal' ->> 'decidedBy') as approver,
        e.data -> 'proposal' ->> 'status' as status, e.data -> 'change' ->> 'digest' as digest, null::text as organisation, null::text as quota, null::text as year, null::text as amount, null::text as unit
      from events e where e.type = 'config.changed' and e.data ->> 'of' not in ('break-glass', 'reads', 'taken-away') and ${during(scope, sql`e.at`)} and ${scope.all ? sql`true` : sql`false`}
        ${organisation === undefined ? sql`` : sql`and (e.data ->> 'subject' = ${`organisation:${organisation}`} or e.data ->> 'subject' in (select 'desk:' || d.id from desks d where d.organisation = ${organisation}))`}
      union all
      select e.request_id, e.seq, e.at, e.actor ->> 'person', 'quota', e.data ->> 'quota', null, null, null, null, null, e.data ->> 'organisation', e.data ->> 'quota', e.data ->> 'year', e.data -> 'limit' ->> 'value', e.data -> 'limit' ->> 'unit'
      from events e where e.type = 'quota.set' and e.stream like 'account:%' and ${during(scope, sql`e.at`)}
        ${houses === null ? sql`` : sql`and e.data ->> 'organisation' in (${listed(houses)})`} ${organisation === undefined ? sql`` : sql`and e.data ->> 'organisation' = ${organisation}`}
    ), found as materialized (
      select c.*, case
        when of = 'workflow' and author is not null and author <> approver then 'second'
        when of = 'workflow' and (author is not null or person is not null) then 'alone'
        when of = 'workflow-proposal' then 'proposal'
        when person is null then 'shipped' else 'single' end as how from changed c
    )
    select t.*, f.* from (
      select (select count(*)::int from found) as total, (select count(*)::int from found) as looked, (select count(distinct request_id)::int from found) as requests, (select min(at) from found) as first, (select max(at) from found) as last,
        (select count(*)::int from found where how = 'second') as second, (select count(*)::int from found where how = 'alone') as alone
    ) t left join lateral (
      select * from found f where ${before(scope.cursor, { at: sql`f.at`, id: sql`f.request_id`, seq: sql`f.seq` })} order by f.at desc, f.request_id desc, f.seq desc limit 51
    ) f on true`);
  const named = await namesInSetUp(tx, rows.flatMap(({ request_id: requestId, digest }) => (digest ? [{ requestId, digest }] : [])));
  const page = pageOfRows(rows, { looked: ({ looked, second, alone }) => ({ changes: looked, second, alone }) }, ({ request_id: id, seq, of, subject, version, person, author, approver, status, how, digest, organisation, quota, year, amount, unit }) => ({
    code: how,
    entries: [{ of: of === "quota" ? "account" : "setUp", id, seq }],
    people: [author ?? person, approver].flatMap((one) => one ?? []),
    desks: [],
    values: { of, subject, version, status, about: (named.get(digest ?? "") ?? []).join(" · ") || null, organisation, quota, year, amount, unit },
  }));
  return { ...page, items: page.items.map((one) => ({ ...one, request: null })) };
}
