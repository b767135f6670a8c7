import { htmlLanguage, type Language } from "../language.ts";
import type { FactValue } from "../policy/condition.ts";
import type { Field } from "./field.ts";
import { optionName, type Say } from "./option-name.ts";

/** An answer as people read it: names, numbers and days in the reader's language, `yes` and `no` as words. */
export function showFact(field: Field, value: FactValue, language: Language, say: Say): string {
  if (typeof value === "boolean") return say(value ? "answers.yes" : "answers.no");
  if (typeof value === "number") return withUnit(new Intl.NumberFormat(htmlLanguage[language], { maximumFractionDigits: 6 }).format(value), field);
  if (typeof value === "string") return field.type.is === "date" ? showDay(value, language) : optionName(field, value, language, say);
  if (value.length === 0) return say("answers.none");
  return new Intl.ListFormat(htmlLanguage[language], { type: "conjunction" }).format(value.map((entry) => optionName(field, entry, language, say)));
}

function withUnit(number: string, { type }: Field): string {
  return (type.is === "whole" || type.is === "number") && type.unit ? `${number}\u00a0${type.unit}` : number;
}

const dayStyle = { weekday: "short", day: "numeric", month: "short", year: "numeric", timeZone: "UTC" } as const;

function showDay(day: string, language: Language): string {
  // British order: Mon 30 Nov 2026, not Mon, Nov 30, 2026.
  const locale = language === "en" ? "en-GB" : htmlLanguage[language];
  return new Intl.DateTimeFormat(locale, dayStyle).format(new Date(`${day}T00:00:00Z`));
}
