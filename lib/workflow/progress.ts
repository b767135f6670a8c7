import type { Run } from "../calendar/due.ts";
import type { Holder } from "./holder.ts";
import type { PlannedStep } from "./plan.ts";

export const stepStatuses = ["waiting", "open", "done", "cancelled"] as const;
export type StepStatus = (typeof stepStatuses)[number];
export type StepOutcome = "approved" | "approved-with-conditions" | "rejected" | "returned" | "stopped";

export type StepDecision = { readonly person: string; readonly for?: string; readonly at: string; readonly outcome: StepOutcome; readonly seq: number };

/** A planned step as far as it has come. `since` is when it last opened; decisions are those of the present round. */
export type CaseStep = PlannedStep & {
  readonly status: StepStatus;
  readonly round: number;
  readonly outcome: StepOutcome | null;
  readonly since: string | null;
  /** When its clock ran. It stands still while the requester owes an answer, and goes on where it stopped. */
  readonly ran: readonly Run[];
  /** Working days by which the head of its desk extended the clock; null as long as nobody has. */
  readonly extended: number | null;
  readonly decisions: readonly StepDecision[];
  /** Who decided it in the round before: it goes to them by default. */
  readonly previously: string | null;
  /** When what it decided was last found to stand, because nothing it concerns had changed; null when that was never asked. */
  readonly stands: string | null;
  /** The highest round there was, also where one was taken back: no round is spoken of twice. */
  readonly lastRound: number;
  /** Who has it in hand; null while it stands in its queue. */
  readonly holder: Holder | null;
};

export function freshStep(step: PlannedStep): CaseStep {
  return { ...step, status: "waiting", round: 1, outcome: null, since: null, ran: [], extended: null, decisions: [], previously: null, stands: null, lastRound: 1, holder: null };
}

/** Opens every waiting step whose needs are met, as of `at`. */
export function progress(steps: readonly CaseStep[], at: string): CaseStep[] {
  return steps.map((step) => (step.status === "waiting" && needsMet(step, steps) ? { ...running(step, at), status: "open", since: at } : step));
}

/** The step with its clock going; one that goes already is left alone. */
export function running(step: CaseStep, at: string): CaseStep {
  return step.ran.at(-1)?.to === null ? step : { ...step, ran: [...step.ran, { from: at, to: null }] };
}

/** The step with its clock stopped. */
export function stopped(step: CaseStep, at: string): CaseStep {
  return { ...step, ran: step.ran.map((run) => (run.to === null ? { ...run, to: at } : run)) };
}

/** The step while the requester owes an answer: its clock stands still, unless its workflow says that it does not. */
export function paused(step: CaseStep, at: string): CaseStep {
  return step.clock?.pausedWhileReturned === false ? step : stopped(step, at);
}

export function allDone(steps: readonly CaseStep[]): boolean {
  return steps.every((step) => step.status === "done" || step.status === "cancelled");
}

/**
 * The step back in its queue for another round, as it is now planned, with no decision of its own yet. A desk that had decided gets
 * its whole time anew; one that had not, or asked, what was left of it.
 */
export function reopened(before: CaseStep, planned: PlannedStep): CaseStep {
  const finished = before.status === "done" && before.outcome !== "returned";
  const round = before.lastRound + 1;
  return { ...freshStep(planned), round, lastRound: round, ran: finished ? [] : before.ran, extended: finished ? null : before.extended, previously: before.decisions.at(-1)?.person ?? before.previously };
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
