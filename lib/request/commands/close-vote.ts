import { z } from "zod";
import { votersAt } from "../../workflow/members.ts";
import { leastMembers, tally } from "../../workflow/vote.ts";
import { isPerson } from "../context.ts";
import { refusal } from "../refusal.ts";
import type { CommandRule } from "../rule.ts";
import { voteIn } from "./assured.ts";
import { headAt } from "./head.ts";
import { acts, always, StepId } from "./shared.ts";
import { mayTouchStep, refusalsAtVote, stepOf } from "./step.ts";

export const CloseVote = z.strictObject({ type: z.literal("closeVote"), ...acts, step: StepId });

/** The head of a desk closes a vote for which enough members took part; those who did not are not waited for. */
export const closeVote: CommandRule<typeof CloseVote> = {
  schema: CloseVote,
  permitted: mayTouchStep,
  byHead: always,
  may(target, context, id) {
    const wrong = refusalsAtVote(target, context, id);
    if (wrong.length > 0) return wrong;
    const { state, step, vote } = voteIn(target, id);
    const { quorate, quorum, missing, outcome } = tally(vote, votersAt(step, state.deciders), step.ballots, step.voteClosed);
    const needed = missing > 0 ? leastMembers(vote) : quorum;
    return [
      ...(isPerson(context.actor) && headAt(context.actor, step, state) !== undefined ? [] : [refusal("headOnly", { step: step.id })]),
      ...(quorate && missing === 0 ? [] : [refusal("notQuorate", { step: step.id, quorum: needed })]),
      ...(step.voteClosed ? [refusal("voteClosed", { step: step.id })] : []),
      // Everybody has voted: nobody is left to be waited for but whoever breaks the tie.
      ...(outcome === "tied" && !step.voteClosed ? [refusal("tieForHead", { step: step.id })] : []),
    ];
  },
  decide({ step: id }, target) {
    const { desk, round } = stepOf(target, id);
    return { events: [{ type: "step.voteClosed", data: { desk, step: id, round } }] };
  },
};
