import type { Classified } from "../access/visibility-class.ts";
import type { DossierDataOf, DossierEventType } from "./events.ts";

/**
 * Who may see what an event of a dossier says: whoever takes part in one of its requests or opened it, desks and auditors of those requests
 * included. A dossier says of a request its role and number and nothing of its content, so one class is enough.
 */
export type DossierVisibility = { readonly [T in DossierEventType]: Classified<DossierDataOf<T>> };

export const dossierVisibility: DossierVisibility = {
  "dossier.opened": { event: "both sides", fields: { number: "both sides", title: "both sides" } },
  "dossier.renamed": { event: "both sides", fields: { title: "both sides" } },
  "dossier.linked": { event: "both sides", fields: { request: "both sides", number: "both sides", role: "both sides" } },
  "dossier.unlinked": { event: "both sides", fields: { request: "both sides", reason: "both sides" } },
  "dependency.added": { event: "both sides", fields: { waiting: "both sides", awaits: "both sides", until: "both sides", step: "both sides", reason: "both sides" } },
  "dependency.removed": { event: "both sides", fields: { waiting: "both sides", awaits: "both sides", reason: "both sides" } },
  "dossier.closed": { event: "both sides", fields: { reason: "both sides" } },
};
