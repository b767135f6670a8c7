import { format } from "../lib/format.ts";
import type { Refusal } from "../lib/request/refusal.ts";
import type { AskedWrongly } from "../lib/server/audit-ask.ts";
import { questionProblem } from "../lib/server/question-problem.ts";
import { translator } from "../lib/server/translate.ts";

const t = translator("en");

/** Why something was refused, as sentences. */
export function refusalsInWords(refusals: readonly Refusal[]): string {
  return refusals.map(({ code, params = {} }) => t(`refusals.${code}`, params)).join(" ");
}

/** What is wrong with a question to the record, as sentences. */
export function problemsInWords(problems: readonly AskedWrongly[]): string {
  return problems.map((one) => questionProblem(one, { t, format: format("en") })).join(" ");
}
