import type { Run } from "../calendar/clock.ts";
import type { Share } from "../calendar/clock.ts";
import type { Holder } from "./holder.ts";
import type { Referral } from "./referral.ts";
import type { Join } from "./definition.ts";
import type { PlannedStep } from "./plan.ts";
import type { Ballot } from "./vote.ts";

export const stepStatuses = ["waiting", "open", "done", "cancelled"] as const;
export type StepStatus = (typeof stepStatuses)[number];
/** `settled`: enough others had decided; `stopped`: the request ended; `dropped`: not needed any more; `skipped`: left out by its head; `upheld` and `overturned` are of an appeal. */
export type StepOutcome = "approved" | "approved-with-conditions" | "rejected" | "returned" | "settled" | "stopped" | "dropped" | "skipped" | "upheld" | "overturned";

/** By what a step is settled that no officer decides: a vote, an authority's answer, enough others, its time being over, that all who are left of its desk have decided, or that it has the signatures that the version asks for to which its case was moved. */
export const settlings = ["vote", "requirement", "enough", "joint", "clock", "everybody", "signatures"] as const;

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
  /** Whose advice was asked for in this round. */
  readonly referrals: readonly Referral[];
  /** Since when it is put aside; null while work on it goes on. */
  readonly suspended: string | null;
  /** Whoever had it was late, and it was taken to the desk where it is now. */
  readonly escalated?: true;
  /** Of which parts of its clock somebody was told. */
  readonly told: readonly Share[];
  /** The votes of this round, and whether the head of the desk has closed it. */
  readonly ballots: readonly Ballot[];
  readonly voteClosed: boolean;
  /** The vote that broke a tie. */
  readonly casting: Ballot | null;
  /** Who stands aside in this case for a conflict of interest. */
  readonly recused: readonly string[];
  /** Who was named to vote in the place of members who left the count. */
  readonly substitutes: readonly string[];
  /** By what it was decided when no officer decided it: the rule that the record names. */
  readonly settledBy: { readonly by: (typeof settlings)[number]; readonly rule: string | null; readonly at: string } | null;
};

export function freshStep(step: PlannedStep): CaseStep {
  return { ...step, status: "waiting", round: 1, outcome: null, since: null, ran: [], extended: null, decisions: [], previously: null, stands: null, lastRound: 1, ballots: [], voteClosed: false, casting: null, recused: [], substitutes: [], settledBy: null, holder: null, referrals: [], suspended: null, told: [] };
}

export function isApproved({ status, outcome }: Pick<CaseStep, "status" | "outcome">): boolean {
  return status === "done" && (outcome === "approved" || outcome === "approved-with-conditions");
}

/** Opens every waiting step whose needs are met, as of `at`. */
export function progress(steps: readonly CaseStep[], at: string): CaseStep[] {
  return steps.map((step) => (step.status === "waiting" && needsMet(step, steps) ? { ...running(step, at), status: "open", since: at } : step));
}

/** The step with its clock going; one that goes already, or is put aside, is left alone. */
export function running(step: CaseStep, at: string): CaseStep {
  return step.suspended !== null || step.ran.at(-1)?.to === null ? step : { ...step, ran: [...step.ran, { from: at, to: null }] };
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
  // A conflict of interest does not end with a round.
  const round = before.lastRound + 1;
  return { ...freshStep(planned), round, lastRound: round, ran: finished ? [] : before.ran, extended: finished ? null : before.extended, previously: before.decisions.at(-1)?.person ?? before.previously, recused: before.recused, substitutes: before.substitutes };
}

/** The steps that are named, with the reviewers that were added to them. */
export function amongOf(named: readonly string[], steps: readonly CaseStep[]): CaseStep[] {
  return steps.filter(({ id, beside }) => named.includes(beside ?? id));
}

function needsMet({ needs }: CaseStep, steps: readonly CaseStep[]): boolean {
  const known = amongOf(needs.of, steps);
  if (needs.join === "all") return known.every(({ status }) => status === "done" || status === "cancelled");
  return isEnough(needs.join, known);
}

/** Whether enough of these are approved. */
export function isEnough(join: Join, of: readonly CaseStep[]): boolean {
  return of.filter(isApproved).length >= wanted(join, of);
}

/** Whether enough of these can still come to be approved. */
export function canBeEnough(join: Join, of: readonly CaseStep[]): boolean {
  return of.filter((step) => isPending(step) || isApproved(step)).length >= wanted(join, of);
}

/** Whether a step is still to be decided. */
export function isPending({ status }: Pick<CaseStep, "status">): boolean {
  return status === "open" || status === "waiting";
}

/** How many must be approved; a step that was dropped is not counted on. */
function wanted(join: Join, of: readonly CaseStep[]): number {
  const there = of.filter(({ status }) => status !== "cancelled").length;
  return join === "all" ? there : Math.min(join === "any" ? 1 : join, there);
}
