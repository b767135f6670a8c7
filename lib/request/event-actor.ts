import type { PersonActor } from "../access/actor.ts";
import { can } from "../access/can.ts";
import { candidateAt, candidateFor } from "../access/candidate.ts";
import { leadsAs } from "../access/heads.ts";
import type { CaseStep } from "../workflow/progress.ts";
import { type Command, ruleFor } from "./command.ts";
import { placeAsHead } from "./commands/head.ts";
import { isParty, isPerson, type Context, type Target } from "./context.ts";
import type { EventActor } from "./events.ts";
import type { LiveState } from "./state.ts";

/** Who the record says did it: a person for the desk whose step it is, or that they then staffed when they spoke, and in whose place; or the system. */
export function eventActor(command: Command, target: Target, context: Context): EventActor {
  const { actor } = context;
  if (!isPerson(actor)) return { system: true };
  if (target.at !== "live") return { person: actor.id, desk: null };
  const byHead = ruleFor(command.type).byHead?.(command, target, context) ?? false;
  const step = "step" in command ? target.state.steps.find(({ id }) => id === command.step) : undefined;
  const place = step ? atStep(step, target.state, actor, byHead) : isParty(target, context) ? null : atDesk(target.state, actor, byHead);
  return { person: actor.id, desk: place?.desk ?? null, ...(place?.actsFor && { for: place.actsFor }) };
}

type Place = { readonly desk: string; readonly actsFor: string | null };

function atStep(step: CaseStep, state: LiveState, actor: PersonActor, byHead: boolean): Place {
  return { desk: step.desk, actsFor: byHead ? placeAsHead(actor, step, state) : candidateFor(step, actor).actsFor };
}

/** The desk of the case at which somebody has the right to do something at no step: their own right before one that they have for another, a desk that is at work before one that is not. */
function atDesk({ steps }: LiveState, actor: PersonActor, byHead: boolean): Place | null {
  const places = steps.flatMap(({ desk, status }) => {
    const headed = leadsAs(actor, desk);
    if (byHead) return headed.map((actsFor) => ({ desk, status, actsFor }));
    return can(actor, "step.decide", { desks: [desk] }) ? [{ desk, status, actsFor: candidateAt(desk, actor).actsFor }] : [];
  });
  return places.find(({ actsFor, status }) => actsFor === null && status === "open") ?? places.find(({ actsFor }) => actsFor === null) ?? places.find(({ status }) => status === "open") ?? places[0] ?? null;
}
