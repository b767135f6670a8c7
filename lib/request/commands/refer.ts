import { z } from "zod";
import { standsInFor } from "../../access/candidate.ts";
import type { PersonActor } from "../../access/actor.ts";
import { readersFor } from "../../access/subjects.ts";
import { refusal, type Refusal } from "../refusal.ts";
import { refused, said, type CommandRule } from "../rule.ts";
import type { LiveState } from "../state.ts";
import { personIn, stateIn } from "./assured.ts";
import { isOneOf } from "./separation.ts";
import { acts, Day, PersonNamed, StepId, Words } from "./shared.ts";
import { aside, atOpenStep, inOtherHands, mayTouchStep, notSuspended, separation, stepOf } from "./step.ts";

/** `to` is anybody here, by id or e-mail, of whatever desk or none. */
export const Refer = z.strictObject({ type: z.literal("refer"), ...acts, step: StepId, to: PersonNamed, question: Words, due: Day.optional() });

/** An officer asks somebody's advice before deciding. A newer question to the same person takes the place of the one before. */
export const refer: CommandRule<typeof Refer> = {
  schema: Refer,
  permitted: mayTouchStep,
  may: (target, context, id) => atOpenStep(target, id, (step, state) => [...notSuspended(step), ...separation(step, state, context), ...aside(step, state, context), ...inOtherHands(step, context)]),
  decide({ step: id, question, due }, target, { actor, named, today }) {
    const state = stateIn(target);
    const step = stepOf(target, id);
    const person = personIn({ actor });
    const wrong = [...asked(named, person, state), ...(due !== undefined && due < today ? [refusal("dateInPast", { day: due }, "due")] : [])];
    if (wrong.length > 0 || named === null) return refused(...wrong);
    const readers = [...(readersFor("desks", null, state, person) ?? []), `person:${named.id}`];
    const referral = `${id}.${step.round}.r${step.referrals.length + 1}`;
    return { events: [{ type: "step.referred", data: { step: id, round: step.round, referral, to: named.id, question: said(question, readers), due: due ?? null } }] };
  },
};

/** Advice comes from outside: not from a party, not from who decides or has decided, nor from whoever asks. */
function asked(named: PersonActor | null, asker: string, state: LiveState): Refusal[] {
  if (named === null) return [refusal("unknownPerson", {}, "to")];
  const parties = [state.requester, ...state.team];
  const barred = named.id === asker || [named.id, ...standsInFor(named)].some((person) => parties.includes(person)) || state.deciders.some((one) => isOneOf(one, [named.id]));
  return barred ? [refusal("mayNotAdvise", { person: named.name }, "to")] : [];
}
