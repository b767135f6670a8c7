import { z } from "zod";
import { candidateAt } from "../../access/candidate.ts";
import { allot as choose } from "../../workflow/allot.ts";
import type { CaseStep } from "../../workflow/progress.ts";
import { asideAt } from "../../workflow/reviewers.ts";
import { refusal } from "../refusal.ts";
import { refused, type CommandRule } from "../rule.ts";
import type { LiveState } from "../state.ts";
import { stateIn } from "./assured.ts";
import { separationOf } from "./separation.ts";
import { acts, isOurs, StepId } from "./shared.ts";
import { atOpenStep, membersVote, stepOf } from "./step.ts";

export const Allot = z.strictObject({ type: z.literal("allot"), ...acts, step: StepId });

/** The system's own act, as a step opens: by the rule of its desk, or of its definition, it comes to one officer. */
export const allot: CommandRule<typeof Allot> = {
  schema: Allot,
  permitted: (_target, { actor }) => isOurs(actor),
  may: (target, _context, id) => atOpenStep(target, id, (step) => [...membersVote(step), ...(step.holder || step.assignee !== null ? [refusal("heldAlready", { step: step.id })] : [])]),
  decide({ step: id }, target, { desk }) {
    const state = stateIn(target);
    const step = stepOf(target, id);
    if (desk === null) return refused(refusal("nobodyToTake", { step: id }));
    const able = desk.staff.filter(({ person, isAway }) => !isAway && !asideAt(step, state.steps).includes(person.id) && separationOf(candidateAt(step.desk, person), step, state).length === 0);
    const rule = desk.rule ?? step.people?.allot ?? "offer";
    const choice = choose(able.map(({ person, ...officer }) => ({ ...officer, id: person.id })), { rule, prefers: step.people?.prefers, had: hadBefore(step, state, rule), handledLast: desk.handledLast });
    if (choice === null) return refused(refusal("nobodyToTake", { step: id }));
    return { events: [{ type: "step.allotted", data: { step: id, round: step.round, from: null, to: choice.person, rule, why: choice.why, preferred: [...choice.preferred] } }] };
  },
};

/** Who had this step in the round before; or, where the definition keeps them together, an earlier step of the same desk. */
function hadBefore(step: CaseStep, { deciders, steps }: LiveState, rule: string): string | null {
  if (step.people?.keep !== true) return rule === "offer" ? null : step.previously;
  const here = deciders.filter((one) => steps.find(({ id }) => id === one.step)?.desk === step.desk);
  return step.previously ?? here.at(-1)?.person ?? null;
}
