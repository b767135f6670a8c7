import { z } from "zod";
import { candidateFor, personsOf } from "../../access/candidate.ts";
import { readersAtDesk } from "../../access/subjects.ts";
import { isPerson } from "../context.ts";
import { refusal } from "../refusal.ts";
import { live, said, type CommandRule } from "../rule.ts";
import { personIn, stateIn } from "./assured.ts";
import { isOneOf } from "./separation.ts";
import { acts, StepId, Words } from "./shared.ts";
import { mayTouchStep, refusalsAtOpenStep, stepOf } from "./step.ts";

export const Recuse = z.strictObject({ type: z.literal("recuse"), ...acts, step: StepId, reason: Words });

/** An officer stands aside for a conflict of interest: they decide this step in no round, and leave the count of a vote. */
export const recuse: CommandRule<typeof Recuse> = {
  schema: Recuse,
  permitted: mayTouchStep,
  may(target, context, id) {
    const wrong = refusalsAtOpenStep(target, context, id);
    const step = live(target)?.steps.find((one) => one.id === id);
    const { actor } = context;
    if (wrong.length > 0 || !step || !isPerson(actor)) return wrong;
    return [
      ...(step.recused.includes(actor.id) ? [refusal("recused", { step: step.id })] : []),
      ...([...step.ballots, ...step.decisions].some((one) => isOneOf(one, personsOf(candidateFor(step, actor)))) ? [refusal("decidedAlready", { step: step.id })] : []),
    ];
  },
  decide({ step: id, reason }, target, { actor }) {
    const { desk, round } = stepOf(target, id);
    return { events: [{ type: "step.recused", data: { desk, step: id, round, reason: said(reason, readersAtDesk(desk, stateIn(target), personIn({ actor }))) } }] };
  },
};
