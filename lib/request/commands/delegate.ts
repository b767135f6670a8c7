import { z } from "zod";
import { holdsAnywhere, can } from "../../access/can.ts";
import { candidateFor } from "../../access/candidate.ts";
import { readersFor } from "../../access/subjects.ts";
import { isPerson } from "../context.ts";
import { refusal } from "../refusal.ts";
import { refused, said, type CommandRule } from "../rule.ts";
import { personIn, stateIn } from "./assured.ts";
import { barred } from "./officer.ts";
import { acts, PersonNamed, StepId, Words } from "./shared.ts";
import { aside, atOpenStep, inOtherHands, mayTouchStep, membersVote, separation, stepOf } from "./step.ts";

/** `to` is a colleague of the desk or, where the definition allows it, an officer of another; by id or e-mail. */
export const Delegate = z.strictObject({ type: z.literal("delegate"), ...acts, step: StepId, to: PersonNamed, reason: Words });

/** An officer has somebody else decide in their place, who cannot hand it on further. */
export const delegate: CommandRule<typeof Delegate> = {
  schema: Delegate,
  permitted: mayTouchStep,
  may: (target, context, id) =>
    atOpenStep(target, id, (step, state) => {
      const inPlaceOf = isPerson(context.actor) && candidateFor(step, context.actor).actsFor !== null;
      return [...separation(step, state, context), ...aside(step, state, context), ...inOtherHands(step, context), ...(inPlaceOf ? [refusal("delegatedAlready", { step: step.id })] : []), ...membersVote(step)];
    }),
  decide({ step: id, reason }, target, { actor, named }) {
    const state = stateIn(target);
    const step = stepOf(target, id);
    const person = personIn({ actor });
    if (named === null) return refused(refusal("unknownPerson", {}, "to"));
    if (named.id === person) return refused(refusal("heldAlready", { step: id }, "to"));
    const may = step.people?.delegate === "anybody" ? holdsAnywhere(named, "step.decide") : can(named, "step.decide", { desks: [step.desk] });
    if (!may) return refused(refusal("notOfDesk", { person: named.name }, "to"));
    const wrong = barred(named, step, state);
    if (wrong.length > 0) return refused(...wrong);
    return { events: [{ type: "step.delegated", data: { step: id, round: step.round, to: named.id, from: person, reason: said(reason, readersFor("desks", null, state, person)) } }] };
  },
};
