import type { PlannedStep } from "./plan.ts";

export const stepStatuses = ["waiting", "open", "done", "cancelled"] as const;
export type StepStatus = (typeof stepStatuses)[number];
export type StepOutcome = "approved" | "approved-with-conditions" | "rejected" | "returned" | "stopped";

export type StepDecision = { readonly person: string; readonly at: string; readonly outcome: StepOutcome; readonly seq: number };

/** A planned step as far as it has come. `since` is when it last opened; decisions are those of the present round. */
export type CaseStep = PlannedStep & {
  readonly status: StepStatus;
  readonly round: number;
  readonly outcome: StepOutcome | null;
  readonly since: string | null;
  readonly decisions: readonly StepDecision[];
  /** Who decided it in the round before: it goes to them by default. */
  readonly previously: string | null;
};

export function freshStep(step: PlannedStep): CaseStep {
  return { ...step, status: "waiting", round: 1, outcome: null, since: null, decisions: [], previously: null };
}

/** Opens every waiting step whose needs are met, as of `at`. */
export function progress(steps: readonly CaseStep[], at: string): CaseStep[] {
  return steps.map((step) => (step.status === "waiting" && needsMet(step, steps) ? { ...step, status: "open", since: at } : step));
}

export function allDone(steps: readonly CaseStep[]): boolean {
  return steps.every((step) => step.status === "done" || step.status === "cancelled");
}

/** The step back in its queue for another round, as it is now planned, with no decision of its own yet. */
export function reopened(before: CaseStep, planned: PlannedStep): CaseStep {
  return { ...freshStep(planned), round: before.round + 1, previously: before.decisions.at(-1)?.person ?? before.previously };
}

function needsMet({ needs }: CaseStep, steps: readonly CaseStep[]): boolean {
  const done = needs.of.filter((id) => {
    const need = steps.find((step) => step.id === id);
    return need === undefined || need.status === "done" || need.status === "cancelled";
  }).length;
  if (needs.join === "all") return done === needs.of.length;
  if (needs.join === "any") return needs.of.length === 0 || done > 0;
  return done >= needs.join;
}
