import type { Language, Text } from "../../language.ts";
import type { FactValue } from "../../policy/condition.ts";
import { readDay } from "../day-text.ts";
import type { Quantity } from "../field.ts";
import type { CellCatalogue, Line, LineProblem, LineProblemCode, LineTable } from "../line-table.ts";
import { isHeading, pastedRows } from "../pasted-rows.ts";
import { amount, type CellProblem, cellsOf, filled, oneOf, refuse, textOf } from "./read-cells.ts";

/** What a cell takes. A cell that is not `needed` may stay empty and is then left out of its line. */
export type CellDefinition = { readonly needed: boolean; readonly notForAdvisers?: true } & (
  | { readonly is: "text"; readonly most: number }
  /** One of a list; `names` are what people type or paste in any language. */
  | { readonly is: "choice"; readonly names: Readonly<Record<string, Text>> }
  | { readonly is: "whole"; readonly min: number; readonly max: number }
  /** Kept as decimal text. */
  | { readonly is: "decimal"; readonly min: string; readonly max: string; readonly places: number }
  | { readonly is: "day" }
  /** A number with check digits, kept as its owner writes it. */
  | { readonly is: "code"; readonly read: (typed: string) => ReadCode }
);
export type ReadCode = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly code: LineProblemCode; readonly expected: string };

export type LinesDefinition = {
  /** In the order of the columns. */
  readonly cells: Readonly<Record<string, CellDefinition>>;
  readonly catalogues?: Readonly<Record<string, CellCatalogue>>;
  readonly most: number;
  readonly totalsAreLeast?: true;
  readonly facts: (lines: readonly Line[]) => Readonly<Record<string, FactValue>>;
  readonly limitFrom: (lines: readonly Line[]) => Quantity | undefined;
};

/** A table of lines from what its cells take. */
export function defineLines({ cells, catalogues, most, totalsAreLeast, facts, limitFrom }: LinesDefinition): LineTable {
  const names = Object.keys(cells);
  const choices = Object.entries(cells).flatMap(([cell, definition]) => (definition.is === "choice" ? [[cell, definition.names] as const] : []));
  return {
    cells: names,
    numeric: names.filter((cell) => cells[cell]?.is === "whole" || cells[cell]?.is === "decimal"),
    ranges: Object.fromEntries(Object.entries(cells).flatMap(([cell, one]) => (one.is === "whole" || one.is === "decimal" ? [[cell, { min: Number(one.min), max: Number(one.max), whole: one.is === "whole" }]] : []))),
    options: Object.fromEntries(choices.map(([cell, named]) => [cell, Object.keys(named)])),
    ...(catalogues && { catalogues }),
    notForAdvisers: names.filter((cell) => cells[cell]?.notForAdvisers),
    most,
    ...(totalsAreLeast && { totalsAreLeast }),
    nameOf(value, language) {
      return choices.find(([, named]) => Object.hasOwn(named, value))?.[1][value]?.[language] ?? value;
    },
    read(rows, language = "en") {
      const lines: Line[] = [];
      const problems: LineProblem[] = [];
      for (const [at, row] of rows.slice(0, most).entries()) {
        const read = readLine(cells, row, language);
        if (read === "empty") continue;
        if ("line" in read) lines.push(read.line);
        else problems.push(...read.problems.map((problem) => ({ ...problem, line: at })));
      }
      if (rows.length > most) problems.push({ line: most, cell: names[0] ?? "", code: "tooManyLines", expected: String(most) });
      return { lines, facts: facts(lines), problems };
    },
    split(pasted) {
      const rows = pastedRows(pasted);
      const numbers = names.flatMap((cell, at) => (cells[cell]?.is === "whole" || cells[cell]?.is === "decimal" ? [at] : []));
      return rows.slice(isHeading(rows[0], numbers) ? 1 : 0).map((row) => Object.fromEntries(names.map((cell, at) => [cell, row[at] ?? ""])));
    },
    limitFrom,
  };
}

type Read = { readonly line: Line } | { readonly problems: readonly CellProblem[] } | "empty";

function readLine(cells: LinesDefinition["cells"], row: unknown, language: Language): Read {
  const found = cellsOf(row, Object.keys(cells));
  if ("problems" in found) return found;
  const problems: CellProblem[] = [];
  const texts = Object.keys(cells).map((cell) => [cell, textOf(cell, found.cells[cell], problems)] as const);
  if (problems.length === 0 && texts.every(([, text]) => text === "")) return "empty";
  const line: Record<string, string | number> = {};
  for (const [cell, text] of texts) {
    const definition = cells[cell];
    if (definition === undefined || (text === "" && !definition.needed)) continue;
    const value = readCell(cell, definition, text, language, problems);
    if (value !== undefined) line[cell] = value;
  }
  return problems.length > 0 ? { problems } : { line };
}

function readCell(cell: string, definition: CellDefinition, text: string | undefined, language: Language, problems: CellProblem[]): string | number | undefined {
  switch (definition.is) {
    case "text": {
      const typed = filled(cell, text, problems);
      return typed !== undefined && typed.length > definition.most ? refuse(cell, "tooLong", String(definition.most), problems) : typed;
    }
    case "choice":
      return oneOf(cell, text, (typed) => chosen(definition.names, typed), Object.keys(definition.names), problems);
    case "whole": {
      const number = amount(cell, text, language, problems);
      if (number === undefined) return undefined;
      if (!number.isInteger()) return refuse(cell, "notWhole", "whole number", problems);
      return number.lt(definition.min) || number.gt(definition.max) ? refuse(cell, "outOfRange", `${definition.min} – ${definition.max}`, problems) : number.toNumber();
    }
    case "decimal": {
      const number = amount(cell, text, language, problems);
      if (number === undefined) return undefined;
      const fits = number.gte(definition.min) && number.lte(definition.max) && number.decimalPlaces() <= definition.places;
      return fits ? number.toFixed() : refuse(cell, "outOfRange", `${definition.min} – ${definition.max}`, problems);
    }
    case "day": {
      const typed = filled(cell, text, problems);
      return typed === undefined ? undefined : (readDay(typed) ?? refuse(cell, "notThisNumber", "2027-01-04", problems));
    }
    case "code": {
      const typed = filled(cell, text, problems);
      if (typed === undefined) return undefined;
      const read = definition.read(typed);
      return read.ok ? read.id : refuse(cell, read.code, read.expected, problems);
    }
    default:
      return definition satisfies never;
  }
}

/** The id that was typed, or whose name was typed in any language, capitals and blanks aside. */
function chosen(names: Readonly<Record<string, Text>>, typed: string): string | undefined {
  const wanted = plain(typed);
  return Object.keys(names).find((id) => plain(id) === wanted || Object.values(names[id] ?? {}).some((name) => plain(name) === wanted));
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[\s\u00a0]+/g, "");
}
