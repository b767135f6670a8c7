import { and, desc, eq, isNotNull, ne, sql } from "drizzle-orm";
import type { ScopedTx } from "../../db/client.ts";
import { desks } from "../../db/schema/configuration.ts";
import { people } from "../../db/schema/people.ts";
import { requests, steps } from "../../db/schema/requests.ts";
import type { DeskNow } from "../request/context.ts";
import { actorColumns, actorFrom, runningToday } from "./person.ts";

/** A desk as it is now: its rule, and who decides at it, each with what they can do and have in hand. The worker asks, who sees every queue. */
export async function deskNow(tx: ScopedTx, desk: string, of: { readonly request: string; readonly requester: string }): Promise<DeskNow> {
  const load = sql<number>`(select count(*)::int from steps w where w.desk = ${desk} and w.status = 'open' and w.holder = people.id)`;
  const lastTurn = sql<string | null>`(select to_char(max(w.since) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from steps w where w.desk = ${desk} and (w.holder = people.id or w.decided_by = people.id))`;
  const isAway = sql<boolean>`exists (select 1 from stand_ins s where s.person_id = people.id and ${runningToday} and (s.desks = '{}' or ${desk} = any (s.desks)))`;
  const decides = sql`exists (select 1 from grants g join roles r on r.id = g.role where g.person_id = people.id and g.scope_kind = 'desk' and g.scope_id = ${desk} and 'step.decide' = any (r.permissions))`;
  const [[own], staff, [last]] = await Promise.all([
    tx.select({ allot: desks.allot }).from(desks).where(eq(desks.id, desk)),
    tx.select({ ...actorColumns, speaks: people.speaks, skills: people.skills, load, lastTurn, isAway }).from(people).where(and(eq(people.active, true), decides)),
    tx
      .select({ person: steps.decidedBy })
      .from(steps)
      .innerJoin(requests, eq(requests.requestId, steps.requestId))
      .where(and(eq(steps.desk, desk), eq(requests.requester, of.requester), ne(steps.requestId, of.request), isNotNull(steps.decidedBy)))
      .orderBy(desc(steps.decidedAt))
      .limit(1),
  ]);
  return {
    rule: own?.allot ?? null,
    staff: staff.map(({ speaks, skills, load: inHand, lastTurn: turn, isAway: away, ...row }) => ({ person: actorFrom(row), speaks: [row.language, ...speaks], skills, load: inHand, lastTurn: turn, isAway: away })),
    handledLast: last?.person ?? null,
  };
}
