import { canonical } from "../audit/chain.ts";
import type { StepDefinition, WorkflowDefinition } from "./definition.ts";

export const stepParts = ["name", "as", "needs", "per", "when", "desk", "named", "mode", "clock", "awaits", "reserves", "may", "people", "drop"] as const satisfies readonly (keyof StepDefinition)[];
export type StepPart = (typeof stepParts)[number];
export const wholeParts = ["name", "appliesTo", "closed", "appeal", "outcome"] as const satisfies readonly (keyof WorkflowDefinition)[];
export type WholePart = (typeof wholeParts)[number];

/** What a version changes against another: steps that are new, gone or otherwise, by id, and parts of the whole. */
export type DefinitionDifference = {
  readonly fresh: readonly string[];
  readonly gone: readonly string[];
  readonly changed: readonly { readonly step: string; readonly parts: readonly StepPart[] }[];
  readonly whole: readonly WholePart[];
};

/** How one version differs from the one before. The order in which steps are written down changes nothing. */
export function definitionDifference(before: WorkflowDefinition, after: WorkflowDefinition): DefinitionDifference {
  const had = new Map(before.steps.map((step) => [step.id, step]));
  const has = new Set(after.steps.map(({ id }) => id));
  return {
    fresh: after.steps.filter(({ id }) => !had.has(id)).map(({ id }) => id),
    gone: before.steps.filter(({ id }) => !has.has(id)).map(({ id }) => id),
    changed: after.steps.flatMap((step) => {
      const earlier = had.get(step.id);
      const parts = earlier ? differing(stepParts, earlier, step) : [];
      return parts.length > 0 ? [{ step: step.id, parts }] : [];
    }),
    whole: differing(wholeParts, before, after),
  };
}

function differing<T, P extends keyof T>(parts: readonly P[], before: T, after: T): P[] {
  return parts.filter((part) => canonical(before[part] ?? null) !== canonical(after[part] ?? null));
}
