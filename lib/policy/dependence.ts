import type { Condition, FactValue, Leaf } from "./condition.ts";
import { holds } from "./holds.ts";

/** What is known of a fact: a value, `null` for "stays without an answer", undefined for not yet known. */
export type Known = (fact: string) => FactValue | null | undefined;

/** Values of a fact that tell its leaves apart: at least one for every way in which they can come out together. */
export type ValuesOf = (fact: string, leaves: readonly Leaf[]) => readonly FactValue[];

/** What is left of a condition when some facts are known: decided, or a condition over the facts that are not. */
export type Residue = boolean | Condition;

/** The condition with what is known put in. */
export function residue(condition: Condition, known: Known): Residue {
  if ("attr" in condition) {
    const value = known(condition.attr);
    return value === undefined ? condition : value !== null && holds(condition, { [condition.attr]: value });
  }
  if ("not" in condition) {
    const part = residue(condition.not, known);
    return typeof part === "boolean" ? !part : { not: part };
  }
  const conjunction = "all" in condition;
  const open: Condition[] = [];
  for (const part of conjunction ? condition.all : condition.any) {
    const left = residue(part, known);
    if (left === !conjunction) return left;
    if (typeof left !== "boolean") open.push(left);
  }
  const [only] = open;
  if (!only) return conjunction;
  return open.length === 1 ? only : conjunction ? { all: open } : { any: open };
}

/**
 * The facts on which a condition still hangs: some two answers (or an answer and none) can make it come out differently.
 * Exact, not an estimate: a fact that only seems to matter (`x or not x`) is not among them.
 */
export function hangsOn(condition: Condition, valuesOf: ValuesOf): string[] {
  const leaves = leavesByFact(condition);
  const possible = simplest(condition, leaves, valuesOf);
  if (typeof possible === "boolean") return [];
  const left = leavesByFact(possible);
  // Where every fact is read once none can be made up for by another, so each counts.
  if ([...left.values()].every((reads) => reads.length === 1)) return [...left.keys()];
  return [...left.keys()].filter((fact) => matters(fact, possible, left, valuesOf));
}

function matters(fact: string, condition: Condition, leaves: Leaves, valuesOf: ValuesOf): boolean {
  const [first, ...others] = outcomes(fact, leaves.get(fact) ?? [], valuesOf).map((value) => residue(condition, only(fact, value)));
  return first !== undefined && others.some((other) => canDiffer(first, other, valuesOf));
}

function canDiffer(a: Residue, b: Residue, valuesOf: ValuesOf): boolean {
  if (typeof a === "boolean" && typeof b === "boolean") return a !== b;
  if (JSON.stringify(a) === JSON.stringify(b)) return false;
  const leaves = leavesByFact({ all: [a, b].filter((part) => typeof part !== "boolean") });
  const [next] = leaves;
  if (!next) return false;
  const [fact, reads] = next;
  return outcomes(fact, reads, valuesOf).some((value) => canDiffer(within(a, fact, value), within(b, fact, value), valuesOf));
}

function within(left: Residue, fact: string, value: FactValue | null): Residue {
  return typeof left === "boolean" ? left : residue(left, only(fact, value));
}

function only(fact: string, value: FactValue | null): Known {
  return (name) => (name === fact ? value : undefined);
}

/** One value, or none, for every way in which a fact's leaves can come out. Without an answer every leaf is false. */
function outcomes(fact: string, leaves: readonly Leaf[], valuesOf: ValuesOf): (FactValue | null)[] {
  const found = new Map<string, FactValue | null>([[leaves.map(() => "0").join(""), null]]);
  for (const value of valuesOf(fact, leaves)) {
    const outcome = leaves.map((leaf) => (holds(leaf, { [fact]: value }) ? "1" : "0")).join("");
    if (!found.has(outcome)) found.set(outcome, value);
  }
  return [...found.values()];
}

/** Without parts that are decided anyway: leaves that no answer can make true are false, empty lists are what they say. */
function simplest(condition: Condition, leaves: Leaves, valuesOf: ValuesOf): Residue {
  const dead = new Set([...leaves].flatMap(([fact, reads]) => reads.filter((leaf) => outcomes(fact, [leaf], valuesOf).length === 1)));
  const strip = (part: Condition): Condition => {
    if ("attr" in part) return dead.has(part) ? { any: [] } : part;
    if ("not" in part) return { not: strip(part.not) };
    return "all" in part ? { all: part.all.map(strip) } : { any: part.any.map(strip) };
  };
  return residue(strip(condition), () => undefined);
}

type Leaves = Map<string, Leaf[]>;

function leavesByFact(condition: Condition, found: Leaves = new Map()): Leaves {
  if ("attr" in condition) {
    const reads = found.get(condition.attr) ?? [];
    found.set(condition.attr, [...reads, condition]);
    return found;
  }
  if ("not" in condition) return leavesByFact(condition.not, found);
  for (const part of "all" in condition ? condition.all : condition.any) leavesByFact(part, found);
  return found;
}

