import type { Actor } from "./actor.ts";

/** The organisations that somebody administers: in their own right, and each by itself; whoever runs the platform answers for none. */
export function administered(actor: Actor): string[] {
  if (actor.kind !== "person") return [];
  return [...new Set(actor.grants.flatMap(({ scope, permissions, for: of }) => (scope.kind === "organisation" && of === undefined && permissions.includes("people.manage") ? [scope.id] : [])))];
}
