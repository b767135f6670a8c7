import { z } from "zod";
import { type Candidate, candidateAt, personsOf } from "../../access/candidate.ts";
import { can } from "../../access/can.ts";
import { appealStep } from "../../workflow/appeal.ts";
import type { CaseStep } from "../../workflow/progress.ts";
import { isPerson } from "../context.ts";
import { refusal } from "../refusal.ts";
import { live, said, type CommandRule } from "../rule.ts";
import type { LiveState } from "../state.ts";
import { tookPart } from "./appeal.ts";
import { separationOf } from "./separation.ts";
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
    return isPerson(actor) && !isIndependent(candidateAt(step.desk, actor), step, state) ? [refusal("notIndependent")] : [];
  },
  decide: ({ outcome, reason }) => ({ events: [{ type: "appeal.decided", data: { step: appealStep, outcome, reason: said(reason) } }] }),
};

/** Nobody who had a part in it, or acts for one who had; nor whoever may decide no step of it at all. */
function isIndependent(candidate: Candidate, step: CaseStep, state: LiveState): boolean {
  return !personsOf(candidate).some((person) => tookPart(state).includes(person)) && separationOf(candidate, step, state).length === 0;
}
