import { readDay } from "../kind/day-text.ts";
import { movementFieldsOf } from "../kind/movement-fields.ts";
import { readNumber } from "../kind/number-text.ts";
import { pastedRows } from "../kind/pasted-rows.ts";
import type { Language } from "../language.ts";
import type { Kind } from "../policy/pack.ts";
import { mostMovements, type RecordMovements } from "../request/commands/record-movements.ts";
import { Line, Words } from "../request/commands/shared.ts";
import { refusal, type Refusal } from "../request/refusal.ts";
import type { z } from "zod";
import type { Direction } from "./entry.ts";
import { type DayOrder, dayOrder, instantOf, timeParts } from "./trace-times.ts";
import { isMoney } from "./units.ts";

/* A spreadsheet of movements under one permit: a row a crossing, its columns as the template names them. */

/** What a column holds, by the path of the field that it becomes. */
export type MovementColumn = "at" | "direction" | "quantity.value" | "quantity.unit" | "rate.value" | "rate.on" | "controlPoint" | "carrier" | "condition" | "movement" | `details.${string}`;

/** The columns for a kind and the permit's unit, in the order of the template. */
export function movementColumns(kind: Kind, unit: string): MovementColumn[] {
  return ["at", "direction", "quantity.value", "quantity.unit", ...(isMoney(unit) ? (["rate.value", "rate.on"] as const) : []), "controlPoint", ...movementFieldsOf(kind).map(({ name }) => `details.${name}` as const), "carrier", "condition", "movement"];
}

/** What columns and values are called: in every language, so that a table filled in by a colleague is read as well. */
export type MovementNames = { readonly headings: Readonly<Partial<Record<string, readonly string[]>>>; readonly values: Readonly<Partial<Record<string, Readonly<Record<string, readonly string[]>>>>> };

/** A movement of the ledger by all that it has been called, once it is across as well, so that a table that names it is told so. */
export type NamedMovement = { readonly id: string; readonly direction: Direction; readonly called: readonly string[] };

type Row = z.infer<typeof RecordMovements>["movements"][number];
export type MovementTable = {
  readonly columns: readonly MovementColumn[];
  /** As they were written, with the line of the table on which each stands, counted from 1. */
  readonly rows: readonly { readonly line: number; readonly cells: Readonly<Record<string, string>> }[];
  /** What they say; complete only where there are no problems. */
  readonly movements: readonly Row[];
  /** Each at its path, as `movements.3.quantity.value`; `movements` alone is the table as a whole. */
  readonly problems: readonly Refusal[];
};
type Asked = { readonly kind: Kind; readonly unit: string; readonly language: Language; readonly names: MovementNames; readonly movements?: readonly NamedMovement[] };

/** Reads rows as a spreadsheet copies them. A first row of headings says which column is which; without one they stand as in the template. */
export function readMovementTable(text: string, { kind, unit, language, names, movements = [] }: Asked): MovementTable {
  const expected = movementColumns(kind, unit);
  const [first = [], ...others] = pastedRows(text);
  const found = first.map((cell) => expected.find((column) => names.headings[column]?.some((name) => same(name, cell))));
  const isHeaded = found.some((column) => column !== undefined);
  const columns = isHeaded ? found : expected;
  const unknown = isHeaded ? first.flatMap((cell, at) => (found[at] === undefined && cell !== "" ? [refusal("unknownColumn", { column: cell.slice(0, 60) }, "movements")] : [])) : [];
  const twice = columns.flatMap((column, at) => (column !== undefined && columns.indexOf(column) !== at ? [refusal("columnTwice", { column: first[at] ?? "" }, "movements")] : []));
  const missing = isHeaded ? (["at", "quantity.value"] as const).flatMap((column) => (columns.includes(column) ? [] : [refusal("columnMissing", { column: names.headings[column]?.[0] ?? column }, "movements")])) : [];
  const body = isHeaded ? others : first.length === 0 ? [] : [first, ...others];
  const rows = body.slice(0, mostMovements).map((cells, at) => ({ line: at + (isHeaded ? 2 : 1), cells: Object.fromEntries(columns.flatMap((column, place) => (column ? [[column, cells[place] ?? ""]] : []))) }));
  const wide = body.slice(0, mostMovements).flatMap((cells, at) => (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell !== "") ? [refusal("wrongValue", { problem: "unknownCell", expected: "" }, `movements.${at}`)] : []));
  const many = body.length > mostMovements ? [refusal("wrongValue", { problem: "tooManyLines", expected: mostMovements }, "movements")] : [];
  const none = rows.length === 0 ? [refusal("noRows", {}, "movements")] : [];
  // A year in front says its order by itself; the others of the column prove theirs to each other.
  const order = dayOrder(rows.flatMap(({ cells }) => timeParts(cells.at ?? "") ?? []).filter(({ first }) => first <= 31));
  const read = rows.map(({ cells }, at) => readRow(cells, { unit, language, names, movements, order, path: `movements.${at}` }));
  return { columns: columns.filter((column) => column !== undefined), rows, movements: read.flatMap(({ row }) => (row ? [row] : [])), problems: [...none, ...many, ...unknown, ...twice, ...missing, ...wide, ...read.flatMap(({ problems }) => problems)] };
}

type Reading = { readonly unit: string; readonly language: Language; readonly names: MovementNames; readonly movements: readonly NamedMovement[]; readonly order: DayOrder | null; readonly path: string };

function readRow(cells: Readonly<Record<string, string>>, { unit, language, names, movements, order, path }: Reading): { readonly row: Row | null; readonly problems: readonly Refusal[] } {
  const problems: Refusal[] = [];
  const wrong = (column: string, problem: string, expected: string | number = "") => void problems.push(refusal("wrongValue", { problem, expected }, `${path}.${column}`));
  const text = (column: string) => cells[column] ?? "";
  const named = (column: string, otherwise: () => void): string | undefined => {
    const given = text(column);
    if (given === "") return undefined;
    const value = Object.entries(names.values[column] ?? {}).find(([id, called]) => same(id, given) || called.some((name) => same(name, given)))?.[0];
    if (value === undefined) otherwise();
    return value;
  };
  const number = (column: string): string | undefined => {
    const read = readNumber(text(column), language);
    if (text(column) === "") wrong(column, "empty");
    else if (!read.ok) wrong(column, read.code);
    else if (read.text.startsWith("-")) problems.push(refusal("notPositive", {}, `${path}.${column}`));
    else if (!/^\d{1,12}(\.\d{1,6})?$/.test(read.text)) problems.push(refusal("tooManyDigits", {}, `${path}.${column}`));
    else return read.text;
    return undefined;
  };
  const words = (column: string, schema: typeof Line | typeof Words) => {
    if (text(column) === "") return undefined;
    const read = schema.safeParse(text(column));
    if (read.success) return read.data;
    wrong(column, text(column).length > 300 ? "tooLong" : "hiddenCharacters", 300);
    return undefined;
  };

  const at = instant(text("at"), order);
  if (at === null) wrong("at", text("at") === "" ? "empty" : isAmbiguous(text("at"), order) ? "ambiguousDay" : "impossibleTime");
  const movement = movements.find(({ called }) => called.some((name) => same(name, text("movement"))));
  if (text("movement") !== "" && !movement) problems.push(refusal("unknownMovement", {}, `${path}.movement`));
  const direction = named("direction", () => wrong("direction", "unknownValue")) ?? movement?.direction ?? "out";
  const value = number("quantity.value");
  const stated = named("quantity.unit", () => problems.push(refusal("wrongUnit", { unit }, `${path}.quantity.unit`))) ?? unit;
  const controlPoint = named("controlPoint", () => problems.push(refusal("unknownControlPoint", { controlPoint: text("controlPoint").slice(0, 60) }, `${path}.controlPoint`)));
  const rateOn = text("rate.on") === "" ? undefined : readDay(text("rate.on"));
  if (text("rate.on") !== "" && rateOn === undefined) wrong("rate.on", "impossibleDate");
  const rate = text("rate.value") === "" ? undefined : number("rate.value");
  const details = Object.fromEntries(Object.keys(cells).filter((column) => column.startsWith("details.") && text(column) !== "").map((column) => [column.slice("details.".length), (names.values[column] ? named(column, () => wrong(column, "unknownValue")) : words(column, Line)) ?? ""]));
  const [carrier, condition] = [words("carrier", Line), words("condition", Words)];
  if (at === null || value === undefined || problems.length > 0) return { row: null, problems };
  return {
    row: { direction: direction === "return" ? "return" : "out", ...(movement && { movement: movement.id }), quantity: { value, unit: stated }, at, ...(rate !== undefined && rateOn !== undefined && { rate: { value: rate, on: rateOn } }), ...(controlPoint !== undefined && { controlPoint }), ...(carrier !== undefined && { carrier }), ...(condition !== undefined && { condition }), ...(Object.keys(details).length > 0 && { details }) },
    problems,
  };
}

/** A day with its time of day, as spreadsheets write them; which is the day and which the month the whole column has to prove. */
function instant(text: string, order: DayOrder | null): string | null {
  const parts = timeParts(text);
  const own = parts && parts.first > 31 ? "year-first" : order;
  const read = parts && own && instantOf(parts, own);
  return typeof read === "number" ? new Date(read).toISOString() : null;
}

function isAmbiguous(text: string, order: DayOrder | null): boolean {
  const parts = timeParts(text);
  return parts !== null && parts.first <= 31 && order === null;
}

function same(a: string, b: string): boolean {
  return folded(a) === folded(b);
}

function folded(text: string): string {
  return text.normalize("NFKC").trim().toLowerCase();
}
