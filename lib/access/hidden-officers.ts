import type { Actor } from "./actor.ts";
import { can } from "./can.ts";
import { desksOf } from "./actor.ts";
import type { LiveState } from "../request/state.ts";
import { organisationsOf } from "../request/state.ts";
import type { RequestEvent } from "../request/events.ts";

/** Whether somebody reads officers’ names in a case where a desk decides without: staff of its desks, whoever was drawn in by one, and auditors. */
export function readsOfficers(actor: Actor, state: LiveState): boolean {
  if (actor.kind !== "person") return actor.kind === "system" || actor.kind === "worker";
  const { from, to } = state.corridor;
  const own = desksOf(actor);
  const drawnIn = state.steps.some((step) => own.includes(step.desk) || step.holder?.person === actor.id || step.substitutes.includes(actor.id) || step.referrals.some(({ person }) => person === actor.id));
  return drawnIn || can(actor, "audit.search", { organisations: organisationsOf(state), jurisdictions: [from.jurisdiction, to.jurisdiction] });
}

/**
 * Who dealt with a case for desks that decide without names, each with the desk that is named in their place. Whoever the requester named, and the people
 * of the request themselves, are known to it. What officers say or do at no step of theirs stands for no desk on record: `officers` says who staffs which.
 */
export function hiddenOfficers(state: LiveState, events: readonly Pick<RequestEvent, "actor">[], hiding: ReadonlySet<string>, officers: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const known = new Set([state.requester, ...state.team, ...(state.endorser === null ? [] : [state.endorser])]);
  const atSteps = state.steps.flatMap((step) => {
    const people = [step.assignee, step.holder?.person, step.holder?.from, ...(step.members ?? []), ...step.substitutes, ...step.recused, ...step.decisions.flatMap((one) => [one.person, one.for]), ...step.ballots.flatMap((one) => [one.person, one.for]), ...step.referrals.flatMap(({ person, by }) => [person, by])];
    return people.map((person) => [person, step.desk] as const);
  });
  const inEvents = events.flatMap(({ actor }) => ("person" in actor ? [actor.person, actor.for].map((person) => [person, actor.desk ?? officers.get(actor.person) ?? null] as const) : []));
  return new Map([...atSteps, ...inEvents].flatMap(([person, desk]) => (typeof person === "string" && desk !== null && hiding.has(desk) && !known.has(person) ? [[person, desk] as const] : [])));
}
