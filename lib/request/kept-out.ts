import type { CaseStep } from "../workflow/progress.ts";
import { asideAt } from "../workflow/reviewers.ts";
import { keptTogether } from "./commands/separation.ts";
import type { LiveState } from "./state.ts";

/** Whom what they did keeps from deciding a step that may be theirs by its desk: what a queue says without the record. Empty but for who stands aside where a step is not open. */
export type KeptOut = {
  /** Who stands aside, at it or beside it; nor does whoever acts in their place decide it. */
  readonly recused: readonly string[];
  /** Who decided a step that keeps them from this one, with that step, or had decided this one; nor does whoever acts in their place. */
  readonly decided: Readonly<Record<string, string>>;
  /** Who advised on the request; whoever acts in their place may decide it. */
  readonly advised: readonly string[];
};

/** Whom a step is closed to, of all who did something about the request. Who the requester and the team are its row says itself. */
export function keptOutOf(step: CaseStep, state: LiveState): KeptOut {
  const recused = [...new Set(asideAt(step, state.steps))];
  if (step.status !== "open") return { recused, decided: {}, advised: [] };
  const elsewhere = state.deciders.filter((one) => one.step !== step.id && !keptTogether(one.step, step, state));
  const acts = [...elsewhere, ...step.decisions.map((one) => ({ ...one, step: step.id }))];
  // The first counts, as where it is refused.
  const decided = Object.fromEntries(acts.toReversed().flatMap((one) => [one.person, one.for ?? ""].filter((person) => person !== "").map((person) => [person, one.step])));
  // Whoever it was handed on to decides it in the place of whoever handed it on.
  const { holder } = step;
  const giver = holder?.how === "delegated" ? holder.from : null;
  const through = giver !== null && holder && decided[giver] !== undefined && decided[holder.person] === undefined ? { [holder.person]: decided[giver] } : {};
  return {
    recused: giver !== null && holder && recused.includes(giver) ? [...new Set([...recused, holder.person])] : recused,
    decided: { ...decided, ...through },
    advised: step.people?.reserved ? [] : [...new Set(state.advisers)],
  };
}
