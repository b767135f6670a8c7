import type { z } from "zod";
import type { Language } from "../language.ts";
import { translator } from "./translate.ts";

/** What was expected where something could not be read, in the reader's language; rules of our own name the sentence for theirs. */
export function expectedBy(issue: z.core.$ZodIssue, language: Language): string {
  const t = translator(language);
  const { words, of, ...values } = issue.path.at(-1) === "cursor" ? { words: "cursor" } : wordsFor(issue);
  return t(of === undefined ? `api.expected.${words}` : `api.expected.${words}.${of}`, values);
}

type Said = { readonly words: string; /** Of which sort it was to be. */ readonly of?: string; readonly value?: string; readonly values?: string; readonly pattern?: string; readonly count?: number };

function wordsFor(issue: z.core.$ZodIssue): Said {
  switch (issue.code) {
    case "invalid_type":
      return { words: "type", of: types[issue.expected] ?? "other" };
    case "invalid_value":
      return issue.values.length === 1 ? { words: "exactly", value: said(issue.values) } : { words: "oneOf", values: said(issue.values) };
    case "invalid_union":
      return issue.discriminator !== undefined && "options" in issue && Array.isArray(issue.options) ? { words: "oneOf", values: said(issue.options) } : { words: "otherForm" };
    case "too_big":
      return { words: issue.exact ? "just" : issue.inclusive === false ? "less" : "most", of: measured(issue.origin), count: Number(issue.maximum) };
    case "too_small":
      return { words: issue.exact ? "just" : issue.inclusive === false ? "more" : "least", of: measured(issue.origin), count: Number(issue.minimum) };
    case "not_multiple_of":
      return { words: "multiple", count: issue.divisor };
    case "invalid_format":
      return formats[issue.format] ? { words: "format", of: formats[issue.format] } : { words: "pattern", pattern: (issue.pattern ?? issue.format).replaceAll(/^\/|\/[a-z]*$/gu, "") };
    case "unrecognized_keys":
      return { words: "nothingHere" };
    case "invalid_key":
    case "invalid_element":
      return { words: "otherForm" };
    case "custom":
      return { words: typeof issue.params?.expected === "string" ? issue.params.expected : "otherForm" };
  }
}

const types: Readonly<Record<string, string>> = { string: "text", number: "number", int: "wholeNumber", boolean: "boolean", array: "list", object: "object", record: "object", null: "null" };
const formats: Readonly<Record<string, string>> = { uuid: "uuid", guid: "uuid", date: "day", datetime: "time", url: "url", email: "email" };

/** What is counted: characters of a text, entries of a list, or a number itself. */
function measured(origin: string): "text" | "list" | "number" {
  return origin === "string" ? "text" : origin === "array" || origin === "set" || origin === "map" ? "list" : "number";
}

function said(values: readonly unknown[]): string {
  return values.map(String).join(" | ");
}
