import { freshStep, running, type CaseStep } from "./progress.ts";
import type { PlannedStep } from "./plan.ts";

/** A step that another reviewer was added to, or one of those that were added: together they are what its definition calls one step. */
export function isBeside(one: Pick<CaseStep, "id" | "beside">, other: Pick<CaseStep, "id" | "beside">): boolean {
  return (one.beside ?? one.id) === (other.beside ?? other.id);
}

/** Who stands aside at a step: what keeps somebody from one decision keeps them from those beside it, whichever of them they said it at. */
export function asideAt(step: Pick<CaseStep, "id" | "beside">, steps: readonly Pick<CaseStep, "id" | "beside" | "recused">[]): string[] {
  return steps.flatMap((one) => (isBeside(one, step) ? one.recused : []));
}

/** The id of the next reviewer of a step: `ethics.r2`, `ethics.r3`. */
export function nextReviewer(base: string, steps: readonly Pick<CaseStep, "id" | "beside">[]): string {
  return `${base}.r${steps.filter(({ beside }) => beside === base).length + 2}`;
}

/** The steps with one more beside one of them: open at once, in the hands of whoever was named, with a clock of its own. */
export function withReviewer(steps: readonly CaseStep[], { base, id, person, at }: { readonly base: string; readonly id: string; readonly person: string; readonly at: string }): CaseStep[] {
  return steps.flatMap((step) => (step.id === base ? [step, { ...running(freshStep(planned(step, id)), at), status: "open" as const, since: at, holder: { person, how: "assigned" as const, since: at, from: null } }] : [step]));
}

/** What is planned anew, with the reviewers that were added to it before: a case that is asked again asks them again. */
export function withReviewers(plan: readonly PlannedStep[], before: readonly CaseStep[]): PlannedStep[] {
  return plan.flatMap((step) => [step, ...before.filter(({ beside, outcome }) => beside === step.id && outcome !== "dropped").map(({ id }) => planned(step, id))]);
}

/** One officer decides it, and takes nothing from a quota a second time; the head of the desk may take the reviewer back. */
function planned({ id: base, desk, side, needs, clock, may, people, line, joint }: PlannedStep, id: string): PlannedStep {
  return {
    id,
    beside: base,
    desk,
    side,
    assignee: null,
    needs,
    decisionsNeeded: 1,
    clock,
    may,
    droppable: ["lead"],
    ...(people?.mutual !== undefined && { people: { mutual: people.mutual } }),
    ...(line !== undefined && { line }),
    ...(joint && { joint }),
  };
}
