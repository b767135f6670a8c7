import { Decimal } from "decimal.js";
import type { Language } from "../../language.ts";
import { amount, type CellProblem, cellsOf, filled, oneOf, textOf } from "../lines/read-cells.ts";
import type { LineProblemCode } from "../line-table.ts";
import { containerIds, containerNamed, containers, type ContainerId } from "./containers.ts";
import { laboratoryIds, laboratoryNamed } from "./laboratories.ts";
import type { SampleLine } from "./lines.ts";
import { type Measure, measures, millilitres } from "./units.ts";

export const lineCells = ["material", "container", "count", "each", "unit", "pathogen", "laboratory", "species"] as const;
export type Cell = (typeof lineCells)[number];
export type Cells = Record<Cell, string>;

type Read = { readonly line: SampleLine } | { readonly problems: readonly CellProblem[] } | "empty";

/** One row: texts as typed, or the values of a line that was read before. `empty` when nothing stands in it. */
export function readLine(row: unknown, language: Language = "en"): Read {
  const found = cellsOf(row, lineCells);
  if ("problems" in found) return found;

  const problems: CellProblem[] = [];
  const [material, container, count, each, unit, pathogen, laboratory, species] = lineCells.map((cell) => textOf(cell, found.cells[cell], problems));
  if (problems.length === 0 && !material && !count && !each && !pathogen && !species) return "empty";

  const line = {
    material: filled("material", material, problems),
    container: oneOf("container", container, containerNamed, containerIds, problems),
    count: amount("count", count, language, problems),
    each: amount("each", each, language, problems),
    unit: oneOf("unit", unit, measureNamed, measures, problems),
  };
  const more = {
    ...(pathogen && { pathogen }),
    ...(laboratory && { laboratory: oneOf("laboratory", laboratory, laboratoryNamed, laboratoryIds, problems) }),
    ...(species && { species }),
  };
  for (const cell of ["pathogen", "species"] as const) if ((more[cell]?.length ?? 0) > 120) problems.push(problem(cell, "tooLong", "120"));
  if (line.material && line.material.length > 120) problems.push(problem("material", "tooLong", "120"));
  checkCount(line.count, problems);
  checkEach(line, problems);
  if (problems.length > 0 || !line.material || !line.container || !line.count || !line.each || !line.unit) return { problems };
  return { line: { material: line.material, container: line.container, count: line.count.toNumber(), each: line.each.toFixed(), unit: line.unit, ...more } };
}

function checkCount(count: Decimal | undefined, problems: CellProblem[]): void {
  if (!count) return;
  if (!count.isInteger()) problems.push(problem("count", "notWhole", "whole number"));
  else if (count.lt(1) || count.gt(100_000)) problems.push(problem("count", "outOfRange", "1 – 100000"));
}

function checkEach({ each, unit, container }: { each: Decimal | undefined; unit: Measure | undefined; container: ContainerId | undefined }, problems: CellProblem[]): void {
  if (!each) return;
  if (each.lte(0) || each.gt(1_000_000) || each.decimalPlaces() > 6) problems.push(problem("each", "outOfRange", "0.000001 – 1000000"));
  const factor = unit && millilitres[unit];
  const capacity = container && containers[container].capacity;
  if (factor && capacity && each.times(factor).gt(capacity)) problems.push(problem("each", "doesNotFit", `${capacity} mL`));
}

/** Spellings that spreadsheets use; `μ` is the Greek letter, `µ` the sign. */
const spellings: Readonly<Record<string, Measure>> = {
  ml: "mL",
  毫升: "mL",
  µl: "µL",
  μl: "µL",
  ul: "µL",
  微升: "µL",
  l: "L",
  升: "L",
  g: "g",
  克: "g",
  mg: "mg",
  毫克: "mg",
  kg: "kg",
  千克: "kg",
  公斤: "kg",
  piece: "piece",
  件: "piece",
  peça: "piece",
};

function measureNamed(typed: string): Measure | undefined {
  const key = typed.toLowerCase();
  return Object.hasOwn(spellings, key) ? spellings[key] : undefined;
}

function problem(cell: string, code: LineProblemCode, expected: string): CellProblem {
  return { cell, code, expected };
}
