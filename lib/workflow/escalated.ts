import type { CaseStep } from "./progress.ts";

/** Whoever had it was late: it is in nobody's hands, and one officer of the next desk decides what is left of it, by themself and not by the vote of another desk's members. */
export function escalated(step: CaseStep, desk: string): CaseStep {
  return { ...atNextDesk(step, desk), holder: null };
}

/** A step that is planned anew, still at the desk that it was taken to; what was decided there and is decided anew begins again at its own. */
export function stillEscalated(step: CaseStep, before: CaseStep): CaseStep {
  const goesOn = before.status === "open" || before.outcome === "returned" || step.status === "done";
  return before.escalated && goesOn ? atNextDesk(step, before.desk) : step;
}

function atNextDesk({ vote, everybody: _everybody, members: _members, ...step }: CaseStep, desk: string): CaseStep {
  const may = vote ? [...new Set([...step.may, "approve", "reject"] as const)] : step.may;
  return { ...step, escalated: true, may, desk, decisionsNeeded: Math.min(step.decisionsNeeded, step.decisions.length + 1), ballots: [], voteClosed: false, casting: null };
}
