import { evolveDossier } from "../lib/dossier/evolve.ts";
import type { ScopedTx } from "./client.ts";
import { type DossierRows, dossierRowsOf } from "./dossier-rows.ts";
import { dossierEventOf } from "./log.ts";
import { dossierDependencies, dossierRequests, dossiers } from "./schema/dossiers.ts";
import { differencesOf, type Owned, played, surplusRows } from "./verify-own-streams.ts";
import type { Problem, StoredLink, StoredWords } from "./verify.ts";

/** One dossier's stream with its words. */
export type DossierStream = { readonly dossierId: string; readonly stream: string; readonly links: readonly StoredLink[]; readonly words: readonly StoredWords[] };

const tables = [
  { name: "dossiers", table: dossiers, owner: dossiers.dossierId, key: () => "" },
  { name: "dossierRequests", table: dossierRequests, owner: dossierRequests.dossierId, key: (row) => String(row.requestId) },
  { name: "dossierDependencies", table: dossierDependencies, owner: dossierDependencies.dossierId, key: (row) => `${String(row.requestId)} ${String(row.awaits)}` },
] as const satisfies readonly (Owned & { readonly name: keyof DossierRows })[];

/** Holds the read tables of dossiers to what their streams come to: every row and every column. */
export async function checkDossiers(tx: ScopedTx, streams: readonly DossierStream[]): Promise<Problem[]> {
  const problems: Problem[] = [];
  const good = streams.flatMap((one) => {
    const found = played(one, (link) => dossierEventOf(one.dossierId, link), evolveDossier);
    if ("state" in found) return [{ ...one, id: one.dossierId, rows: dossierRowsOf(found.state, new Map(one.words.flatMap(({ digest, body }) => (body === null ? [] : [[digest, body] as const])))) }];
    problems.push(found.problem);
    return [];
  });
  return [...problems, ...(await differencesOf(tx, tables, ({ dossierId }) => dossierId, good))];
}

/** Rows of dossiers that no stream speaks of. */
export function surplusDossiers(tx: ScopedTx): Promise<Problem[]> {
  return surplusRows(tx, tables, (row) => `dossier:${String(row.dossierId)}`);
}
