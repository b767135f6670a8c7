import { type SQL, sql } from "drizzle-orm";
import { deciding } from "../../../lib/insight/question.ts";
import { audited, during, listed, type Scope } from "./scope.ts";

/** `decided`: the decisions of people in the scope, from the events alone. */
export function decidedIn(scope: Scope, types: readonly string[] = deciding): SQL {
  return sql`decided as materialized (
    select e.request_id, e.seq, e.type, e.at, a.person, a.stood_for, a.desk, e.data ->> 'step' as step
    from events e cross join lateral (select e.actor ->> 'person' as person, e.actor ->> 'for' as stood_for, e.actor ->> 'desk' as desk) a
    where e.type in (${listed(types)}) and e.stream like 'request:%' and a.person is not null and ${during(scope, sql`e.at`)} and ${audited(scope, sql`e.request_id`)}
  )`;
}

/** `asked`: what a submission says of whose it is, and `handed`: whoever it was handed over to. Each submission is unfolded once, because it is long. */
export const askedIn: SQL = sql`asked as materialized (
    select e.request_id, d.requester, d.team, d.endorser
    from events e cross join lateral jsonb_to_record(e.data) as d(requester text, team jsonb, endorser text)
    where e.type = 'request.submitted' and e.stream like 'request:%' and e.request_id in (select request_id from decided)
  ), handed as materialized (
    select e.request_id, e.seq, e.data ->> 'to' as person from events e
    where e.type = 'request.transferred' and e.stream like 'request:%' and e.request_id in (select request_id from decided)
  )`;

/**
 * `party`: whoever a request is of, from which entry on: its requester, its team, and whoever it was handed over to; with the endorser
 * whom its submission names. Whoever hands it over stays in its team.
 */
export const partyIn: SQL = sql`${askedIn}, party as materialized (
    select request_id, requester as person, 0 as since from asked
    union select a.request_id, t.person, 0 from asked a cross join lateral jsonb_array_elements_text(a.team) t(person)
    union select request_id, person, seq from handed
  )`;

/** Whose request it was when an entry was made: of a few entries, because each looks through all that was asked. */
export function requesterAt(request: SQL, seq: SQL): SQL {
  return sql`coalesce((select h.person from handed h where h.request_id = ${request} and h.seq < ${seq} order by h.seq desc limit 1), (select s.requester from asked s where s.request_id = ${request} limit 1))`;
}
