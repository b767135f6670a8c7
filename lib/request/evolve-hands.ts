import { heldBy, unheld } from "../workflow/holder.ts";
import { dropped } from "../workflow/referral.ts";
import { running, type CaseStep } from "../workflow/progress.ts";
import type { RequestEvent } from "./events.ts";

export type HandEvent = Extract<RequestEvent, { type: "step.claimed" | "step.released" | "step.assigned" | "step.allotted" | "step.delegated" }>;

/** The steps after one of them changed hands. */
export function inHands(steps: readonly CaseStep[], event: HandEvent): CaseStep[] {
  const { step, round } = event.data;
  return steps.map((one) => (one.id === step && one.round === round ? changed(one, event) : one));
}

function changed(step: CaseStep, { type, data, at, actor }: HandEvent): CaseStep {
  const { from } = data;
  switch (type) {
    case "step.claimed":
      return heldBy(step, { person: "person" in actor ? actor.person : "", how: "claimed", since: at, from });
    case "step.released":
      return unheld(step);
    case "step.assigned":
      return heldBy(data.keepWork ? step : afresh(step, at), { person: data.to, how: "assigned", since: at, from });
    case "step.allotted":
      return heldBy(step, { person: data.to, how: "allotted", since: at, from });
    case "step.delegated":
      return heldBy(step, { person: data.to, how: "delegated", since: at, from });
    default:
      return type satisfies never;
  }
}

/** Without what whoever had it had begun: nobody is asked any more, and it is not put aside. */
function afresh(step: CaseStep, at: string): CaseStep {
  return running({ ...step, referrals: dropped(step.referrals), suspended: null }, at);
}
