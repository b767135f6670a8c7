import type { Permission } from "../access/permission.ts";
import type { ConfigChanged } from "../access/configuration.ts";
import type { HeldRight } from "./overlaps.ts";

/** An act as the record says it: what it was on, for which desk it was done, and for a change of the set-up which organisation and desk that was about. */
export type Act = { readonly person: string; readonly desk: string | null; readonly what: string; readonly organisation: string | null; readonly office: string | null };

/** What a change of the set-up takes. Whoever takes something away, makes a key or stands in needs none of these rights. */
const takenBy: Readonly<Partial<Record<ConfigChanged["of"], Permission>>> = {
  pack: "policy.publish",
  edition: "policy.publish",
  calendar: "policy.publish",
  role: "policy.publish",
  organisation: "policy.publish",
  workflow: "policy.publish",
  "workflow-proposal": "policy.publish",
  desk: "desk.manage",
  "stand-in": "desk.manage",
  person: "people.manage",
  grants: "people.manage",
  "seal-mails": "people.manage",
  retention: "record.erase",
  "break-glass": "request.breakGlass",
};

/** Whether using a right shows in the record: not that of rights to look and to check. */
export function isTraced({ permissions, scope }: HeldRight): boolean {
  if (permissions.includes("step.decide")) return scope.kind === "desk";
  return permissions.some((one) => one === "request.create" || one === "movement.record" || one === "people.manage" || one === "desk.manage" || one === "policy.publish");
}

/** Whether an act of its holder needed a right: it is of the kind that the right is for, at its desk or in its organisation. One that several rights of theirs allow is a use of each. */
export function isUseOf({ permissions, scope }: HeldRight, { desk, what, organisation, office }: Act): boolean {
  const taken = takenBy[what as ConfigChanged["of"]];
  if (taken !== undefined) return permissions.includes(taken) && (scope.kind === "everything" || (scope.kind === "organisation" && scope.id === organisation) || (scope.kind === "desk" && (scope.id === office || what === "stand-in")));
  if (permissions.includes("step.decide")) return scope.kind === "desk" && desk === scope.id;
  if (desk !== null) return false;
  if (permissions.includes("request.create")) return what === "request" || what === "movement" || what === "dossier";
  return permissions.includes("movement.record") && what === "movement";
}
