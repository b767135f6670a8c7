import { Decimal } from "decimal.js";
import { z } from "zod";
import type { LineProblem, LineTable, ReadLines } from "../line-table.ts";
import { pastedRows } from "../pasted-rows.ts";
import { containerIds, containers, type ContainerId } from "./containers.ts";
import { laboratoryIds, type LaboratoryId, laboratories } from "./laboratories.ts";
import { type Cells, lineCells, readLine } from "./read-line.ts";
import { measures, millilitres } from "./units.ts";

const mostContainers = 100_000;

/** One material in one sort of container: `count` containers that hold `each` of `unit`. `each` is decimal text. */
export const SampleLine = z.strictObject({
  material: z.string().min(1).max(120),
  container: z.enum(containerIds as readonly [ContainerId, ...ContainerId[]]),
  count: z.number().int().min(1).max(mostContainers),
  each: z.string().regex(/^\d+(\.\d+)?$/),
  unit: z.enum(measures),
  /** As it was typed or chosen: a list of names is never complete. */
  pathogen: z.string().min(1).max(120).optional(),
  laboratory: z.enum(laboratoryIds as readonly [LaboratoryId, ...LaboratoryId[]]).optional(),
  species: z.string().min(1).max(120).optional(),
});
export type SampleLine = z.infer<typeof SampleLine>;

const mostLines = 500;

/** The table of samples in one request. */
export const sampleLines: LineTable = {
  cells: lineCells,
  numeric: ["count", "each"],
  ranges: { count: { min: 1, max: mostContainers, whole: true } },
  options: { container: containerIds, unit: measures, laboratory: laboratoryIds },
  catalogues: {
    pathogen: { of: "pathogens", writes: "name", tells: [{ by: "laboratory", cell: "laboratory" }, { by: "category", fact: "sample.pathogen_cat_cn" }] },
    species: { of: "cites-species", writes: "code", tells: [{ by: "appendix", fact: "sample.cites" }] },
  },
  most: mostLines,
  nameOf(value, language) {
    if (value in containers) return containers[value as ContainerId].name[language];
    return value in laboratories ? laboratories[value as LaboratoryId][language] : value;
  },
  read(rows, language) {
    const lines: SampleLine[] = [];
    const problems: LineProblem[] = [];
    for (const [at, row] of rows.slice(0, mostLines).entries()) {
      const read = readLine(row, language);
      if (read === "empty") continue;
      if ("line" in read) lines.push(read.line);
      else problems.push(...read.problems.map((problem) => ({ ...problem, line: at })));
    }
    if (rows.length > mostLines) problems.push({ line: mostLines, cell: "material", code: "tooManyLines", expected: String(mostLines) });
    return { lines, facts: totalsAsFacts(lines), problems };
  },
  split(pasted) {
    const rows = pastedRows(pasted);
    return rows.slice(isHeading(rows[0]) ? 1 : 0).map((cells) => Object.fromEntries(lineCells.map((cell, at) => [cell, cells[at] ?? ""])) as Cells);
  },
  limitFrom(lines) {
    const known = lines.map((line) => SampleLine.parse(line));
    const count = totals(known).containers;
    const units = new Set(known.map((line) => containers[line.container].unit));
    const [unit] = units;
    return unit === undefined ? undefined : { value: String(count), unit: units.size === 1 ? unit : "container" };
  },
};

/** Rows pasted from a spreadsheet, read: the columns are material, container, count, each, unit. */
export function parseLines(pasted: string, language?: Parameters<LineTable["read"]>[1]): ReadLines {
  return sampleLines.read(sampleLines.split(pasted), language);
}

/** How many containers, and how many millilitres in those measured by volume, as decimal text. */
export function totals(lines: readonly SampleLine[]): { readonly containers: number; readonly millilitres: string } {
  let volume = new Decimal(0);
  for (const { count, each, unit } of lines) volume = volume.plus(new Decimal(each).times(count).times(millilitres[unit] ?? 0));
  return { containers: lines.reduce((sum, line) => sum + line.count, 0), millilitres: volume.toFixed() };
}

/** Nothing is stated for what the lines do not say: tissue by weight has no volume. */
function totalsAsFacts(lines: readonly SampleLine[]): ReadLines["facts"] {
  const sum = totals(lines);
  return {
    ...(sum.containers > 0 && { "sample.quantity": sum.containers }),
    ...(sum.millilitres !== "0" && { "sample.volume_ml": Number(sum.millilitres) }),
  };
}

/** A first row whose number columns hold words. */
function isHeading(row: readonly string[] | undefined): boolean {
  if (!row) return false;
  const [, , count = "", each = ""] = row;
  return count !== "" && !/\d/.test(count) && !/\d/.test(each);
}

