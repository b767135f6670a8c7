import type { Condition } from "../../policy/condition.ts";
import { kinds, type Kind } from "../../policy/pack.ts";
import { WorkflowDefinition } from "../definition.ts";
import { conditionProblems, type KnownRegimes } from "./conditions.ts";
import { problem, type WorkflowProblem } from "./problem.ts";
import { type Offices, staffingProblems } from "./staffing.ts";

/**
 * Everything that is wrong with a workflow, before it is published. Steps only need what stands before them, so it has no cycle; beyond
 * that: every step is needed by some request and can be approved, what conditions read exists, and every institution can seat it.
 */
export function workflowProblems(body: unknown, regimes: KnownRegimes, offices: Offices | null): WorkflowProblem[] {
  const read = WorkflowDefinition.safeParse(body);
  if (!read.success) return read.error.issues.map(({ path, message }) => problem("malformed", path.map((part) => (typeof part === "symbol" ? String(part) : part)), { expected: message }));
  const definition = read.data;
  const about = kindsOf(definition.appliesTo);
  const alone = definition.steps.flatMap((step, at) => [
    ...conditionProblems(step, at, about, regimes),
    ...(canBeApproved(step) ? [] : [problem("cannotBeApproved", ["steps", at, "may"], { step: step.id })]),
    ...(step.awaits?.requirements ?? []).flatMap((id, number) => (regimes.get(id)?.kinds.some((kind) => about.includes(kind)) ? [] : [problem("unknownRegime", ["steps", at, "awaits", "requirements", number], { step: step.id, found: id, expected: about.join(", ") })])),
  ]);
  return [...alone, ...(offices ? staffingProblems(definition, offices) : [])];
}

function canBeApproved({ may, mode, awaits, clock }: WorkflowDefinition["steps"][number]): boolean {
  return may.includes("approve") || may.includes("approveWithConditions") || typeof mode === "object" || awaits !== undefined || clock?.onDue?.decides === "approved";
}

/** The kinds of resources that a workflow is for: those that its condition names, else all. */
function kindsOf(appliesTo: Condition): readonly Kind[] {
  return "attr" in appliesTo && appliesTo.attr === "kind" ? kinds.filter((kind) => [appliesTo.value].flat().includes(kind)) : kinds;
}
