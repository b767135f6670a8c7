import { z } from "zod";
import { fieldOf } from "../../kind/catalogue.ts";
import type { Condition, Leaf } from "../../policy/condition.ts";
import { kinds, type Kind } from "../../policy/pack.ts";
import { canBeApprovedHere, type StepDefinition, WorkflowDefinition } from "../definition.ts";
import { conditionProblems, type KnownRegimes } from "./conditions.ts";
import { problem, type WorkflowProblem } from "./problem.ts";
import { type Misfit, mostSteps, mostTold, repeats } from "../structure.ts";
import { type Offices, staffingProblems } from "./staffing.ts";

/** `kind`: the kind of requests that the workflow must be for. `expectedBy`: how what cannot be read is said. */
export type Asking = { readonly kind?: Kind; readonly expectedBy?: Expected };
type Expected = (issue: z.core.$ZodIssue) => string;

/**
 * Everything that is wrong with a workflow, before it is published. Steps only need what stands before them, so it has no cycle; beyond
 * that: every step is needed by some request and can be approved, what conditions read exists, and every institution can seat it.
 */
export function workflowProblems(body: unknown, regimes: KnownRegimes, offices: Offices | null, { kind, expectedBy = ({ message }) => message }: Asking = {}): WorkflowProblem[] {
  const many = stepsIn(body);
  // Said before anything is read, which for so many would take its time.
  if (many > mostSteps) return [problem("tooManySteps", ["steps"], { found: String(many), expected: String(mostSteps) })];
  const read = WorkflowDefinition.safeParse(body);
  if (!read.success) return read.error.issues.flatMap((issue) => unread(issue, expectedBy)).slice(0, mostTold);
  const definition = read.data;
  const unfit = [...repeats(definition).map((misfit) => problem(misfit.code, misfit.path, misfit)), ...longNames(definition, expectedBy)];
  if (unfit.length > 0) return unfit.slice(0, mostTold);
  const { appliesTo } = definition;
  if (!isByKind(appliesTo)) return [problem("kindAlone", ["appliesTo"])];
  const about = kinds.filter((one) => [appliesTo.value].flat().includes(one));
  if (about.length === 0) return [problem("wrongValue", ["appliesTo", "value"], { found: JSON.stringify(appliesTo.value), expected: kinds.join(", ") })];
  const alone = definition.steps.flatMap((step, at) => [
    ...conditionProblems(step, at, { kinds: about, appliesTo, regimes }),
    ...reservesProblems(step, at),
    ...(canBeApprovedHere(step) || step.awaits ? [] : [problem("cannotBeApproved", ["steps", at, "may"], { step: step.id })]),
    ...(step.awaits?.requirements ?? []).flatMap((id, number) => (regimes.get(id)?.kinds.some((one) => about.includes(one)) ? [] : [problem("unknownRegime", ["steps", at, "awaits", "requirements", number], { step: step.id, found: id, expected: about.join(", ") })])),
  ]);
  return [...(kind && !about.includes(kind) ? [problem("otherKind", ["appliesTo"], { found: about.join(", "), expected: kind })] : []), ...alone, ...(offices ? staffingProblems(definition, offices) : [])].slice(0, mostTold);
}

/** What stands on pages and buttons is a line. Versions that were published with longer ones are read all the same. */
const line = z.string().trim().min(1).max(200);
const Line = z.object({ en: line, "zh-Hant": line, "zh-Hans": line, pt: line });

function longNames({ name, steps }: WorkflowDefinition, expectedBy: Expected): WorkflowProblem[] {
  const said = z.object({ name: Line, steps: z.array(z.object({ name: Line, as: Line })) }).safeParse({ name, steps });
  return said.error?.issues.flatMap((issue) => unread(issue, expectedBy)) ?? [];
}

/** What is taken from a quota is an answer that is a number. */
function reservesProblems({ id, reserves }: StepDefinition, at: number): WorkflowProblem[] {
  if (reserves?.fact === undefined) return [];
  const field = fieldOf(reserves.fact);
  if (field && (field.type.is === "number" || field.type.is === "whole")) return [];
  return [problem(field ? "notANumber" : "unknownFact", ["steps", at, "reserves", "fact"], { step: id, found: reserves.fact })];
}

function stepsIn(body: unknown): number {
  const steps = typeof body === "object" && body !== null && "steps" in body ? body.steps : undefined;
  return Array.isArray(steps) ? steps.length : 0;
}

function unread(issue: z.core.$ZodIssue, expectedBy: Expected): WorkflowProblem[] {
  const misfit = issue.code === "custom" ? (issue.params?.misfit as Misfit | undefined) : undefined;
  if (misfit) return [problem(misfit.code, misfit.path, misfit)];
  // A name that is not known is told where it stands.
  const paths = issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
  return paths.map((path) => problem("malformed", inJson(path), { expected: expectedBy(issue) }));
}

/** A way into what was read: JSON has names and numbers, and no symbols. */
function inJson(path: readonly PropertyKey[]): (string | number)[] {
  return [...path] as (string | number)[];
}

/** Whether a workflow is found by the kind of a request: by a condition over anything else no request would find it. */
function isByKind(appliesTo: Condition): appliesTo is Leaf {
  return "attr" in appliesTo && appliesTo.attr === "kind" && (appliesTo.op === "eq" || appliesTo.op === "in");
}
