import { fieldOf } from "../../kind/catalogue.ts";
import type { NumberRange } from "../../kind/line-table.ts";
import { kindDefinition, kindDefinitions } from "../../kind/registry.ts";
import { tellingValues, valuesAround } from "../../kind/telling-values.ts";
import type { Condition, FactValue, Leaf } from "../../policy/condition.ts";
import { residue, type Residue } from "../../policy/dependence.ts";
import type { Kind } from "../../policy/pack.ts";
import type { StepDefinition } from "../definition.ts";
import { problem, type WorkflowProblem } from "./problem.ts";

/** The regimes and programmes that a condition may name, with the kinds of resources they are about. */
export type KnownRegimes = ReadonlyMap<string, { readonly kinds: readonly Kind[]; readonly isProgramme: boolean }>;

/** What conditions of steps read beside facts, and what it can be. */
const beside: Readonly<Record<string, readonly FactValue[]>> = { claimed: ["some", "none"], host: ["here", "away"] };

/** What the workflow is for, and what its conditions may name. */
type Asked = { readonly kinds: readonly Kind[]; readonly appliesTo: Condition; readonly regimes: KnownRegimes };

/** Everything that the condition of a step reads is there, and some request needs the step. */
export function conditionProblems({ id, when, per }: StepDefinition, at: number, { kinds, appliesTo, regimes }: Asked): WorkflowProblem[] {
  if (when === null) return [];
  const wrong = leafProblems(when, ["steps", at, "when"], { step: id, kinds, regimes, perLine: per === "line" });
  if (wrong.length > 0) return wrong;
  const holds = canHold({ all: [appliesTo, when] });
  return holds ? [] : [problem(holds === null ? "tooManifold" : "neverNeeded", ["steps", at, "when"], { step: id })];
}

type Reading = { readonly step: string; readonly kinds: readonly Kind[]; readonly regimes: KnownRegimes; readonly perLine: boolean };

function leafProblems(condition: Condition, path: WorkflowProblem["path"], reading: Reading): WorkflowProblem[] {
  if ("not" in condition) return leafProblems(condition.not, [...path, "not"], reading);
  if ("all" in condition) return condition.all.flatMap((part, at) => leafProblems(part, [...path, "all", at], reading));
  if ("any" in condition) return condition.any.flatMap((part, at) => leafProblems(part, [...path, "any", at], reading));
  return leafProblem(condition, path, reading);
}

function leafProblem({ attr, op, value }: Leaf, path: WorkflowProblem["path"], { step, kinds, regimes, perLine }: Reading): WorkflowProblem[] {
  if (attr === "findings" || attr === "claims") {
    const known = typeof value === "string" ? regimes.get(value) : undefined;
    if (op !== "contains") return [problem("wrongComparison", [...path, "op"], { step, found: op, expected: "contains" })];
    return known && known.kinds.some((kind) => kinds.includes(kind)) && (attr === "findings" || known.isProgramme) ? [] : [problem("unknownRegime", [...path, "value"], { step, found: JSON.stringify(value), expected: kinds.join(", ") })];
  }
  const values = beside[attr];
  if (values) return values.includes(value as FactValue) && (op === "eq" || op === "ne") ? [] : [problem("wrongValue", [...path, "value"], { step, found: JSON.stringify(value), expected: values.join(", ") })];
  return fieldOf(attr) || (perLine && kinds.some((kind) => cellsOf(kind).includes(attr))) ? [] : [problem("unknownFact", [...path, "attr"], { step, found: attr })];
}

/** The cells of a kind's table, as the condition of a review of each line reads them. */
function cellsOf(kind: Kind): string[] {
  return (kindDefinition(kind).lines?.cells ?? []).map((cell) => `${cellPrefix}${cell}`);
}

const cellPrefix = "line.";

/** Whether some answers make a condition true; null when there are too many ways to try. What is found or claimed counts as possible whatever else is answered. */
export function canHold(condition: Condition): boolean | null {
  const tries = { left: mostTries };
  const holds = solvable(residue(apart(condition), () => undefined), tries);
  return holds || tries.left > 0 ? holds : null;
}

/** Far more than any condition that people read takes; the ways through one can double with every fact. */
const mostTries = 2000;

/** Each finding and claim as a fact of its own, so that one can be there without the others. */
function apart(condition: Condition): Condition {
  if ("not" in condition) return { not: apart(condition.not) };
  if ("all" in condition) return { all: condition.all.map(apart) };
  if ("any" in condition) return { any: condition.any.map(apart) };
  const { attr, value } = condition;
  return attr === "findings" || attr === "claims" ? { attr: `${attr}:${String(value)}`, op: "eq", value: true } : condition;
}

function solvable(left: Residue, tries: { left: number }): boolean {
  if (typeof left === "boolean") return left;
  // By the first of what it still reads; whatever that is, the others follow.
  const first = leavesOf(left).slice(0, 1);
  return first.some((leaf) => valuesFor(leaf, left).some((value) => tries.left-- > 0 && solvable(residue(left, (name) => (name === leaf.attr ? value : undefined)), tries)));
}

function leavesOf(condition: Condition): Leaf[] {
  if ("not" in condition) return leavesOf(condition.not);
  if ("all" in condition) return condition.all.flatMap(leavesOf);
  return "any" in condition ? condition.any.flatMap(leavesOf) : [condition];
}

/** What a condition can meet there; an answer can be missing, what stands beside the answers never is. */
function valuesFor({ attr }: Leaf, condition: Condition): readonly (FactValue | null)[] {
  const leaves = leavesOf(condition).filter((leaf) => leaf.attr === attr);
  const field = fieldOf(attr);
  return beside[attr] ?? [...(field ? tellingValues(field, leaves) : attr.startsWith(cellPrefix) ? cellValues(attr.slice(cellPrefix.length), leaves) : leaves.map(({ value }) => value)), null];
}

/** What a cell can hold in some table, as far as these leaves tell it apart: what is offered, a number that its form takes, or a text. */
function cellValues(cell: string, leaves: readonly Leaf[]): readonly FactValue[] {
  const tables = kindDefinitions.flatMap(({ lines }) => (lines?.cells.includes(cell) ? [lines] : []));
  return tables.flatMap(({ options, numeric, ranges }): readonly FactValue[] => options[cell] ?? (numeric.includes(cell) ? numbersIn(ranges[cell], leaves) : valuesAround(leaves).filter((value) => typeof value !== "number")));
}

function numbersIn(range: NumberRange | undefined, leaves: readonly Leaf[]): number[] {
  const around = valuesAround(leaves).filter((value) => typeof value === "number");
  if (range === undefined) return around;
  const { min, max, whole } = range;
  const numbers = whole ? around.flatMap((value) => [Math.floor(value), Math.ceil(value), Math.floor(value) + 1, Math.ceil(value) - 1]) : around;
  return [...new Set([min, max, ...numbers])].filter((value) => value >= min && value <= max);
}
