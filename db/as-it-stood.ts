import { evolveDossier } from "../lib/dossier/evolve.ts";
import type { DossierState } from "../lib/dossier/state.ts";
import { evolveFindings, evolvePaper } from "../lib/working-paper/evolve.ts";
import type { AuditFinding, PaperState } from "../lib/working-paper/state.ts";
import type { ScopedTx } from "./client.ts";
import { dossierEventOf, dossierStream, loadRows, paperEventOf, paperStream, type StoredEvent } from "./log.ts";

/** What a chain came to before its first entry that cannot be read, or cannot follow what stands before it: no command wrote that. `stops` is its number. */
type Stood<S> = { readonly state: S; readonly stops: number | null };

/** A working paper for whoever reads it. Whoever writes on it goes by the whole chain, or not at all. */
export async function paperAsItStood(tx: ScopedTx, id: string): Promise<Stood<PaperState>> {
  return asItStood(await loadRows(tx, id, paperStream(id), 0), { status: "none" } as PaperState, { read: (row) => paperEventOf(id, row), evolve: evolvePaper });
}

/** Its findings by themselves: of the stream, the desk that they ask has nothing but what is about them. */
export async function findingsAsTheyStood(tx: ScopedTx, id: string): Promise<readonly AuditFinding[]> {
  return asItStood(await loadRows(tx, id, paperStream(id), 0), [] as readonly AuditFinding[], { read: (row) => paperEventOf(id, row), evolve: evolveFindings }).state;
}

/** A dossier for whoever reads it. */
export async function dossierAsItStood(tx: ScopedTx, id: string): Promise<Stood<DossierState>> {
  return asItStood(await loadRows(tx, id, dossierStream(id), 0), { status: "none" } as DossierState, { read: (row) => dossierEventOf(id, row), evolve: evolveDossier });
}

function asItStood<S, E>(rows: readonly StoredEvent[], none: S, { read, evolve }: { readonly read: (row: StoredEvent) => E; readonly evolve: (state: S, event: E) => S }): Stood<S> {
  let state = none;
  for (const row of rows) {
    try {
      state = evolve(state, read(row));
    } catch {
      return { state, stops: row.seq };
    }
  }
  return { state, stops: null };
}
