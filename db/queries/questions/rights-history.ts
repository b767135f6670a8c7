import { sql } from "drizzle-orm";
import { changeIn } from "../../../lib/access/change-in.ts";
import { type RightsChange, type RightsOverTime, rightsOverTime } from "../../../lib/insight/rights-over-time.ts";
import { asReader } from "../../client.ts";
import { isoOf } from "./scope.ts";

/**
 * Who had which rights when, from the changes of the set-up and not from the tables of grants. Read as the system: what an auditor of one
 * place learns of it is whether somebody who decided there could, and nothing of anybody else. `erased` is how many changes no longer say what they were.
 */
export async function rightsHistory(): Promise<RightsOverTime & { readonly erased: number }> {
  const rows = await asReader({ kind: "system" }, (tx) =>
    tx.execute<{ chain: string; at: unknown; body: string | null }>(sql`
      select e.request_id as chain, e.at, t.body from events e left join texts t on t.request_id = e.request_id and t.digest = e.data -> 'change' ->> 'digest'
      where e.type = 'config.changed' and e.data ->> 'of' in ('role', 'grants', 'stand-in') order by e.at, e.request_id, e.seq`),
  );
  const told = rows.map(({ chain, at, body }) => ({ chain, at: isoOf(at) ?? "", change: body === null ? null : changeIn(body) }));
  // Which stand-in an erased change was of is told by one of its chain that is kept: whoever is forgotten has it written once more.
  const standIns = new Map(told.flatMap(({ chain, change }) => (change?.of === "stand-in" ? [[chain, change.id]] : [])));
  const changes = told.flatMap(({ chain, at, change }): RightsChange[] => {
    const standIn = change === null ? standIns.get(chain) : undefined;
    if (standIn !== undefined) return [{ at, erased: { standIn } }];
    return change?.of === "role" || change?.of === "grants" || change?.of === "stand-in" ? [{ at, change }] : [];
  });
  return { ...rightsOverTime(changes), erased: told.filter(({ change }) => change === null).length };
}
