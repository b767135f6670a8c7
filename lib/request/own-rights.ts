import type { Actor } from "../access/actor.ts";
import { type Bar, type Context, isParty, isPerson, type Target } from "./context.ts";
import { refusal, type Refusal } from "./refusal.ts";

/** What keeps one of the request's people from acting under its permit themselves, while others may: terms that they have not accepted, or a revocation. */
export function ownRefusals(target: Target, { actor, bars }: Pick<Context, "actor" | "bars">): Refusal[] {
  return [...ownTermRefusals(target, actor), ...bars.filter(({ person }) => isPerson(actor) && person === actor.id).map(barRefusal)];
}

export function barRefusal({ number, until }: Bar): Refusal {
  return refusal("barred", { number, day: until });
}

/** The terms under which the request stands that the actor, as one of its people, has not accepted themselves: whoever made it answers for nobody else. */
function ownTermRefusals(target: Target, actor: Actor): Refusal[] {
  if (target.at !== "live" || !isPerson(actor) || !isParty(target, { actor })) return [];
  const { terms } = target.state;
  const own = new Set(terms.filter(({ person }) => person === actor.id).map(({ id }) => id));
  const asked = new Map(terms.map(({ id, version }) => [id, version]));
  return [...asked].flatMap(([id, version]) => (own.has(id) ? [] : [refusal("termsNotAccepted", { terms: `${id}@${version}` }, "terms")]));
}
