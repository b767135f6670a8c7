import { refusal, type Refusal } from "../request/refusal.ts";
import type { PersonActor } from "./actor.ts";
import { can } from "./can.ts";
import { headship, led } from "./heads.ts";
import type { Grant } from "./permission.ts";

type Desk = { readonly id: string; readonly organisation: string };

/** What becomes of whoever headed a desk before: they stay there as an officer, or leave it. */
export const formers = ["officer", "leaves"] as const;
export type Former = (typeof formers)[number];

/** Whether somebody names the heads of a desk: whoever answers for the people of its organisation. */
export function mayNameHead(actor: PersonActor, { organisation }: Pick<Desk, "organisation">): boolean {
  return can(actor, "people.manage", { organisations: [organisation] });
}

/** Why a person does not become head of a desk, in the place of `before` where that is somebody: nobody names themself, and a desk is headed by its own organisation's people. */
export function headRefusals(actor: PersonActor, desk: Desk, { person, before }: { readonly person: PersonActor | null; readonly before: PersonActor | null }): Refusal[] {
  if (!mayNameHead(actor, desk)) return [refusal("notPermitted")];
  if (person === null) return [refusal("unknownPerson", {}, "person")];
  return [
    ...(person.id === actor.id ? [refusal("namesThemself", {}, "person")] : []),
    ...(person.organisation !== desk.organisation ? [refusal("notOfOrganisation", { person: person.name }, "person")] : []),
    ...(led(person).includes(desk.id) ? [refusal("headAlready", { person: person.name }, "person")] : []),
    ...(before !== null && !led(before).includes(desk.id) ? [refusal("headNoMore", { person: before.name }, "before")] : []),
  ];
}

/** What somebody holds once they head a desk. */
export function asHeadOf(person: PersonActor, desk: string): Pick<Grant, "role" | "scope">[] {
  return [...kept(person, desk), { role: "desk-lead", scope: { kind: "desk", id: desk } }];
}

/** What somebody holds once another heads their desk. */
export function afterHeading(person: PersonActor, desk: string, former: Former): Pick<Grant, "role" | "scope">[] {
  return [...kept(person, desk), ...(former === "officer" ? [{ role: "desk-officer", scope: { kind: "desk" as const, id: desk } }] : [])];
}

/** One's own rights but those of an officer or head of this desk. */
function kept({ grants }: PersonActor, desk: string): Pick<Grant, "role" | "scope">[] {
  const isOf = ({ scope, permissions }: Grant) => scope.kind === "desk" && scope.id === desk && (permissions.includes("step.decide") || permissions.includes(headship));
  return grants.filter((grant) => grant.for === undefined && !isOf(grant)).map(({ role, scope }) => ({ role, scope }));
}
