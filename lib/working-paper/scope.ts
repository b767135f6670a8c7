import type { Actor, PersonActor } from "../access/actor.ts";
import { can } from "../access/can.ts";

/** Whose a working paper is: everything, or the auditors of one organisation or jurisdiction, as `request_access` names them. */
export function auditScopes({ grants }: PersonActor): string[] {
  const scopes = grants.flatMap(({ scope, permissions }) => {
    if (!permissions.includes("audit.search") || scope.kind === "desk") return [];
    return [scope.kind === "everything" ? "all" : `audit:${scope.kind === "organisation" ? "org" : "jur"}:${scope.id}`];
  });
  return [...new Set(scopes)].toSorted((a, b) => (a === "all" ? -1 : b === "all" ? 1 : a < b ? -1 : 1));
}

/** Whether somebody audits what a scope holds. */
export function audits(actor: Actor, scope: string): boolean {
  if (scope === "all") return can(actor, "audit.search", {});
  const [, kind, id = ""] = /^audit:(org|jur):(.+)$/.exec(scope) ?? [];
  return kind !== undefined && can(actor, "audit.search", kind === "org" ? { organisations: [id] } : { jurisdictions: [id] });
}
