import { and, eq } from "drizzle-orm";
import type { Dossier, DossierState } from "../lib/dossier/state.ts";
import type { ScopedTx } from "./client.ts";
import { dossierRowsOf } from "./dossier-rows.ts";
import { readTexts } from "./log.ts";
import { dossierDependencies, dossierRequests, dossiers } from "./schema/dossiers.ts";

/** The row that lets its opener write the rest; it comes before the first event. */
export async function admitOpener(tx: ScopedTx, { dossierId, number, opener, at }: { readonly dossierId: string; readonly number: string; readonly opener: string; readonly at: string }): Promise<void> {
  await tx.insert(dossiers).values({ dossierId, number, title: null, opener, status: "open", version: 0, openedAt: at, changedAt: at });
}

/** Brings a dossier's read tables from one state to the next. Its own row stands already: the others show theirs to nobody before it. */
export async function projectDossier(tx: ScopedTx, before: DossierState, after: Dossier, said: ReadonlyMap<string, string>): Promise<void> {
  const shown = [after.title, ...after.dependencies.map(({ reason }) => reason)].map(({ digest }) => digest).filter((digest) => !said.has(digest));
  const words = new Map([...(await readTexts(tx, after.id, shown)), ...said]);
  const now = dossierRowsOf(after, words);
  const was = before.status === "none" ? { dossierRequests: [], dossierDependencies: [] } : dossierRowsOf(before, words);
  const known = (rows: readonly { requestId: string; awaits?: string }[], row: { requestId: string; awaits?: string }) => rows.some((one) => one.requestId === row.requestId && one.awaits === row.awaits);
  // What goes before what comes: a pair that was taken away may stand again in the same act.
  for (const { requestId, awaits } of was.dossierDependencies.filter((row) => !known(now.dossierDependencies, row))) await tx.delete(dossierDependencies).where(and(eq(dossierDependencies.requestId, requestId), eq(dossierDependencies.awaits, awaits)));
  for (const { requestId } of was.dossierRequests.filter((row) => !known(now.dossierRequests, row))) await tx.delete(dossierRequests).where(eq(dossierRequests.requestId, requestId));
  const linked = now.dossierRequests.filter((row) => !known(was.dossierRequests, row));
  const added = now.dossierDependencies.filter((row) => !known(was.dossierDependencies, row));
  if (linked.length > 0) await tx.insert(dossierRequests).values(linked);
  if (added.length > 0) await tx.insert(dossierDependencies).values(added);
  const [row] = now.dossiers;
  if (row) await tx.update(dossiers).set(row).where(eq(dossiers.dossierId, after.id));
}
