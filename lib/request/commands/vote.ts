import { z } from "zod";
import type { PersonActor } from "../../access/actor.ts";
import { candidateFor, personsOf } from "../../access/candidate.ts";
import { readersAtDesk } from "../../access/subjects.ts";
import { tallyAt, votersAt } from "../../workflow/members.ts";
import type { CaseStep } from "../../workflow/progress.ts";
import { votes } from "../../workflow/vote.ts";
import { isPerson } from "../context.ts";
import { refusal, type Refusal } from "../refusal.ts";
import { live, refused, said, type CommandRule } from "../rule.ts";
import type { LiveState } from "../state.ts";
import { personIn, stateIn } from "./assured.ts";
import { headAt } from "./head.ts";
import { isOneOf } from "./separation.ts";
import { acts, StepId, Words } from "./shared.ts";
import { aside, mayTouchStep, refusalsAtVote, stepOf } from "./step.ts";

/** `casting`: the deciding vote of the head of the desk, once for and against are equal. */
export const Vote = z.strictObject({ type: z.literal("vote"), ...acts, step: StepId, vote: z.enum(votes), casting: z.boolean().default(false), text: Words.optional() });

/** A member of a desk votes, or who stands in for one votes as that member. What it comes to follows from the votes by the rule of the workflow. */
export const vote: CommandRule<typeof Vote> = {
  schema: Vote,
  permitted: mayTouchStep,
  byHead: ({ casting }) => casting,
  may(target, context, id) {
    const wrong = refusalsAtVote(target, context, id);
    const state = live(target);
    const step = state?.steps.find((one) => one.id === id);
    if (wrong.length > 0 || !state || !step?.vote) return wrong;
    return isPerson(context.actor) ? againstVoting(step, state, context.actor) : [];
  },
  decide({ step: id, vote: given, casting, text }, target, context) {
    const step = stepOf(target, id);
    const state = stateIn(target);
    const wrong = castingRefusals(id, isTied(step, state), casting, given);
    if (wrong.length > 0) return refused(...wrong);
    return { events: [{ type: "step.voted", data: { desk: step.desk, step: id, round: step.round, vote: given, casting, text: text === undefined ? null : said(text, readersAtDesk(step.desk, state, personIn(context))) } }] };
  },
};

/** Why somebody who decides at a desk has no vote at its step, or none any more: they stand aside, have voted, or the vote is tied and they do not head the desk. */
export function againstVoting(step: CaseStep, state: LiveState, actor: PersonActor): Refusal[] {
  const candidate = candidateFor(step, actor);
  const standsAside = aside(step, state, { actor });
  if (standsAside.length > 0) return standsAside;
  if (isTied(step, state)) return headAt(actor, step, state) === undefined ? [refusal("tieForHead", { step: step.id })] : [];
  // One vote a member, whoever gives it; and one a person, whoever they stand in for.
  if (step.ballots.some((ballot) => isOneOf(ballot, personsOf(candidate)))) return [refusal("votedAlready", { step: step.id })];
  return votersAt(step, state.deciders).includes(candidate.actsFor ?? candidate.id) ? [] : [refusal("notMember", { step: step.id })];
}

function isTied(step: CaseStep, { deciders }: LiveState): boolean {
  return tallyAt(step, deciders)?.outcome === "tied";
}

function castingRefusals(step: string, tied: boolean, casting: boolean, given: string): Refusal[] {
  if (casting && !tied) return [refusal("noTie", { step }, "casting")];
  if (!casting && tied) return [refusal("tieForHead", { step }, "casting")];
  return casting && given === "abstain" ? [refusal("castingAbstains", { step }, "vote")] : [];
}
