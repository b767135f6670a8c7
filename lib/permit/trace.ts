import { dayOrder, instantOf, timeParts } from "./trace-times.ts";

/** One reading of a temperature logger: milliseconds since 1970, and degrees Celsius. */
export type Reading = { readonly at: number; readonly celsius: number };

export const traceProblems = ["time", "value", "order"] as const;
export type TraceProblem =
  | { readonly code: "noReadings" }
  | { readonly code: "tooLong"; readonly most: number }
  /** Every day in it could be read as day and month in either order. */
  | { readonly code: "daysUnclear" }
  | { readonly code: "line"; readonly line: number; readonly problem: (typeof traceProblems)[number] };
export type TraceRead = { readonly readings: readonly Reading[] } | { readonly wrong: TraceProblem };

/** A logger that writes every minute for four months. */
export const mostReadings = 200_000;

/**
 * The readings in a logger's file: lines of cells between tabs, semicolons or commas, one of them a time (or a day, with the time in
 * the next) and one a temperature, after whatever the logger says of itself first and before what it says last. A line in between
 * that cannot be read is named: a trace with holes in it proves nothing.
 */
export function readTrace(text: string): TraceRead {
  const lines = text.replace(/^\ufeff/, "").split(/\r\n|\r|\n/);
  const layout = layoutOf(lines);
  if (layout === null) return { wrong: { code: "noReadings" } };
  const { begins, cells, when, value, isFahrenheit } = layout;
  const rows = lines.slice(begins).map((line, at) => ({ line: begins + at + 1, said: line.trim() === "" ? null : cells(line) }));
  const filled = rows.flatMap(({ line, said }) => (said === null ? [] : [{ line, parts: timeParts(when(said)), said: said[value] ?? "" }]));
  const last = filled.findLastIndex(({ parts }) => parts !== null);
  const told = filled.slice(0, last + 1);
  if (told.length > mostReadings) return { wrong: { code: "tooLong", most: mostReadings } };
  const order = dayOrder(told.flatMap(({ parts }) => parts ?? []));
  if (order === null) return { wrong: { code: "daysUnclear" } };
  const readings: Reading[] = [];
  for (const { line, parts, said } of told) {
    const at = parts && instantOf(parts, order);
    const number = degrees(said);
    if (at === null) return { wrong: { code: "line", line, problem: "time" } };
    if (number === null) return { wrong: { code: "line", line, problem: "value" } };
    if (at < (readings.at(-1)?.at ?? at)) return { wrong: { code: "line", line, problem: "order" } };
    readings.push({ at, celsius: isFahrenheit ? Math.round(((number - 32) * 500) / 9) / 100 : number });
  }
  return { readings };
}

type Layout = { /** The index of the first line with a reading. */ readonly begins: number; readonly cells: (line: string) => string[]; readonly when: (cells: readonly string[]) => string; /** The column of the temperature. */ readonly value: number; readonly isFahrenheit: boolean };

/** How a file is laid out, by its first line that holds a time and a number; what a logger says of itself first is not long. */
function layoutOf(lines: readonly string[]): Layout | null {
  for (const [begins, line] of lines.slice(0, 200).entries()) {
    for (const delimiter of ["\t", ";", ","]) {
      const cells = cellsBetween(delimiter);
      const said = cells(line);
      const column = said.findIndex((cell) => timeParts(cell) !== null);
      if (column < 0) continue;
      const isApart = /^\d{1,2}[:.]\d{2}/.test(said[column + 1] ?? "") && !/\d[:.]\d{2}/.test((said[column] ?? "").slice(8));
      const when = (of: readonly string[]) => (isApart ? `${of[column] ?? ""} ${of[column + 1] ?? ""}` : (of[column] ?? ""));
      const numbers = said.flatMap((cell, at) => (at > column + Number(isApart) && degrees(cell) !== null ? [at] : []));
      const heads = lines.slice(0, begins).map(cells).findLast((head) => head.length === said.length) ?? [];
      const value = numbers.find((at) => /temp|温度|溫度|°|℃|℉/i.test(heads[at] ?? "")) ?? numbers[0];
      if (value !== undefined) return { begins, cells, when, value, isFahrenheit: /°\s*F|℉|\(F\)|fahrenheit/i.test(`${heads[value] ?? ""} ${said[value] ?? ""}`) };
    }
  }
  return null;
}

function cellsBetween(delimiter: string): (line: string) => string[] {
  return (line) => line.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1").trim());
}

/** A temperature as loggers write it, with a point or a comma; null for what is none, as below absolute zero. */
function degrees(cell: string): number | null {
  const [, number] = /^([+-−]?\d{1,4}(?:[.,]\d{1,6})?)\s*(?:°?\s*[CF]|℃|℉)?$/i.exec(cell) ?? [];
  if (number === undefined) return null;
  const value = Number(number.replace(",", ".").replace("−", "-"));
  return value >= -273.15 && value <= 2000 ? value : null;
}
