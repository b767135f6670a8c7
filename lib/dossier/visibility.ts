import type { DossierDataOf, DossierEventType } from "./events.ts";

/**
 * Who may see what an event of a dossier says. `members`: whoever takes part in one of its requests or opened it, desks and
 * auditors of those requests included. A dossier says of a request its role and number and nothing of its content, so
 * one class is enough; a type or field without it does not compile.
 */
export type DossierVisibility = "members";

type Classes = { readonly [T in DossierEventType]: { readonly event: DossierVisibility; readonly fields: { readonly [F in keyof DossierDataOf<T>]-?: DossierVisibility } } };

export const dossierVisibility: Classes = {
  "dossier.opened": { event: "members", fields: { number: "members", title: "members" } },
  "dossier.renamed": { event: "members", fields: { title: "members" } },
  "dossier.linked": { event: "members", fields: { request: "members", number: "members", role: "members" } },
  "dossier.unlinked": { event: "members", fields: { request: "members", reason: "members" } },
  "dependency.added": { event: "members", fields: { waiting: "members", awaits: "members", until: "members", step: "members", reason: "members" } },
  "dependency.removed": { event: "members", fields: { waiting: "members", awaits: "members", reason: "members" } },
  "dossier.closed": { event: "members", fields: { reason: "members" } },
};
