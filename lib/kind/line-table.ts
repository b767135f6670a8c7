import type { CatalogueKind } from "../catalogue/entry.ts";
import type { Language } from "../language.ts";
import type { FactValue } from "../policy/condition.ts";
import type { Quantity } from "./field.ts";

/** One line as it is kept: amounts that can have decimals are decimal text. */
export type Line = Readonly<Record<string, string | number>>;

export const lineProblemCodes = [
  "wrongType",
  "empty",
  "tooLong",
  "hiddenCharacters",
  "unknownValue",
  "notANumber",
  "ambiguousNumber",
  "notWhole",
  "outOfRange",
  "doesNotFit",
  "unknownCell",
  "tooManyLines",
  "wrongCheckDigits",
  "notThisNumber",
] as const;
export type LineProblemCode = (typeof lineProblemCodes)[number];

/** `line` counts from 0; `expected` is for machines, the sentence stands in the messages. */
export type LineProblem = { readonly line: number; readonly cell: string; readonly code: LineProblemCode; readonly expected: string };

export type ReadLines = {
  readonly lines: readonly Line[];
  /** What the lines add up to, as facts of the request. */
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly problems: readonly LineProblem[];
};

/**
 * The catalogue that a cell is looked up in, what choosing an entry writes into it, and what the entry tells of other cells
 * of the line or of the request's facts: by its name or by an attribute.
 */
export type CellCatalogue = { readonly of: CatalogueKind; readonly writes: "code" | "name"; readonly tells: readonly Telling[] };
export type Telling = { readonly by: string } & ({ readonly cell: string; readonly fact?: string } | { readonly cell?: undefined; readonly fact: string });

export type NumberRange = { readonly min: number; readonly max: number; readonly whole: boolean };

/** Several items in one request: how lines are read from a form, from JSON or from pasted rows, and what they add up to. */
export type LineTable = {
  /** The cells of a line, in the order of the columns. */
  readonly cells: readonly string[];
  /** The cells that hold numbers. */
  readonly numeric: readonly string[];
  /** Between what the numbers of a cell lie; those of a whole cell have no parts. */
  readonly ranges: Readonly<Record<string, NumberRange>>;
  /** The values a cell offers; a cell without an entry is typed. */
  readonly options: Readonly<Record<string, readonly string[]>>;
  /** The cells that are looked up while one types. */
  readonly catalogues?: Readonly<Record<string, CellCatalogue>>;
  /** The cells that nobody who is only asked for advice gets. */
  readonly notForAdvisers?: readonly string[];
  readonly most: number;
  /** The totals are the least that the answers can be: a larger answer stands. Otherwise they are the answers. */
  readonly totalsAreLeast?: true;
  /** What the reader calls an offered value; a unit that needs no words is its own name. */
  nameOf(value: string, language: Language): string;
  /** Rows of a form or of JSON; entirely empty rows are left out. Every wrong cell is named. */
  read(rows: readonly unknown[], language?: Language): ReadLines;
  /** Rows copied from a spreadsheet, one cell between tabs, to what `read` takes. A row of headings is left out. */
  split(pasted: string): Record<string, string>[];
  /** The limit to propose for these lines. */
  limitFrom(lines: readonly Line[]): Quantity | undefined;
};
