import { and, eq, inArray, sql } from "drizzle-orm";
import { type Progress, type Standing, standingOf, type Until } from "../lib/dossier/until.ts";
import type { Wait } from "../lib/request/waits.ts";
import type { ScopedTx } from "./client.ts";
import { dossierDependencies, dossierRequests, dossiers } from "./schema/dossiers.ts";
import { requests } from "./schema/requests.ts";

type ProgressRow = { readonly request_id: string; readonly awaits: string; readonly waiting_status: string; readonly awaited_status: string; readonly step_status: "done" | "notYet" | null; readonly moved: boolean };

/** One dependency of a dossier, and how it stands. `holds` is whether the request that waits could still get its permit. */
export type StandingDependency = { readonly waiting: string; readonly awaits: string; readonly until: Until; readonly step: string | null; readonly reason: string | null; readonly standing: Standing; readonly holds: boolean };

const before = ["draft", "submitted", "in-review", "returned", "approved"];

/** The dependencies of a dossier with how each stands now. */
export async function dependenciesOf(tx: ScopedTx, dossierId: string): Promise<StandingDependency[]> {
  const { requestId: waiting, awaits, until, step, reason } = dossierDependencies;
  const [rows, far] = await Promise.all([
    tx.select({ waiting, awaits, until, step, reason }).from(dossierDependencies).where(eq(dossierDependencies.dossierId, dossierId)).orderBy(waiting, awaits),
    tx.execute<ProgressRow>(sql`select * from dossier_progress(${dossierId})`),
  ]);
  return rows.map((row) => {
    const progress = far.find((one) => one.request_id === row.waiting && one.awaits === row.awaits);
    return { ...row, standing: standing(row.until, progress), holds: before.includes(progress?.waiting_status ?? "gone") };
  });
}

/** What a request waits for, as its dossier says; the actor sees the dossier because they see the request. */
export async function waitsOf(tx: ScopedTx, requestId: string): Promise<Wait[]> {
  return (await waitsAmong(tx, [requestId])).map(({ wait }) => wait);
}

/** The same for several requests at once. */
export async function waitsAmong(tx: ScopedTx, requestIds: readonly string[]): Promise<{ readonly waiting: string; readonly wait: Wait }[]> {
  if (requestIds.length === 0) return [];
  const rows = await tx.execute<ProgressRow & { dossier: string; number: string; until: Until; step: string | null }>(sql`
    select d.dossier_id as dossier, d.until, d.step, m.number, p.*
      from ${dossierDependencies} d
      join ${dossierRequests} m on m.request_id = d.awaits
      cross join lateral dossier_progress(d.dossier_id) p
     where d.request_id = any(${sql.param([...requestIds])}::uuid[]) and p.request_id = d.request_id and p.awaits = d.awaits
     order by m.number`);
  return rows.map((row) => ({ waiting: row.request_id, wait: { dossier: row.dossier, request: row.awaits, number: row.number, until: row.until, step: row.step, standing: standing(row.until, row) } }));
}

/** The requests that wait for this one, and for what of it. */
export async function waitingFor(tx: ScopedTx, requestId: string): Promise<{ readonly waiting: string; readonly until: Until; readonly step: string | null }[]> {
  const { requestId: waiting, until, step } = dossierDependencies;
  return tx.select({ waiting, until, step }).from(dossierDependencies).where(eq(dossierDependencies.awaits, requestId));
}

/** Approved requests that stand in a dossier and waited for others: whether they still do is asked of each. */
export async function approvedAndWaiting(tx: ScopedTx, after: string, limit: number): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: dossierDependencies.requestId })
    .from(dossierDependencies)
    .innerJoin(requests, eq(requests.requestId, dossierDependencies.requestId))
    .where(and(eq(requests.status, "approved"), sql`${dossierDependencies.requestId} > ${after}`))
    .orderBy(dossierDependencies.requestId)
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** The dossiers that these requests stand in. */
export async function dossiersOf(tx: ScopedTx, ids: readonly string[]): Promise<{ readonly requestId: string; readonly dossierId: string; readonly number: string }[]> {
  if (ids.length === 0) return [];
  return tx
    .select({ requestId: dossierRequests.requestId, dossierId: dossierRequests.dossierId, number: dossiers.number })
    .from(dossierRequests)
    .innerJoin(dossiers, eq(dossiers.dossierId, dossierRequests.dossierId))
    .where(inArray(dossierRequests.requestId, [...ids]));
}

/** Whether the actor may see a dossier; who may see it and not change it is refused, everybody else finds nothing. */
export async function seesDossier(tx: ScopedTx, dossierId: string): Promise<boolean> {
  const rows = await tx.select({ id: dossiers.dossierId }).from(dossiers).where(eq(dossiers.dossierId, dossierId));
  return rows.length > 0;
}

function standing(until: Until, progress: ProgressRow | undefined): Standing {
  if (!progress) return "ended";
  const { awaited_status: status, step_status: step, moved } = progress;
  // The function says a status of ours, or that nothing is left of a draft.
  return standingOf({ until }, { status: status as Progress["status"], ...(step !== null && { step }), moved });
}
