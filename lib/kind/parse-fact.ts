import { controlPoint } from "../place/control-points.ts";
import { cityIds } from "../place/cities.ts";
import { jurisdictions } from "../place/jurisdictions.ts";
import { zoneIds } from "../place/zones.ts";
import type { FactValue } from "../policy/condition.ts";
import { fieldOf } from "./catalogue.ts";
import { isDay } from "./day-text.ts";
import type { Field } from "./field.ts";
import { hasHiddenCharacters } from "./text-check.ts";

/** Why an answer cannot be taken. `unknownFact` to `transitIsEnd` come from any source, the last four only from typed text. */
export const factProblemCodes = [
  "unknownFact",
  "wrongType",
  "unknownValue",
  "unknownPlace",
  "unknownControlPoint",
  "outOfRange",
  "notWhole",
  "impossibleDate",
  "hiddenCharacters",
  "tooLong",
  "placesDisagree",
  "zoneElsewhere",
  "transitIsEnd",
  "notANumber",
  "ambiguousNumber",
  "oneAnswerOnly",
  "unknownNumber",
] as const;
export type FactProblemCode = (typeof factProblemCodes)[number];

/** `expected` is for machines and for the sentence in the messages (`problems.<code>`): `1 – 1000000`, `200`, `none | UN3373 | …`. */
export type FactProblem = { readonly ok: false; readonly code: FactProblemCode; readonly expected: string };
export type ParsedFact = { readonly ok: true; readonly value: FactValue } | FactProblem;

/** No answer of the catalogue is longer than this. */
export const longest = 200;
export const earliestDay = "1990-01-01";
export const latestDay = "2199-12-31";

/** One fact as JSON gives it. Strict: numbers are numbers, texts are exact, nothing is trimmed or converted. */
export function parseFact(name: string, value: unknown): ParsedFact {
  const field = fieldOf(name);
  return field ? parseValue(field, value) : refuse("unknownFact", "a fact of the catalogue");
}

/** As `parseFact`, for a field at hand; a kind may narrow its options. */
export function parseValue(field: Field, value: unknown): ParsedFact {
  const { type } = field;
  switch (type.is) {
    case "yesno":
      return typeof value === "boolean" ? take(value) : refuse("wrongType", "boolean");
    case "whole":
    case "number":
      return parseNumber(value, type);
    case "date":
      return parseText(value, (text) => {
        if (!isDay(text)) return refuse("impossibleDate", "yyyy-mm-dd");
        return text >= earliestDay && text <= latestDay ? take(text) : refuse("outOfRange", range({ min: earliestDay, max: latestDay }));
      });
    case "controlPoint":
      return parseText(value, (text) => (controlPoint(text) ? take(text) : refuse("unknownControlPoint", "id of a control point")));
    case "choice":
    case "place":
      return parseText(value, (text) => parseOption(field, text));
    case "choices":
    case "places":
      return parseList(field, value);
    default:
      return type satisfies never;
  }
}

/** The values a field can take, in the order they are offered; empty for numbers, dates and control points. */
export function optionsOf({ type }: Field): readonly string[] {
  if (type.is === "choice" || type.is === "choices") return type.options;
  if (type.is === "places") return jurisdictions;
  if (type.is === "place") return { jurisdiction: jurisdictions, city: cityIds, zone: zoneIds }[type.of];
  return [];
}

function parseNumber(value: unknown, type: { is: "whole" | "number"; min: number; max: number }): ParsedFact {
  if (typeof value !== "number" || Number.isNaN(value)) return refuse("wrongType", type.is === "whole" ? "whole number" : "number");
  if (value < type.min || value > type.max) return refuse("outOfRange", range(type));
  if (type.is === "whole" && !Number.isInteger(value)) return refuse("notWhole", "whole number");
  // Minus zero is zero, and must hash like it.
  return take(value === 0 ? 0 : value);
}

function parseText(value: unknown, read: (text: string) => ParsedFact): ParsedFact {
  if (typeof value !== "string") return refuse("wrongType", "text");
  if (value.length > longest) return refuse("tooLong", String(longest));
  return hasHiddenCharacters(value) ? refuse("hiddenCharacters", "visible characters") : read(value);
}

function parseOption(field: Field, text: string): ParsedFact {
  const options = optionsOf(field);
  if (options.includes(text)) return take(text);
  const aPlace = field.type.is === "place" || field.type.is === "places";
  return refuse(aPlace ? "unknownPlace" : "unknownValue", options.join(" | "));
}

/** A list keeps the catalogue's order and names each value once, so that equal answers are equal. */
function parseList(field: Field, value: unknown): ParsedFact {
  const options = optionsOf(field);
  if (!Array.isArray(value)) return refuse("wrongType", "list of texts");
  if (value.length > longest) return refuse("tooLong", String(longest));
  for (const entry of value) {
    const parsed = parseText(entry, (text) => parseOption(field, text));
    if (!parsed.ok) return parsed;
  }
  return take(options.filter((option) => value.includes(option)));
}

export function range({ min, max }: { readonly min: number | string; readonly max: number | string }): string {
  return `${min} – ${max}`;
}

function take(value: FactValue): ParsedFact {
  return { ok: true, value };
}

function refuse(code: FactProblemCode, expected: string): FactProblem {
  return { ok: false, code, expected };
}
