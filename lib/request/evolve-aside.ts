import { escalated } from "../workflow/escalated.ts";
import { advised, referred } from "../workflow/referral.ts";
import { running, stopped, type CaseStep } from "../workflow/progress.ts";
import type { RequestEvent } from "./events.ts";

export type AsideEvent = Extract<RequestEvent, { type: "step.referred" | "step.advised" | "step.suspended" | "step.resumed" | "step.reminded" | "step.escalated" }>;

/** The steps after what happens beside the decision: advice that was asked for or given, work that was put aside or taken up again, and what its clock says. */
export function aside(steps: readonly CaseStep[], event: AsideEvent): CaseStep[] {
  return steps.map((step) => (step.id === event.data.step && step.round === event.data.round ? changed(step, event) : step));
}

function changed(step: CaseStep, event: AsideEvent): CaseStep {
  const { at, actor } = event;
  switch (event.type) {
    case "step.referred": {
      const { referral, to, question, due } = event.data;
      return { ...step, referrals: referred(step.referrals, { id: referral, person: to, by: "person" in actor ? actor.person : "", at, due, question }) };
    }
    case "step.advised": {
      const { referral, recommends, text } = event.data;
      return { ...step, referrals: advised(step.referrals, referral, { recommends, text }) };
    }
    case "step.suspended":
      return { ...stopped(step, at), suspended: at };
    case "step.resumed":
      return running({ ...step, suspended: null }, at);
    case "step.reminded":
      return { ...step, told: [...step.told, event.data.share] };
    case "step.escalated":
      return { ...(event.data.to === null ? step : escalated(step, event.data.to)), told: [...step.told, 100] };
    default:
      return event satisfies never;
  }
}
