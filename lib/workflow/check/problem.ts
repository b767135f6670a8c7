import { refusal, type Refusal } from "../../request/refusal.ts";
import { misfitCodes } from "../structure.ts";

/** What can be wrong with a workflow before it is published. The words are `workflows.problems.<code>` in the messages. */
export const workflowProblemCodes = [
  "malformed",
  "tooManySteps",
  "kindAlone",
  "otherKind",
  ...misfitCodes,
  "unknownFact",
  "notANumber",
  "wrongComparison",
  "wrongValue",
  "unknownRegime",
  "neverNeeded",
  "tooManifold",
  "cannotBeApproved",
  "noDesk",
  "notStaffed",
  "escalatesToItself",
  "tooFewOfficers",
  "nobodyLeft",
] as const;
export type WorkflowProblemCode = (typeof workflowProblemCodes)[number];

/** A request in which it goes wrong: from where to where, for which institutions; the host is null when it has not joined. */
export type Example = { readonly from: string; readonly to: string; readonly home: string; readonly host: string | null };

/** One thing that is wrong: where in the definition, at which step, what stands there, what was expected, and a request that shows it. */
export type WorkflowProblem = {
  readonly code: WorkflowProblemCode;
  readonly path: readonly (string | number)[];
  readonly step: string | null;
  readonly found: string;
  readonly expected: string;
  readonly example: Example | null;
};

export function problem(code: WorkflowProblemCode, path: WorkflowProblem["path"], said: Partial<Omit<WorkflowProblem, "code" | "path">> = {}): WorkflowProblem {
  return { code, path, step: null, found: "", expected: "", example: null, ...said };
}

/** A fault as the refusal of whatever would publish it; `inside` is the way to the definition. */
export function brokenWorkflow({ code, path, step, found, expected, example }: WorkflowProblem, ...inside: readonly (string | number)[]): Refusal {
  const said = { problem: code, place: path.join("."), found, expected, ...(step !== null && { step }), ...(example && { from: example.from, to: example.to, home: example.home, host: example.host ?? "" }) };
  return refusal("brokenWorkflow", said, [...inside, ...path].join("."));
}
