import type { Actor, PersonActor } from "./actor.ts";
import { can } from "./can.ts";
import type { Permission } from "./permission.ts";

/** What makes somebody the head of a desk: whoever holds this for it leads it, wherever that is asked. */
export const headship = "permit.revoke" satisfies Permission;

/** Whether somebody leads one of these desks, in their own right or in the place of its head. */
export function leads(actor: Actor, ...desks: readonly string[]): boolean {
  return can(actor, headship, { desks });
}

/** In whose places somebody leads a desk, null for their own right, which comes first; empty when they do not. */
export function leadsAs(actor: PersonActor, desk: string): (string | null)[] {
  const places = actor.grants.filter((grant) => leads({ ...actor, grants: [grant] }, desk)).map(({ for: of }) => of ?? null);
  return places.includes(null) ? [null] : [...new Set(places)];
}

/** The desks somebody heads in their own right: nobody hands on what they have for another. */
export function led({ grants }: PersonActor): string[] {
  return [...new Set(grants.flatMap(({ scope, permissions, for: of }) => (scope.kind === "desk" && of === undefined && permissions.includes(headship) ? [scope.id] : [])))];
}
