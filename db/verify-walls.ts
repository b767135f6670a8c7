import { sql } from "drizzle-orm";
import type { ScopedTx } from "./client.ts";
import type { Problem } from "./verify.ts";

/** What is said of the database itself, and of no event. */
export const database = "database";

/** What is only ever added to: the record, its tree and who read what. */
const addedTo = ["events", "leaves", "nodes", "seals", "document_reads", "read_batches"];

/**
 * Holds the walls of the database to what migrations put up, as far as that can be seen from outside: row security stands on every table beside `events`, no trigger
 * sleeps, and whoever asks may change nothing that is only added to. What a policy or a function says is not looked at.
 */
export async function checkWalls(tx: ScopedTx): Promise<Problem[]> {
  const found = await tx.execute<{ field: string; code: "rowSecurityOff" | "triggerOff" | "mayBeChanged" }>(sql`
    with ours as (select c.oid, c.relname, c.relrowsecurity from pg_class c join pg_class e on e.oid = 'public.events'::regclass where c.relkind = 'r' and c.relnamespace = e.relnamespace and c.relowner = e.relowner)
    select relname::text as field, 'rowSecurityOff' as code from ours where not relrowsecurity or not exists (select from pg_policy p where p.polrelid = ours.oid)
    union all
    select relname || '.' || tgname, 'triggerOff' from ours join pg_trigger t on t.tgrelid = ours.oid where not t.tgisinternal and t.tgenabled not in ('O', 'A')
    union all
    select relname::text, 'mayBeChanged' from ours
     where relname = any (${sql.param(addedTo)}::text[]) and (has_table_privilege(oid, 'UPDATE') or has_any_column_privilege(oid, 'UPDATE') or has_table_privilege(oid, 'DELETE') or has_table_privilege(oid, 'TRUNCATE'))
    order by 1, 2`);
  return found.map((one) => ({ stream: database, seq: 0, ...one }));
}
