import { z } from "zod";

/** What a question can be narrowed to by name, beside words. */
export const questionFields = ["person", "by", "org", "kind", "corridor", "regime", "desk", "command", "event", "outcome", "status", "number", "since", "until", "date"] as const;
export type QuestionField = (typeof questionFields)[number];

/** One part of a question: words, or a field with its alternatives; all parts must hold, and those with `not` must not. */
export type QuestionTerm = { readonly not: boolean; readonly field: QuestionField | null; readonly values: readonly string[]; /** As it stands, and nothing of what it means. */ readonly exact: boolean; /** Words that begin so. */ readonly begins: boolean };

export const questionProblems = ["unbalancedQuotes", "unknownField", "unknownOperator", "emptyValue", "unknownValue", "impossibleDate", "datesReversed", "dateExcluded", "notANumber", "tooLong", "tooManyWords", "shortBeginning", "noWord", "controlCharacter"] as const;
export type QuestionProblem = { readonly code: (typeof questionProblems)[number]; readonly params: Readonly<Record<string, string>> };

export type Question = { readonly terms: readonly QuestionTerm[] };

const longest = 500;
const mostTerms = 20;

/**
 * Reads a question: words that must all be there, `"words as they stand"`, `begin*`, `field:value` (`field:one,two` for either,
 * `field:"two words"`), and `-` before any of them but a date for what must not be. Answers every problem in it.
 */
export function readQuestion(q: string): Question | { readonly problems: readonly QuestionProblem[] } {
  const text = q.normalize("NFKC").trim();
  if (text.length > longest) return { problems: [{ code: "tooLong", params: { most: String(longest) } }] };
  if (/[\p{Cc}\p{Co}\p{Cn}]/u.test(text)) return { problems: [{ code: "controlCharacter", params: {} }] };
  if ((text.replaceAll(/[“”„«»「」『』]/g, '"').match(/"/g) ?? []).length % 2 === 1) return { problems: [{ code: "unbalancedQuotes", params: {} }] };
  const parts = text.replaceAll(/[“”„«»「」『』]/g, '"').match(/(?:[^\s"]+|"[^"]*")+/g) ?? [];
  if (parts.length > mostTerms) return { problems: [{ code: "tooManyWords", params: { most: String(mostTerms) } }] };
  const read = parts.map(readPart);
  const problems = read.flatMap((one) => ("code" in one ? [one] : []));
  const terms = read.filter((one): one is QuestionTerm => "values" in one);
  return problems.length > 0 ? { problems } : { terms };
}

function readPart(part: string): QuestionTerm | QuestionProblem {
  const not = /^[-−–]./.test(part);
  const rest = not ? part.slice(1) : part;
  if (/^(AND|OR|NOT|NEAR|XOR|&&|\|\||&|\||!)$/.test(rest)) return { code: "unknownOperator", params: { operator: rest } };
  const comparison = /^([\p{L}]+)(<=|>=|!=|=|<|>|~)/u.exec(rest);
  if (comparison) return { code: "unknownOperator", params: { operator: comparison[2] ?? "" } };
  const named = /^([\p{L}-]+):(.*)$/su.exec(rest);
  if (!named) return readWords(rest, not);
  const [, name = "", value = ""] = named;
  const field = questionFields.find((one) => one === name.toLowerCase());
  if (!field) return { code: "unknownField", params: { field: name, fields: questionFields.join(", ") } };
  const values = (value.match(/(?:[^,"]+|"[^"]*")+/g) ?? []).map((one) => one.replaceAll('"', "").trim()).filter((one) => one !== "");
  if (values.length === 0) return { code: "emptyValue", params: { field } };
  if (dayFields.includes(field) && not) return { code: "dateExcluded", params: { value } };
  if (dayFields.includes(field)) return values.map((one) => readDays(one)).every((days) => days !== null) && values.length === 1 ? { not, field, values, exact: false, begins: false } : { code: "impossibleDate", params: { value } };
  return { not, field, values, exact: false, begins: false };
}

const dayFields: readonly QuestionField[] = ["since", "until", "date"];

function readWords(text: string, not: boolean): QuestionTerm | QuestionProblem {
  const exact = /^".*"$/s.test(text);
  const bare = text.replaceAll('"', " ").trim();
  const begins = !exact && bare.endsWith("*");
  const words = begins ? bare.slice(0, -1) : bare;
  if (begins && words.replaceAll(/[^\p{L}\p{N}]/gu, "").length < (/\p{Script=Han}/u.test(words) ? 1 : 2)) return { code: "shortBeginning", params: { value: text } };
  if (words === "" && exact) return { code: "emptyValue", params: { field: '""' } };
  // The search knows letters and digits alone: what has none would be found everywhere.
  if (!/[\p{L}\p{N}]/u.test(words)) return { code: "noWord", params: { value: text } };
  return { not, field: null, values: [words], exact, begins };
}

/** A day, a month or a year, as its first and last day; null when there is none such. */
export function readDays(value: string): { readonly from: string; readonly to: string } | null {
  const [, year = "", month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(value) ?? [];
  if (year < "1000") return null;
  if (day !== undefined) return z.iso.date().safeParse(value).success ? { from: value, to: value } : null;
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  if (month < "01" || month > "12") return null;
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return { from: `${year}-${month}-01`, to: `${year}-${month}-${last}` };
}
