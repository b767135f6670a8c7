import { format } from "../format.ts";
import type { Language } from "../language.ts";
import type { FactValue } from "../policy/condition.ts";
import type { Field } from "./field.ts";
import { optionName, type Say } from "./option-name.ts";

/** An answer as people read it: names, numbers and days in the reader's language, `yes` and `no` as words. */
export function showFact(field: Field, value: FactValue, language: Language, say: Say): string {
  const { date, number, list } = format(language);
  if (typeof value === "boolean") return say(value ? "answers.yes" : "answers.no");
  if (typeof value === "number") return withUnit(number(value), field);
  if (typeof value === "string") return field.type.is === "date" ? date(value) : optionName(field, value, language, say);
  return value.length === 0 ? say("answers.none") : list(value.map((entry) => optionName(field, entry, language, say)));
}

function withUnit(number: string, { type }: Field): string {
  return (type.is === "whole" || type.is === "number") && type.unit ? `${number}\u00a0${type.unit}` : number;
}
