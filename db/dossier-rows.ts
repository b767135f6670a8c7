import type { Dossier } from "../lib/dossier/state.ts";
import type { dossierDependencies, dossierRequests, dossiers } from "./schema/dossiers.ts";

/** Everything that the read tables say of one dossier. */
export type DossierRows = {
  readonly dossiers: (typeof dossiers.$inferInsert)[];
  readonly dossierRequests: (typeof dossierRequests.$inferInsert)[];
  readonly dossierDependencies: (typeof dossierDependencies.$inferInsert)[];
};

/** The rows of a dossier: a pure function of its state and of the words that are still kept. */
export function dossierRowsOf(state: Dossier, words: ReadonlyMap<string, string>): DossierRows {
  const { id: dossierId, number, title, opener, status, seq: version, openedAt, changedAt } = state;
  return {
    dossiers: [{ dossierId, number, title: words.get(title.digest) ?? null, opener, status, version, openedAt, changedAt }],
    dossierRequests: state.requests.map(({ request: requestId, number: own, role }) => ({ requestId, dossierId, number: own, role })),
    dossierDependencies: state.dependencies.map(({ waiting: requestId, awaits, until, step, reason }) => ({ requestId, awaits, dossierId, until, step, reason: words.get(reason.digest) ?? null })),
  };
}
