import { sql } from "drizzle-orm";
import { dayOf } from "../../../lib/calendar/day.ts";
import { type Found, pageOf, pageSize } from "../../../lib/insight/question.ts";
import type { ScopedTx } from "../../client.ts";
import { audited, type Scope } from "./scope.ts";

type Row = { readonly total: number; readonly looked: number; readonly requests: number; readonly request_id: string | null; readonly obligation_id: string; readonly number: string | null; readonly kind: string; readonly requirement: string | null; readonly step: string | null; readonly due: string; readonly late: number; readonly requester: string };

/** What was to be done by a day that has passed and is still open; the last days asked about narrow it. From the read table that verify holds to the events. */
export async function overdueObligations(tx: ScopedTx, scope: Scope): Promise<Found> {
  const today = dayOf(scope.now);
  const [, due = "", id = "", obligation = ""] = /^(\d{4}-\d\d-\d\d)~([0-9a-f-]{36})~([\w.:-]+)$/.exec(scope.cursor ?? "") ?? [];
  const rows = await tx.execute<Row & Record<string, unknown>>(sql`
    with open as materialized (select o.* from obligations o where ${audited(scope, sql`o.request_id`)} ${scope.from ? sql`and o.due_on >= ${scope.from}::date` : sql``} ${scope.to ? sql`and o.due_on <= ${scope.to}::date` : sql``}),
    found as materialized (select * from open where due_on < ${today}::date)
    select t.*, f.* from (select (select count(*)::int from found) as total, (select count(*)::int from open) as looked, (select count(distinct request_id)::int from open) as requests) t
    left join lateral (
      select f.request_id, f.obligation_id, r.number, f.kind, f.requirement_id as requirement, f.step_id as step, f.due_on::text as due, (${today}::date - f.due_on) as late, r.requester
      from found f left join requests r on r.request_id = f.request_id
      where ${due === "" ? sql`true` : sql`(f.due_on, f.request_id, f.obligation_id collate "C") > (${due}::date, ${id}::uuid, ${obligation})`}
      order by f.due_on, f.request_id, f.obligation_id collate "C" limit ${pageSize + 1}
    ) f on true`);
  const [totals] = rows;
  const items = rows.flatMap(({ request_id: request, obligation_id: one, number, kind, requirement, step, due: day, late, requester }) => (request === null ? [] : [{
    key: `${day}~${request}~${one}`, at: null, code: requirement === null ? "desk" : "rule", request: { id: request, number: number ?? "" }, entries: [], people: [requester], desks: [], values: { kind, requirement, step, due: day, late },
  }]));
  const { items: shown, next } = pageOf(items, undefined);
  return { count: totals?.total ?? 0, looked: { obligations: totals?.looked ?? 0, requests: totals?.requests ?? 0 }, first: null, last: null, items: shown, next };
}
