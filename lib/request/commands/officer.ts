import type { PersonActor } from "../../access/actor.ts";
import { can } from "../../access/can.ts";
import { candidateAt, personsOf } from "../../access/candidate.ts";
import type { CaseStep } from "../../workflow/progress.ts";
import { asideAt } from "../../workflow/reviewers.ts";
import { refusal, type Refusal } from "../refusal.ts";
import type { LiveState } from "../state.ts";
import { separationOf } from "./separation.ts";

/** Why a step cannot go to somebody who was named: nobody is, they are not of its desk, or they could never decide it. */
export function refusalsForOfficer(named: PersonActor | null, step: CaseStep, state: LiveState): Refusal[] {
  if (named === null) return [refusal("unknownPerson", {}, "to")];
  if (!can(named, "step.decide", { desks: [step.desk] })) return [refusal("notOfDesk", { person: named.name }, "to")];
  return barred(named, step, state);
}

/** What would keep the named person from deciding, said of them and not of the reader. */
export function barred(named: PersonActor, step: CaseStep, state: LiveState): Refusal[] {
  const candidate = candidateAt(step.desk, named);
  const isAside = personsOf(candidate).some((person) => asideAt(step, state.steps).includes(person));
  return isAside || separationOf(candidate, step, state).length > 0 ? [refusal("mayNotDecide", { person: named.name, step: step.id }, "to")] : [];
}
