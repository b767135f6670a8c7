import type { Actor } from "../../access/actor.ts";
import { can } from "../../access/can.ts";
import { organisationsOf, type LiveState } from "../../request/state.ts";
import { tallyAt, votersAt } from "../../workflow/members.ts";
import type { CaseStep } from "../../workflow/progress.ts";
import { memberOf, type Tally } from "../../workflow/vote.ts";

/** How a vote stands, and who voted how: what its desk and auditors may know, and nobody else. */
export type Standing = Tally & { readonly out: readonly string[] };

/** The votes of a step as an actor may know them; null for whoever is not of its desk. */
export function standingFor(actor: Actor, step: CaseStep, state: LiveState): Standing | null {
  const counted = tallyAt(step, state.deciders);
  if (!counted || !mayKnow(actor, step, state)) return null;
  return { ...counted, out: votersAt(step, state.deciders).filter((person) => !step.ballots.some((ballot) => memberOf(ballot) === person)) };
}

/** A step without what only its desk may know. */
export function withoutVotes(step: CaseStep): CaseStep {
  return { ...step, ballots: [], casting: null, recused: [], substitutes: [], members: step.members && [] };
}

/** Whether somebody is of the step's desk, votes there in another's place, or audits. */
export function mayKnow(actor: Actor, { desk, substitutes }: Pick<CaseStep, "desk" | "substitutes">, state: LiveState): boolean {
  const { from, to } = state.corridor;
  return (actor.kind === "person" && substitutes.includes(actor.id)) || can(actor, "step.decide", { desks: [desk] }) || can(actor, "audit.search", { organisations: organisationsOf(state), jurisdictions: [from.jurisdiction, to.jurisdiction] });
}
