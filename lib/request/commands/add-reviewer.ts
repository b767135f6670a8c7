import { z } from "zod";
import { readersFor } from "../../access/subjects.ts";
import { appealStep } from "../../workflow/appeal.ts";
import type { CaseStep } from "../../workflow/progress.ts";
import { isBeside, nextReviewer } from "../../workflow/reviewers.ts";
import { refusal, type Refusal } from "../refusal.ts";
import { refused, said, type CommandRule } from "../rule.ts";
import { personIn, stateIn } from "./assured.ts";
import { steeringAgainst } from "./head.ts";
import { refusalsForOfficer } from "./officer.ts";
import { acts, always, asHead, PersonNamed, StepId, Words } from "./shared.ts";
import { atOpenStep, membersVote, stepOf } from "./step.ts";

/** `to` is another officer of the desk, by id or e-mail. */
export const AddReviewer = z.strictObject({ type: z.literal("addReviewer"), ...acts, step: StepId, to: PersonNamed, reason: Words });

/**
 * The head of a desk has one more of its officers decide beside whoever has the step: a step of its own, so that all that keeps one
 * person from two decisions holds. What waits for the step waits for both, by the join of its definition.
 */
export const addReviewer: CommandRule<typeof AddReviewer> = {
  schema: AddReviewer,
  permitted: (target, context, id) => asHead(target, context, id),
  byHead: always,
  may: (target, context, id) => atOpenStep(target, id, (step, state) => [...cannotBeShared(step), ...steeringAgainst(step, state, target, context)]),
  decide({ step: id, reason }, target, { actor, named }) {
    const state = stateIn(target);
    const step = stepOf(target, id);
    const wrong = refusalsForOfficer(named, step, state);
    if (wrong.length > 0 || named === null) return refused(...wrong);
    const together = state.steps.filter((one) => isBeside(one, step));
    if (together.some(({ holder, status }) => status === "open" && holder?.person === named.id)) return refused(refusal("heldAlready", { step: id }, "to"));
    const base = step.beside ?? step.id;
    return { events: [{ type: "step.reviewerAdded", data: { step: base, round: together.find((one) => one.id === base)?.round ?? step.round, added: nextReviewer(base, state.steps), to: named.id, reason: said(reason, readersFor("desks", null, state, personIn({ actor }))) } }] };
  },
};

/** Where members vote all of them decide already; an authority's answer, and the second look of an appeal, are given once. */
function cannotBeShared({ id, vote, awaits }: CaseStep): Refusal[] {
  return [...membersVote({ id, vote }), ...(awaits || id === appealStep ? [refusal("notAllowedAtStep", { step: id })] : [])];
}
