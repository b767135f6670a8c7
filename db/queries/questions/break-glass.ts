import { sql } from "drizzle-orm";
import { changeIn } from "../../../lib/access/change-in.ts";
import { textOf } from "../../../lib/audit/entry-says.ts";
import type { Found } from "../../../lib/insight/question.ts";
import type { ScopedTx } from "../../client.ts";
import { pageOfRows, type TotalRow } from "./page.ts";
import { audited, before, during, type Scope } from "./scope.ts";

const uuid = "^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$";
const instant = "^20[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:[.][0-9]+)?Z$";

type Row = TotalRow & { readonly request_id: string; readonly seq: number; readonly of: string | null; readonly person: string; readonly until: string | null; readonly ended: unknown; readonly reads: number; readonly body: string | null };

/** Requests that were opened by break-glass: by whom, for how long, with which reason, and how much was read. Asked as the system, of requests that the auditor audits: the chains of the set-up are shown to nobody else. */
export async function breakGlass(tx: ScopedTx, scope: Scope): Promise<Found> {
  const rows = await tx.execute<Row & Record<string, unknown>>(sql`
    with told as materialized (
      select e.request_id, e.seq, e.at, e.data -> 'change' ->> 'digest' as digest, a.id, a.request, a.person, a.until, a.ended
      from events e cross join lateral (
        -- Whoever owns the database can make it say anything: what is no id and no time is null.
        select (substring(e.data -> 'access' ->> 'id' from ${uuid}::text))::uuid as id, (substring(e.data -> 'access' ->> 'request' from ${uuid}::text))::uuid as request, coalesce(e.data -> 'access' ->> 'person', '') as person,
          substring(e.data -> 'access' ->> 'until' from ${instant}::text) as until, e.data -> 'access' ->> 'ended' is not distinct from 'true' as ended
      ) a
      where e.type = 'config.changed' and e.data ->> 'of' = 'break-glass' and ${audited(scope, sql`a.request`)}
    ), found as materialized (
      select t.*, (select min(c.at) from told c where c.id = t.id and c.ended) as closed from told t where not t.ended and ${during(scope, sql`t.at`)}
    )
    select t.*, f.* from (
      select (select count(*)::int from found) as total, (select count(*)::int from told) as looked, (select count(distinct request)::int from found) as requests, (select min(at) from told) as first, (select max(at) from told) as last
    ) t left join lateral (
      select f.request_id, f.seq, f.at, f.request as of, f.person, f.until, f.closed as ended, r.number, w.body,
        (select count(*)::int from document_reads d where d.request_id = f.request and d.person::text = f.person and d.at between f.at and least(f.until::timestamptz, coalesce(f.closed, f.until::timestamptz))) as reads
      from found f left join requests r on r.request_id = f.request left join texts w on w.request_id = f.request_id and w.digest = f.digest
      where ${before(scope.cursor, { at: sql`f.at`, id: sql`f.request_id`, seq: sql`f.seq` })} order by f.at desc, f.request_id desc, f.seq desc limit 51
    ) f on true`);
  const page = pageOfRows(rows, { looked: (one) => ({ entries: one.looked, requests: one.requests }) }, ({ request_id: id, seq, of, person, until, ended, reads, body }) => ({
    code: ended === null ? "open" : "closed",
    entries: [{ of: "setUp", id, seq }],
    people: [person],
    desks: [],
    values: { request: of, until, reads, reason: body === null ? null : textOf(changeIn(body), "reason") },
  }));
  // The chain is that of the access; the case is the one that was opened.
  return { ...page, items: page.items.map((one) => ({ ...one, request: { id: String(one.values.request ?? ""), number: one.request?.number ?? "" } })) };
}
