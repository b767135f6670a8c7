import type { Facts } from "../policy/condition.ts";
import { refusal, type Refusal } from "./refusal.ts";

/** The places that a request goes between. Another corridor is another request, which its desks have not seen. */
const corridorFacts = ["from.jur", "from.city", "from.zone", "to.jur", "to.city", "to.zone"] as const;

export function routeRefusals(now: Facts, before: Facts): Refusal[] {
  return corridorFacts.filter((fact) => now[fact] !== before[fact]).map((fact) => refusal("routeFixed", { fact }, `facts.${fact}`));
}
