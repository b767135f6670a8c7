import { inArray, notInArray } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { evolveDossier } from "../lib/dossier/evolve.ts";
import type { Dossier, DossierState } from "../lib/dossier/state.ts";
import type { ScopedTx } from "./client.ts";
import { type DossierRows, dossierRowsOf } from "./dossier-rows.ts";
import { dossierEventOf } from "./log.ts";
import { dossierDependencies, dossierRequests, dossiers } from "./schema/dossiers.ts";
import { heads } from "./schema/record.ts";
import { type Row, rowDifferences, rowLabel } from "./verify-rows.ts";
import type { Problem, StoredLink, StoredWords } from "./verify.ts";

/** One dossier's stream with its words. */
export type DossierStream = { readonly dossierId: string; readonly stream: string; readonly links: readonly StoredLink[]; readonly words: readonly StoredWords[] };

type Table = { readonly table: PgTable; readonly dossier: PgColumn; readonly key: (row: Row) => string };

const tables = {
  dossiers: { table: dossiers, dossier: dossiers.dossierId, key: () => "" },
  dossierRequests: { table: dossierRequests, dossier: dossierRequests.dossierId, key: (row) => String(row.requestId) },
  dossierDependencies: { table: dossierDependencies, dossier: dossierDependencies.dossierId, key: (row) => `${String(row.requestId)} ${String(row.awaits)}` },
} as const satisfies Record<keyof DossierRows, Table>;
const names = Object.keys(tables) as (keyof DossierRows)[];

/** Holds the read tables of dossiers to what their streams come to: every row and every column. */
export async function checkDossiers(tx: ScopedTx, streams: readonly DossierStream[]): Promise<Problem[]> {
  const problems: Problem[] = [];
  const good: (DossierStream & { readonly rows: DossierRows })[] = [];
  for (const one of streams) {
    const played = replayed(one);
    if ("problem" in played) problems.push(played.problem);
    else good.push({ ...one, rows: dossierRowsOf(played.state, new Map(one.words.flatMap(({ digest, body }) => (body === null ? [] : [[digest, body] as const])))) });
  }
  if (good.length === 0) return problems;
  for (const name of names) {
    const { table, dossier } = tables[name];
    const live = (await tx.select().from(table).where(inArray(dossier, good.map(({ dossierId }) => dossierId)))) as Row[];
    for (const one of good) problems.push(...rowDifferences({ name, ...tables[name] }, { stream: one.stream, seq: one.links.at(-1)?.seq ?? 0 }, one.rows[name], live.filter(({ dossierId }) => dossierId === one.dossierId)));
  }
  return problems;
}

/** Rows of dossiers that no stream speaks of. */
export async function surplusDossiers(tx: ScopedTx): Promise<Problem[]> {
  const known = tx.select({ id: heads.requestId }).from(heads);
  const problems: Problem[] = [];
  for (const name of names) {
    const { table, dossier, key } = tables[name];
    const rows = (await tx.select().from(table).where(notInArray(dossier, known))) as Row[];
    problems.push(...rows.map((row) => ({ stream: `dossier:${String(row.dossierId)}`, seq: 0, field: rowLabel(name, key(row)), code: "surplusRow" })));
  }
  return problems;
}

function replayed({ dossierId, stream, links }: DossierStream): { readonly state: Dossier } | { readonly problem: Problem } {
  let state: DossierState = { status: "none" };
  for (const link of links) {
    const problem = (field: string, code: string) => ({ problem: { stream, seq: link.seq, field, code } });
    try {
      const event = dossierEventOf(dossierId, link);
      try {
        state = evolveDossier(state, event);
      } catch {
        return problem("type", "outOfOrder");
      }
    } catch {
      return problem("data", "malformed");
    }
  }
  return state.status === "none" ? { problem: { stream, seq: 1, field: "seq", code: "missingEvent" } } : { state };
}
