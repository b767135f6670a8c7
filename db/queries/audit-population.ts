import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Actor } from "../../lib/access/actor.ts";
import { type StratumBy, stratumNamed } from "../../lib/audit/sampling/asked.ts";
import { dayOf } from "../../lib/calendar/day.ts";
import type { DrawnCase } from "../../lib/working-paper/open.ts";
import { asLister, type ScopedTx } from "../client.ts";
import { streamOf } from "../log.ts";
import { anyOf } from "../prepared.ts";
import { requestAccess, requests, steps } from "../schema/requests.ts";
import { type Asked as AskedOfRecord, everyKey } from "./audit-search.ts";

/** Most requests that a sample is drawn from. */
export const mostInPopulation = 200_000;

export type Asked = { readonly question: AskedOfRecord; readonly scope: string; readonly by: readonly StratumBy[] };

/** The requests with an event that matches a question, within one scope of the auditor's, each with its stratum; null when they are too many to draw from. */
export async function populationFor(actor: Actor, { question, scope, by }: Asked): Promise<DrawnCase[] | null> {
  const ids = new Set<string>();
  for await (const keys of everyKey(actor, question, keysAtOnce)) {
    for (const { requestId, stream } of keys) if (stream === streamOf(requestId)) ids.add(requestId);
    if (ids.size > mostInPopulation) return null;
  }
  return asLister(actor, (tx) => described(tx, [...ids], { scope, by }));
}

async function described(tx: ScopedTx, ids: readonly string[], { scope, by }: Pick<Asked, "scope" | "by">): Promise<DrawnCase[]> {
  const cases: DrawnCase[] = [];
  const within = scope === "all" ? undefined : inArray(requests.requestId, tx.select({ id: requestAccess.requestId }).from(requestAccess).where(eq(requestAccess.subject, scope)));
  for (let at = 0; at < ids.length; at += atOnce) {
    const some = ids.slice(at, at + atOnce);
    const rows = await tx
      .select({ item: requests.requestId, number: requests.number, kind: requests.kind, from: requests.fromJurisdiction, to: requests.toJurisdiction, status: requests.status, submittedAt: requests.submittedAt, home: requests.home })
      .from(requests)
      .where(and(anyOf(requests.requestId, some), within));
    const deciders = by.includes("desk") ? await lastDesks(tx, some) : new Map<string, string>();
    cases.push(
      ...rows.map(({ item, number, kind, from, to, status, submittedAt, home }) => {
        const stratum = stratumNamed({ kind, corridor: `${from}>${to}`, outcome: status, month: dayOf(submittedAt).slice(0, 7), desk: deciders.get(item) ?? "-", organisation: home }, by);
        return { item, number, ...(stratum !== undefined && { stratum }) };
      }),
    );
  }
  return cases;
}

/** The desk that decided last of each request; of several at the same moment the one whose step comes first by name. */
async function lastDesks(tx: ScopedTx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectDistinctOn([steps.requestId], { id: steps.requestId, desk: steps.desk })
    .from(steps)
    .where(and(anyOf(steps.requestId, ids), isNotNull(steps.decidedAt)))
    .orderBy(steps.requestId, sql`${steps.decidedAt} desc`, sql`${steps.stepId} collate "C"`);
  return new Map(rows.map(({ id, desk }) => [id, desk]));
}

const atOnce = 1_000;
/** Each question of the search costs some milliseconds, however few it is to find. */
const keysAtOnce = 20_000;
