import type { Actor } from "./actor.ts";
import type { Permission, Scope, Subject } from "./permission.ts";

/** Whether an actor holds a permission for a subject: some grant has it, and its scope covers the subject. */
export function can(actor: Actor, permission: Permission, subject: Subject): boolean {
  if (actor.kind === "system") return true;
  if (actor.kind !== "person") return false;
  return actor.grants.some((grant) => grant.permissions.includes(permission) && covers(grant.scope, subject));
}

/** Whether an actor holds a permission anywhere at all: for menus, never for a decision. */
export function holdsAnywhere(actor: Actor, permission: Permission): boolean {
  return actor.kind === "person" && actor.grants.some((grant) => grant.permissions.includes(permission));
}

function covers(scope: Scope, subject: Subject): boolean {
  switch (scope.kind) {
    case "everything":
      return true;
    case "organisation":
      return subject.organisations?.includes(scope.id) ?? false;
    case "jurisdiction":
      return subject.jurisdictions?.includes(scope.id) ?? false;
    case "desk":
      return subject.desks?.includes(scope.id) ?? false;
    default:
      return scope satisfies never;
  }
}
