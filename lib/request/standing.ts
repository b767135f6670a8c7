import type { Condition } from "../policy/condition.ts";
import { isSameLimit } from "../permit/balance.ts";
import { standingSteps } from "../workflow/concern.ts";
import { changedFacts } from "./answers.ts";
import type { Asking, Weighed } from "./asked.ts";
import type { Context } from "./context.ts";
import type { LiveState } from "./state.ts";

/** What of a request changed: facts by name, and `window`, `limit` and `claims` where those did. */
export function changesOf(state: LiveState, asking: Asking, weighed: Weighed, context: Context): string[] {
  const { window, limit } = asking;
  return [
    ...changedFacts(context.answers.facts, weighed.facts),
    ...(window !== null && (window.from !== state.window.from || window.to !== state.window.to) ? ["window"] : []),
    ...(limit !== null && !isSameLimit(limit, state.limit) ? ["limit"] : []),
    ...(asking.claims.toSorted().join() === state.claims.toSorted().join() ? [] : ["claims"]),
  ];
}

/** The ids of the decided steps whose decisions stand when the request is asked again so. */
export function standingAfter(state: LiveState, asking: Asking, weighed: Weighed, context: Context): string[] {
  return standingSteps(state.steps, context.workflow?.definition.steps ?? [], {
    before: state,
    after: { findings: weighed.evaluation.findings, claims: asking.claims },
    changed: changesOf(state, asking, weighed, context),
    questioned: state.questioned,
    triggersOf: (regime) => triggersOf(regime, context),
  });
}

function triggersOf(id: string, { packs }: Context): Condition[] {
  return packs.flatMap(({ pack }) => pack.regimes.filter((regime) => regime.id === id).map(({ trigger }) => trigger));
}
