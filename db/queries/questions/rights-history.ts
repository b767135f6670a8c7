import { sql } from "drizzle-orm";
import { Change } from "../../../lib/access/configuration.ts";
import { type RightsChange, type RightsOverTime, rightsOverTime } from "../../../lib/insight/rights-over-time.ts";
import { asReader } from "../../client.ts";
import { isoOf } from "./scope.ts";

/**
 * Who had which rights when, from the changes of the set-up and not from the tables of grants. Read as the system: what an auditor of one
 * place learns of it is whether somebody who decided there could, and nothing of anybody else. `erased` is how many changes no longer say what they were.
 */
export async function rightsHistory(): Promise<RightsOverTime & { readonly erased: number }> {
  const rows = await asReader({ kind: "system" }, (tx) =>
    tx.execute<{ at: unknown; body: string | null }>(sql`
      select e.at, t.body from events e left join texts t on t.request_id = e.request_id and t.digest = e.data -> 'change' ->> 'digest'
      where e.type = 'config.changed' and e.data ->> 'of' in ('role', 'grants', 'stand-in') order by e.at, e.request_id, e.seq`),
  );
  const changes = rows.flatMap(({ at, body }): RightsChange[] => {
    if (body === null) return [];
    const change = Change.parse(JSON.parse(body));
    return change.of === "role" || change.of === "grants" || change.of === "stand-in" ? [{ at: isoOf(at) ?? "", change }] : [];
  });
  return { ...rightsOverTime(changes), erased: rows.length - changes.length };
}
