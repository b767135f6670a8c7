import { type SQL, sql } from "drizzle-orm";
import { entriesOf, rowsOfSteps } from "./audit-rows.ts";
import type { ScopedTx } from "./client.ts";
import { streamOf } from "./log.ts";
import type { Replayed } from "./replay.ts";
import type { Problem, StoredLink, StoredWords } from "./verify.ts";
import type { Range } from "./verify-tables.ts";

type Spoken = ReadonlyMap<string, readonly StoredWords[]>;

/** What is checked: chains, the words beside them, and of requests what was played of them. */
type Entered = { readonly chains: readonly (readonly StoredLink[])[]; readonly spoken: Spoken; readonly played: ReadonlyMap<string, Pick<Replayed, "steps">> };

/**
 * Holds what auditors find events by to the events, the words that are still kept and the names of who audits them: every entry and every column. While entries of
 * events from before there were any are still being made, those that are not there yet are no problem. Of what words were erased of, the
 * words that are left are not held to any more: whatever erased them makes the entry anew.
 */
export async function checkEntries(tx: ScopedTx, range: Range, { chains, spoken, played }: Entered): Promise<Problem[]> {
  const isErased = new Set([...spoken].flatMap(([requestId, words]) => (words.some(({ body }) => body === null) ? [requestId] : [])));
  const rows = chains.flatMap((links) => {
    const { requestId = "", stream = "" } = links[0] ?? {};
    const words = new Map((spoken.get(requestId) ?? []).map(({ digest, body, readers }) => [digest, { body, readers }]));
    const steps = stream === streamOf(requestId) ? played.get(requestId)?.steps : undefined;
    return (steps ? rowsOfSteps(steps, words) : entriesOf(requestId, stream, links.map((link) => ({ ...link, stream })), words)).map((row) => ({ request_id: row.requestId, stream, seq: row.seq, at: row.at, type: row.type, kind: row.kind, readers: row.readers, terms: row.terms, erased: isErased.has(requestId) }));
  });
  const checked = [...new Set(chains.flatMap((links) => links[0]?.stream ?? []))];
  const differs = ["at", "type", "kind", "readers", "terms"].map((column) => `case when l.${column} is distinct from s.${column}${column === "terms" ? " and not s.erased" : ""} then '${column}' end`).join(", ");
  const found = await tx.execute<{ stream: string; seq: number; code: "differs" | "missingRow" | "surplusRow"; columns: string[] }>(sql`
    select * from (
    select coalesce(l.stream, s.stream) as stream, coalesce(l.seq, s.seq) as seq,
           case when l.seq is null then 'missingRow' when s.seq is null then 'surplusRow' else 'differs' end as code, array_remove(array[${sql.raw(differs)}], null) as columns,
           case when s.seq is null then not exists (select 1 from events e where e.stream = l.stream and e.request_id = l.request_id) end as "ofNothing"
      from (select * from audit_entries where ${within(range)}) l
      full join (select request_id, stream, seq, at, type, kind, readers, terms::tsvector || case when starts_with(stream, 'request:') then coalesce(a.names, ''::tsvector) else ''::tsvector end as terms, erased
                   from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as given(request_id uuid, stream text, seq int, at timestamptz, type text, kind text, readers text[], terms text, erased boolean)
                   left join (select request_id, array_to_tsvector(array_agg('=' || subject)) as names from request_access where starts_with(subject, 'audit:') and ${within(range)} group by request_id) a using (request_id)) s
        on l.request_id = s.request_id and l.stream = s.stream and l.seq = s.seq
    ) compared
    where (code <> 'differs' or cardinality(columns) > 0) and (code <> 'missingRow' or (select at is not null from audit_filled)) and (code <> 'surplusRow' or stream = any (${sql.param(checked)}::text[]) or "ofNothing")
    order by stream, seq`);
  return found.flatMap(({ stream, seq, code, columns }): Problem[] => (code === "differs" ? columns.map((column) => ({ stream, seq, field: `auditEntries[${seq}].${column}`, code })) : [{ stream, seq, field: `auditEntries[${seq}]`, code }]));
}

/** Holds the order in which each auditor reads to the entries and to who audits their requests: one pass over the whole of both, since it stands by auditor and not by request. */
export async function checkAudited(tx: ScopedTx): Promise<Problem[]> {
  const found = await tx.execute<{ stream: string; seq: number; subject: string; code: "missingRow" | "surplusRow" }>(sql`
    select 'request:' || coalesce(l.request_id, s.request_id) as stream, coalesce(l.seq, s.seq) as seq, coalesce(l.subject, s.subject) as subject, case when l.seq is null then 'missingRow' else 'surplusRow' end as code
      from audited_entries l
      full join (select a.subject, e.at, e.request_id, e.seq from audit_entries e join request_access a using (request_id)
                  where starts_with(e.stream, 'request:') and starts_with(a.subject, 'audit:') and (e.readers is null or a.subject = any (e.readers))) s
        on l.subject = s.subject and l.at = s.at and l.request_id = s.request_id and l.seq = s.seq
     where l.seq is null or s.seq is null
     order by 1, 2, 3`);
  return found.map(({ stream, seq, subject, code }) => ({ stream, seq, field: `auditedEntries[${seq}].${subject}`, code }));
}

function within({ after, upTo }: Range): SQL {
  return sql`(${after}::uuid is null or request_id > ${after}::uuid) and (${upTo}::uuid is null or request_id <= ${upTo}::uuid)`;
}
