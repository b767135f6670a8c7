import { keptBy } from "../workflow/holder.ts";
import type { CaseStep } from "../workflow/progress.ts";
import type { PersonActor } from "./actor.ts";
import { leadsAs } from "./heads.ts";

/** Somebody who would decide at a desk: in their own right, or in the place of somebody whom they stand in for. */
export type Candidate = {
  readonly id: string;
  /** Whose rights at this desk they would use; null for their own. */
  readonly actsFor: string | null;
  /** Everybody whom they stand in for now. */
  readonly standsInFor: readonly string[];
};

/** A person as they would act at a desk. Their own right comes before one that they have for another. */
export function candidateAt(desk: string, person: PersonActor): Candidate {
  const here = person.grants.filter(({ scope, permissions }) => scope.kind === "desk" && scope.id === desk && permissions.includes("step.decide"));
  const own = here.some((grant) => grant.for === undefined);
  return { id: person.id, actsFor: own ? null : (here[0]?.for ?? null), standsInFor: standsInFor(person) };
}

/** The same for one step: whoever it was handed on to decides in the place of whoever handed it on, and what is another's to decide, an acting head in the head's. */
export function candidateFor(step: Whose, person: PersonActor): Candidate {
  const candidate = candidateAt(step.desk, person);
  if (step.holder?.how === "delegated" && step.holder.person === person.id) return { ...candidate, actsFor: step.holder.from };
  const [head = null] = isAnothers(step, candidate) ? leadsAs(person, step.desk) : [];
  return head === null ? candidate : { ...candidate, actsFor: head };
}

type Whose = Pick<CaseStep, "desk" | "holder" | "assignee" | "decisions" | "decisionsNeeded">;

/** Whether only the head of the desk may decide it but the one in whose hands it is, or whom it names. */
function isAnothers(step: Whose, { id, actsFor }: Candidate): boolean {
  const holder = keptBy(step);
  if (holder !== null) return holder !== id && holder !== actsFor;
  return step.assignee !== null && step.assignee !== id;
}

export function standsInFor({ standsIn = [] }: PersonActor): readonly string[] {
  return standsIn;
}

/** Whom the acts of a candidate count as: themselves, and whoever they act for. */
export function personsOf({ id, actsFor }: Pick<Candidate, "id" | "actsFor">): string[] {
  return actsFor === null ? [id] : [id, actsFor];
}
