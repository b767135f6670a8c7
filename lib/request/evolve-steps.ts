import { stopped, type CaseStep } from "../workflow/progress.ts";
import { settledBy } from "../workflow/referral.ts";
import type { RequestEvent } from "./events.ts";

type AtStep = Extract<RequestEvent, { type: "step.rejected" | "step.voted" | "step.recused" | "step.substituteNamed" | "step.voteClosed" | "step.settled" | "step.countersigned" | "step.skipped" }>;

type By = { readonly person: string; readonly for?: string };

/** The steps after something happened at one of them; which others open then is progress's to say. */
export function stepsAfter(steps: readonly CaseStep[], event: AtStep, by: By): CaseStep[] {
  return steps.map((step) => (step.id === event.data.step ? after(step, event, by) : step));
}

function after(step: CaseStep, event: AtStep, by: By): CaseStep {
  const { at, seq } = event;
  switch (event.type) {
    case "step.rejected":
      return decided({ ...step, decisionsNeeded: step.decisions.length + 1 }, { ...by, at, outcome: "rejected", seq });
    case "step.countersigned":
      return decided(step, { ...by, at, outcome: outcomeOf(step), seq });
    case "step.skipped":
      return { ...stopped(step, at), status: "cancelled", outcome: "skipped", holder: null };
    case "step.voted": {
      const ballot = { ...by, vote: event.data.vote, at, seq };
      return event.data.casting ? { ...step, casting: ballot } : { ...step, ballots: [...step.ballots, ballot] };
    }
    case "step.recused":
      return { ...step, recused: [...step.recused, by.person], holder: isOf(by.person, step.holder) ? null : step.holder };
    case "step.substituteNamed":
      return { ...step, substitutes: [...step.substitutes, event.data.to] };
    case "step.voteClosed":
      return { ...step, voteClosed: true };
    case "step.settled": {
      const { outcome, by: how, rule } = event.data;
      return { ...stopped(step, at), status: outcome === "settled" ? "cancelled" : "done", outcome, holder: null, settledBy: { by: how, rule, at } };
    }
    default:
      return event satisfies never;
  }
}

/** Whether somebody has a step, or handed it to whoever has it: who decides in the place of one who stands aside stands aside with them. */
function isOf(person: string, holder: CaseStep["holder"]): boolean {
  return holder?.person === person || (holder?.how === "delegated" && holder.from === person);
}

/** The step with one more decision, out of the hands it was in; done once there are enough. */
export function decided(step: CaseStep, decision: CaseStep["decisions"][number]): CaseStep {
  const decisions = [...step.decisions, decision];
  const referrals = settledBy(step.referrals, decision.person);
  return decisions.length >= step.decisionsNeeded ? { ...stopped(step, decision.at), status: "done", outcome: decision.outcome, decisions, referrals, holder: null } : { ...step, decisions, referrals, holder: null };
}

/** A second signature stands under the first, conditions and all. */
function outcomeOf({ decisions }: CaseStep): "approved" | "approved-with-conditions" {
  return decisions.some(({ outcome }) => outcome === "approved-with-conditions") ? "approved-with-conditions" : "approved";
}
