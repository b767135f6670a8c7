import { candidateFor } from "../../access/candidate.ts";
import type { PersonActor } from "../../access/actor.ts";
import { leadsAs } from "../../access/heads.ts";
import type { CaseStep } from "../../workflow/progress.ts";
import { asideAt } from "../../workflow/reviewers.ts";
import { isPerson, type Context, type Target } from "../context.ts";
import { refusal, type Refusal } from "../refusal.ts";
import type { LiveState } from "../state.ts";
import { ownAffair } from "./own-affair.ts";
import { separationOf } from "./separation.ts";

/** In whose place somebody heads the desk of a step, null for their own right; a head who stands aside or has a part in the case does nothing by a stand-in either. */
export function headAt(actor: PersonActor, step: CaseStep, state: LiveState): string | null | undefined {
  return leadsAs(actor, step.desk).find((head) => head === null || (!asideAt(step, state.steps).includes(head) && separationAs(head, actor, step, state).length === 0));
}

/** What keeps somebody from deciding a step as its head: of themselves, and of the head in whose place they would. */
export function separationAsHead(actor: PersonActor, step: CaseStep, state: LiveState): Refusal[] {
  return separationAs(placeAsHead(actor, step, state), actor, step, state);
}

/** What keeps a head from saying who decides a step, or until when: whoever takes no part in a decision does not choose who makes it either. */
export function steeringAgainst(step: CaseStep, state: LiveState, target: Target, context: Pick<Context, "actor">): Refusal[] {
  return [...ownAffair(target, context), ...(isPerson(context.actor) ? asideAsHead(context.actor, step, state) : [])];
}

/** Whoever stands aside at a step does nothing there as its head, themselves or by a stand-in. */
export function asideAsHead(actor: PersonActor, step: CaseStep, state: LiveState): Refusal[] {
  const head = placeAsHead(actor, step, state) ?? actor.id;
  return [actor.id, head].some((person) => asideAt(step, state.steps).includes(person)) ? [refusal("headAside", { step: step.id })] : [];
}

/** In whose place somebody does what only the head of a step's desk does, null for their own: a head without a part in the case before one with. */
export function placeAsHead(actor: PersonActor, step: CaseStep, state: LiveState): string | null {
  return headAt(actor, step, state) ?? leadsAs(actor, step.desk)[0] ?? null;
}

function separationAs(head: string | null, actor: PersonActor, step: CaseStep, state: LiveState): Refusal[] {
  return separationOf({ ...candidateFor(step, actor), actsFor: head }, step, state);
}
