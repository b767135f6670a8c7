import { factProblemCodes } from "@/lib/kind/parse-fact";
import { lineProblemCodes } from "@/lib/kind/line-table";
import type { ConfirmingWords } from "@/lib/request/confirmed";
import { peopleProblems } from "@/lib/request/read-people";
import type { Reader } from "@/lib/server/language";

/** Sentences for the browser have their places left open, as `{name}`. */
export function confirmingWords(t: Reader["t"]): ConfirmingWords {
  return {
    ror: t("form.host.ror", { name: "{name}" }),
    here: t("form.host.here", { name: "{name}" }),
    away: t("form.host.away", { ror: "{ror}" }),
    days: t("form.windowDays", { from: "{from}", to: "{to}", count: "{count}" }),
    settles: t("form.settles", { answers: "{answers}" }),
  };
}

/** Why an answer of the form cannot be taken, in words. */
export function problemSentence(t: Reader["t"], code: string, expected: string): string {
  return t(t.has(`form.problems.${code}`) ? `form.problems.${code}` : `facts.problems.${code}`, { expected });
}

/** The same for every code, with what was expected left open. */
export function problemWords(t: Reader["t"]): Record<string, string> {
  return Object.fromEntries([...new Set([...factProblemCodes, ...lineProblemCodes, ...peopleProblems])].map((code) => [code, problemSentence(t, code, "{expected}")]));
}
