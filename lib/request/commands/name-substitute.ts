import { z } from "zod";
import { holdsAnywhere } from "../../access/can.ts";
import { readersAtDesk } from "../../access/subjects.ts";
import { vacancies, votersAt } from "../../workflow/members.ts";
import { refusal } from "../refusal.ts";
import { refused, said, type CommandRule } from "../rule.ts";
import { personIn, stateIn } from "./assured.ts";
import { steeringAgainst } from "./head.ts";
import { barred } from "./officer.ts";
import { acts, always, asHead, PersonNamed, StepId, Words } from "./shared.ts";
import { atOpenStep, stepOf } from "./step.ts";

/** `to` is an officer of this or another desk, by id or e-mail. */
export const NameSubstitute = z.strictObject({ type: z.literal("nameSubstitute"), ...acts, step: StepId, to: PersonNamed, reason: Words });

/** The head of a desk names somebody in the place of an officer who stands aside, so that what a conflict of interest took is had again: a quorum, or anybody to decide at all. */
export const nameSubstitute: CommandRule<typeof NameSubstitute> = {
  schema: NameSubstitute,
  permitted: (target, context, id) => asHead(target, context, id),
  byHead: always,
  may: (target, context, id) => atOpenStep(target, id, (step, state) => [...(vacancies(step, state.deciders) > 0 ? [] : [refusal("noVacancy", { step: step.id })]), ...steeringAgainst(step, state, target, context)]),
  decide({ step: id, reason }, target, { actor, named }) {
    const state = stateIn(target);
    const step = stepOf(target, id);
    if (named === null) return refused(refusal("unknownPerson", {}, "to"));
    const { id: to, name: person } = named;
    if (!holdsAnywhere(named, "step.decide")) return refused(refusal("notAnOfficer", { person }, "to"));
    if (votersAt(step, state.deciders).includes(to)) return refused(refusal("memberAlready", { person, step: id }, "to"));
    const wrong = barred(named, step, state);
    if (wrong.length > 0) return refused(...wrong);
    return { events: [{ type: "step.substituteNamed", data: { desk: step.desk, step: id, round: step.round, to, reason: said(reason, readersAtDesk(step.desk, state, personIn({ actor }))) } }] };
  },
};
