import { z } from "zod";
import { candidateAt, personsOf } from "../../access/candidate.ts";
import { can } from "../../access/can.ts";
import { appealStep } from "../../workflow/appeal.ts";
import { isPerson } from "../context.ts";
import { refusal } from "../refusal.ts";
import { live, said, type CommandRule } from "../rule.ts";
import { tookPart } from "./appeal.ts";
import { acts, needsStatus, Words } from "./shared.ts";

export const appealOutcomes = ["upheld", "overturned"] as const;
export const DecideAppeal = z.strictObject({ type: z.literal("decideAppeal"), ...acts, step: z.literal(appealStep).default(appealStep), outcome: z.enum(appealOutcomes), reason: Words });

/** Decides an appeal: upheld, the request stays rejected; overturned, it goes on where it had stopped. */
export const decideAppeal: CommandRule<typeof DecideAppeal> = {
  schema: DecideAppeal,
  permitted(target, { actor }) {
    const step = live(target)?.steps.find(({ id }) => id === appealStep);
    return step !== undefined && can(actor, "step.decide", { desks: [step.desk] });
  },
  may(target, { actor }) {
    const state = live(target);
    const step = state?.steps.find(({ id }) => id === appealStep);
    const wrong = needsStatus(target, "in-review");
    if (!state || !step || wrong.length > 0) return wrong;
    if (step.status !== "open") return [refusal("stepNotOpen", { step: appealStep, status: step.status }, "step")];
    const persons = isPerson(actor) ? personsOf(candidateAt(step.desk, actor)) : [];
    return persons.some((person) => tookPart(state).includes(person)) ? [refusal("notIndependent")] : [];
  },
  decide: ({ outcome, reason }) => ({ events: [{ type: "appeal.decided", data: { step: appealStep, outcome, reason: said(reason) } }] }),
};
