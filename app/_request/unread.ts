import type { z } from "zod";
import type { FormState } from "@/app/(auth)/form-state";
import { readNumber } from "@/lib/kind/number-text";
import type { Language } from "@/lib/language";

type Words = { readonly language: Language; readonly t: (key: string, values?: Record<string, string | number>) => string };

/** What to say at a field whose answer could not be read as what it should be: nothing was typed, or too much, or something else. */
export function unread(issue: z.core.$ZodIssue, values: FormState["values"], { language, t }: Words): string {
  const typed = values[issue.path.join(".")];
  if (typed === undefined || [typed].flat().every((one) => one.trim() === "")) return t("pages.fillIn");
  switch (issue.code) {
    case "too_big":
      return issue.origin === "number" || issue.origin === "int" ? t("facts.problems.outOfRange", { expected: `≤ ${issue.maximum}` }) : t("pages.tooLong");
    case "too_small":
      return issue.origin === "number" || issue.origin === "int" ? t("facts.problems.outOfRange", { expected: `≥ ${issue.minimum}` }) : t("pages.fillIn");
    case "invalid_type":
      return t(issue.expected === "number" || issue.expected === "int" ? "facts.problems.notWhole" : "facts.problems.wrongType");
    case "invalid_format":
      if (issue.path.at(-1) === "value") return notAnAmount([typed].flat().join(" "), { language, t });
      return t(issue.format === "date" ? "facts.problems.impossibleDate" : "facts.problems.wrongType");
    case "custom":
      return typeof issue.params?.most === "number" ? t("facts.problems.outOfRange", { expected: `≤ ${issue.params.most}` }) : t("facts.problems.wrongType");
    case "invalid_value":
      return t("facts.problems.unknownValue");
    default:
      return t("facts.problems.wrongType");
  }
}

function notAnAmount(typed: string, { language, t }: Words): string {
  const read = readNumber(typed, language);
  if (!read.ok) return t(`facts.problems.${read.code}`);
  return t(read.text.startsWith("-") ? "refusals.notPositive" : "refusals.tooManyDigits");
}
