import type { CaseStep } from "./progress.ts";
import { writtenAs } from "./step-name.ts";
import { leastMembers, tally, type Tally } from "./vote.ts";

type Deciders = readonly { readonly step: string; readonly person: string; readonly for?: string }[];

/**
 * Who is counted where a desk decides together: its members and those who were named in the place of others, without those who stand aside
 * and those who decided another step of the case, in person or by who stood in for them. Decisions on single lines are one step's.
 */
export function votersAt({ id, line, members = [], substitutes, recused }: Pick<CaseStep, "id" | "line" | "members" | "substitutes" | "recused">, deciders: Deciders): string[] {
  const isThis = (step: string) => step === id || (line !== undefined && writtenAs(step) === writtenAs(id));
  return [...members, ...substitutes].filter((person) => !recused.includes(person) && !deciders.some((one) => !isThis(one.step) && (one.person === person || one.for === person)));
}

/** How the vote at a step stands; null where its members do not vote. */
export function tallyAt(step: CaseStep, deciders: Deciders): Tally | null {
  return step.vote ? tally(step.vote, votersAt(step, deciders), step.ballots, step.voteClosed) : null;
}

/** Who may still vote where a vote is open: a person votes once, whoever they do it for. Null where it waits for none of them: it is tied, or all have voted. */
export function votesOut(step: CaseStep, deciders: Deciders): string[] | null {
  if (!step.vote || step.status !== "open" || tallyAt(step, deciders)?.outcome === "tied") return null;
  const out = votersAt(step, deciders).filter((person) => !step.ballots.some((one) => one.person === person || one.for === person));
  return out.length === 0 ? null : out;
}

/** How many may be named in the place of others: of members who left the count, or that the vote has too few of; elsewhere of those who stand aside. */
export function vacancies(step: CaseStep, deciders: Deciders): number {
  const { vote, members, recused, substitutes, assignee } = step;
  if (assignee !== null) return 0;
  if (members === undefined) return recused.length - substitutes.length;
  return Math.max(vote ? leastMembers(vote) : 0, members.length) - votersAt(step, deciders).length;
}

/** Whether fewer are left who may decide than it takes. `staff` is its desk as it is now, without the people of the request. */
export function hasTooFew(step: CaseStep, staff: readonly string[], deciders: Deciders): boolean {
  if (step.vote) return votersAt(step, deciders).length < leastMembers(step.vote);
  const { assignee, holder, people, awaits, decisions, decisionsNeeded } = step;
  // Somebody was chosen for it, or may decide it though they decided another.
  if (assignee !== null || holder !== null || people?.keep || people?.reserved || awaits) return false;
  const left = votersAt({ ...step, members: staff }, deciders).filter((person) => !decisions.some((one) => one.person === person || one.for === person));
  return left.length < decisionsNeeded - decisions.length;
}

/** The steps at which everybody of a desk decides, each taking as many decisions as there is still anybody counted; where nobody is left, one. */
export function withEverybody(steps: readonly CaseStep[], deciders: Deciders): readonly CaseStep[] {
  if (!steps.some(({ everybody }) => everybody)) return steps;
  return steps.map((step) => (step.everybody && (step.status === "open" || step.status === "waiting") ? { ...step, decisionsNeeded: Math.max(1, votersAt(step, deciders).length) } : step));
}
