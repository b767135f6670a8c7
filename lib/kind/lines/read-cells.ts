import { Decimal } from "decimal.js";
import type { Language } from "../../language.ts";
import type { LineProblem, LineProblemCode } from "../line-table.ts";
import { readNumber } from "../number-text.ts";
import { hasHiddenCharacters } from "../text-check.ts";

export type CellProblem = Omit<LineProblem, "line">;

/*
 * How single cells of a line are read, whatever the kind. Each reader adds what is wrong to `problems` and returns undefined;
 * undefined goes in where an earlier reader has already complained.
 */

/** The cells of a row by name, or the problem that it is no row or holds others. */
export function cellsOf(row: unknown, names: readonly string[]): { readonly cells: Readonly<Record<string, unknown>> } | { readonly problems: readonly CellProblem[] } {
  if (typeof row !== "object" || row === null || Array.isArray(row)) return { problems: [{ cell: names[0] ?? "", code: "wrongType", expected: "a row of cells" }] };
  const extra = Object.keys(row).filter((key) => !names.includes(key));
  if (extra.length > 0) return { problems: extra.map((key) => ({ cell: key.slice(0, 40), code: "unknownCell" as const, expected: names.join(" | ") })) };
  return { cells: row as Record<string, unknown> };
}

/** Text of at most 200 characters that can all be seen; numbers of JSON as text. A cell that is not there is empty. */
export function textOf(cell: string, value: unknown, problems: CellProblem[]): string | undefined {
  if (value === undefined || value === null) return "";
  if (typeof value === "number" && Number.isFinite(value)) return new Decimal(value).toFixed();
  if (typeof value !== "string") return refuse(cell, "wrongType", "text", problems);
  const text = value.trim();
  if (text.length > 200) return refuse(cell, "tooLong", "200", problems);
  return hasHiddenCharacters(text) ? refuse(cell, "hiddenCharacters", "visible characters", problems) : text;
}

export function filled(cell: string, text: string | undefined, problems: CellProblem[]): string | undefined {
  return text === "" ? refuse(cell, "empty", "text", problems) : text;
}

export function oneOf<Value>(cell: string, text: string | undefined, find: (text: string) => Value | undefined, options: readonly string[], problems: CellProblem[]): Value | undefined {
  const typed = filled(cell, text, problems);
  if (typed === undefined) return undefined;
  return find(typed) ?? refuse(cell, "unknownValue", options.join(" | "), problems);
}

/** A number as the reader's language writes it. */
export function amount(cell: string, text: string | undefined, language: Language, problems: CellProblem[]): Decimal | undefined {
  const typed = filled(cell, text, problems);
  if (typed === undefined) return undefined;
  const read = readNumber(typed, language);
  return read.ok ? new Decimal(read.text) : refuse(cell, read.code, "a number", problems);
}

export function refuse(cell: string, code: LineProblemCode, expected: string, problems: CellProblem[]): undefined {
  problems.push({ cell, code, expected });
  return undefined;
}
