import { controlPoints } from "../place/control-points.ts";
import type { FactValue, Leaf } from "../policy/condition.ts";
import type { Field } from "./field.ts";
import { optionsOf } from "./parse-fact.ts";

/**
 * Answers to a question that tell these leaves apart: every option of a choice, the numbers and days at, just below and
 * just above each threshold, every set of the list entries that a leaf looks for.
 */
export function tellingValues(field: Field, leaves: readonly Leaf[]): readonly FactValue[] {
  const { type } = field;
  const read = leaves.flatMap(({ value }) => value);
  switch (type.is) {
    case "yesno":
      return [true, false];
    case "whole":
      return inRange(type, read.flatMap((value) => (typeof value === "number" ? [Math.floor(value), Math.floor(value) - 1, Math.floor(value) + 1] : [])));
    case "number":
      return inRange(type, read.flatMap((value) => (typeof value === "number" ? numbersAround(value) : [])));
    case "date":
      return read.flatMap((value) => (typeof value === "string" ? textsAround(value) : []));
    case "controlPoint":
      return controlPoints.map(({ id }) => id);
    case "choice":
    case "place":
      return optionsOf(field);
    case "choices":
    case "places":
      return subsets(optionsOf(field).filter((option) => read.includes(option)));
    default:
      return type satisfies never;
  }
}

/** The same of what is no question, such as the cells of a line: by what the leaves compare it with alone. */
export function valuesAround(leaves: readonly Leaf[]): readonly FactValue[] {
  return leaves.flatMap(({ value }) => value).flatMap((value): FactValue[] => (typeof value === "number" ? numbersAround(value) : typeof value === "string" ? textsAround(value) : [value]));
}

function numbersAround(value: number): number[] {
  return [value, value - step(value), value + step(value)];
}

/** Texts are compared as ISO days are: what stands after one, and what stands before all. */
function textsAround(value: string): string[] {
  return [value, `${value}~`, ""];
}

function inRange({ min, max }: { min: number; max: number }, numbers: readonly number[]): number[] {
  return [...new Set([min, max, ...numbers])].filter((value) => value >= min && value <= max);
}

/** Small enough to stay on its side of the next threshold, large enough not to vanish in the number. */
function step(value: number): number {
  return Math.max(Math.abs(value) * 1e-9, 1e-6);
}

function subsets(options: readonly string[]): string[][] {
  const [first, ...others] = options;
  if (first === undefined) return [[]];
  const without = subsets(others);
  return without.concat(without.map((one) => [first, ...one]));
}
