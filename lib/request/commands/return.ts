import { z } from "zod";
import { isFact } from "../../kind/catalogue.ts";
import { refusal } from "../refusal.ts";
import { refused, said, type CommandRule } from "../rule.ts";
import { acts, StepId, Words } from "./shared.ts";
import { mayTouchStep, refusalsAtStep, stepOf } from "./step.ts";

export const Return = z.strictObject({
  type: z.literal("return"),
  ...acts,
  step: StepId,
  questions: z.array(z.strictObject({ fact: z.string().max(80).optional(), text: Words })).min(1).max(20),
});

/** A desk sends the request back with questions; the clocks of all desks stop until it comes again. */
export const returnToRequester: CommandRule<typeof Return> = {
  schema: Return,
  permitted: mayTouchStep,
  may: (target, context, step) => refusalsAtStep("return", target, context, step),
  decide(command, target) {
    const unknown = command.questions.flatMap(({ fact }, at) => (fact !== undefined && !isFact(fact) ? [refusal("unknownFact", { fact }, `questions.${at}.fact`)] : []));
    if (unknown.length > 0) return refused(...unknown);
    const { round } = stepOf(target, command.step);
    const questions = command.questions.map(({ fact, text }, at) => ({ id: `${command.step}.${round}.${at + 1}`, fact: fact ?? null, text: said(text) }));
    return { events: [{ type: "request.returned", data: { step: command.step, round, questions } }] };
  },
};
