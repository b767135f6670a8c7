import { Decimal } from "decimal.js";
import type { Language } from "../language.ts";
import type { FactValue } from "../policy/condition.ts";
import { readDay } from "./day-text.ts";
import type { Field } from "./field.ts";
import { numberForInput, readNumber } from "./number-text.ts";
import { type FactProblem, longest, parseValue, range } from "./parse-fact.ts";
import { hasHiddenCharacters } from "./text-check.ts";

/** `value` is undefined when nothing was answered. */
export type ParsedFormValue = { readonly ok: true; readonly value: FactValue | undefined } | FactProblem;

/**
 * One answer as a form sends it: text, trimmed; numbers with thousands separators of the reader's language; `yes` or
 * `no`; days as people write them. An empty answer is no answer, never a refusal.
 */
export function parseFormValue(field: Field, typed: string | readonly string[], language: Language = "en"): ParsedFormValue {
  const texts = (typeof typed === "string" ? [typed] : typed).map((text) => text.trim()).filter((text) => text !== "");
  if (texts.length === 0) return { ok: true, value: undefined };
  if (texts.some((text) => text.length > longest)) return { ok: false, code: "tooLong", expected: String(longest) };
  if (texts.some(hasHiddenCharacters)) return { ok: false, code: "hiddenCharacters", expected: "visible characters" };
  if (field.type.is === "choices" || field.type.is === "places") return parseValue(field, texts);

  const [text = "", ...more] = texts;
  if (more.length > 0) return { ok: false, code: "oneAnswerOnly", expected: "one answer" };
  switch (field.type.is) {
    case "yesno":
      return text === "yes" || text === "no" ? { ok: true, value: text === "yes" } : { ok: false, code: "unknownValue", expected: "yes | no" };
    case "whole":
    case "number": {
      const read = readNumber(text, language);
      return read.ok ? parseValue(field, Number(read.text)) : { ok: false, code: read.code, expected: range(field.type) };
    }
    case "date":
      return parseValue(field, readDay(text) ?? text);
    default:
      return parseValue(field, text);
  }
}

/** An answer as a form shows it back in its input: the reverse of `parseFormValue`. */
export function formValue(value: FactValue | undefined, language: Language = "en"): string | string[] {
  if (value === undefined) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return numberForInput(new Decimal(value).toFixed(), language);
  return value;
}
