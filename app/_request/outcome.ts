import type { z } from "zod";
import { format } from "@/lib/format";
import { attemptAfter, withErrors, type FormState, type Stopped } from "@/app/(auth)/form-state";
import { fieldOf } from "@/lib/kind/catalogue";
import { stepTitle } from "@/app/_dossier/words";
import { cities, isCity } from "@/lib/place/cities";
import { termsNamed } from "@/lib/request/terms";
import type { Warning } from "@/lib/request/draft";
import { type Refusal, refusalCodes } from "@/lib/request/refusal";
import type { StepNames } from "@/lib/workflow/definition";
import { nameAt } from "@/lib/workflow/step-name";
import type { Answer, Refused } from "@/lib/server/answer";
import type { Reader } from "@/lib/server/language";
import { groundNamed } from "@/lib/retention/grounds";
import { keepingRules } from "@/lib/retention/keeping";
import { requirementName } from "@/lib/server/requirement-name";
import { workflowProblemSentence } from "@/lib/server/workflow-problems";
import { leaveBehind } from "./left-behind";
import { unread } from "./unread";

/** A refusal as a sentence in the reader's language: ids in it become names, those of steps from the request's own definition. */
export function refusalSentence({ code, params = {} }: Refusal, { language, t }: Pick<Reader, "language" | "t">, steps: StepNames = {}): string {
  if (code === "wrongValue" && typeof params.problem === "string" && t.has(`facts.problems.${params.problem}`)) return t(`facts.problems.${params.problem}`, { expected: params.expected ?? "" });
  if (code === "brokenRule") return t("refusals.brokenRule", { at: params.at ?? "", problem: t(`rules.problems.${params.problem}`, { found: params.found ?? "", expected: params.expected ?? "" }) });
  if (code === "brokenWorkflow") return t("refusals.brokenWorkflow", { problem: workflowProblemSentence(params, t, language) });
  const named = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, nameOf(name, String(value), { language, t, steps })]));
  return t(`refusals.${code}`, named);
}

/** What may be looked at again, at one field of a draft; nothing for a warning that has no words of its own there. */
export function doubtAt(path: string, { warnings, names }: { readonly warnings: readonly Warning[]; readonly names: { readonly steps: StepNames } }, words: Pick<Reader, "language" | "t">): string | undefined {
  const found = warnings.find((one) => one.path === path && isRefusal(one));
  return found && isRefusal(found) ? refusalSentence(found, words, names.steps) : undefined;
}

function isRefusal(warning: Warning): warning is Warning & Refusal {
  return (refusalCodes as readonly string[]).includes(warning.code);
}

/** What is not there for this person looks the same as what they may not do. */
const notPermitted: Refused = { refusals: [{ code: "notPermitted" }] };

/** What refusals come to on a form: each at its field where the form has it, and all in the summary; or in words of their own where the page has the form no more. */
export async function refusedState(before: FormState, answer: Answer | null, reader: Reader, values: FormState["values"]): Promise<FormState> {
  const { refusals, steps } = answer !== null && "refusals" in answer ? answer : notPermitted;
  return leaveBehind(withErrors(before, reader.ui, refusals.map((one) => ({ field: fieldOfPath(one.path), message: refusalSentence(one, reader, steps) })), values));
}

/** What could not be read as the command that it should be: each at its field. */
export function unreadState(before: FormState, { issues }: Pick<z.ZodError, "issues">, { language, t, ui }: Pick<Reader, "language" | "t" | "ui">, values: FormState["values"]): FormState {
  return withErrors(before, ui, issues.map((issue) => ({ field: fieldIn(values, fieldOfPath(issue.path.join("."))), message: unread(issue, values, { language, t }) })), values);
}

/** An amount of which nothing was typed is asked for at its number. */
function fieldIn(values: FormState["values"], field: string): string {
  return field in values || !(`${field}.value` in values) ? field : `${field}.value`;
}

/** A form that does not say what it is about: nobody filled it in like that. */
export function malformedState(before: FormState, { t, ui }: Pick<Reader, "t" | "ui">, values: FormState["values"]): FormState {
  return withErrors(before, ui, [{ field: "", message: t("refusals.malformed", { expected: "" }) }], values);
}

/** The field of a form for a path in a command; the first of the two where a path names both days. */
export function fieldOfPath(path = ""): string {
  return path === "window" ? "window.to" : path.replace(/^(facts|parties)\./, "");
}

/** The form as it was sent after its session had ended: nothing was done, and what was typed stands there. */
export function endedState(before: FormState, values: FormState["values"], { t }: Pick<Reader, "t">): FormState {
  return { attempt: attemptAfter(before), errors: [], values, stopped: endedWords(t) };
}

export function endedWords(t: Reader["t"]): Stopped {
  return { title: t("auth.ended.title"), kept: t("auth.ended.kept"), link: { label: t("auth.ended.signIn"), href: "/sign-in" } };
}

function nameOf(name: string, value: string, { language, t, steps }: Pick<Reader, "language" | "t"> & { readonly steps: StepNames }): string {
  switch (name) {
    case "requirement":
    case "regime":
    case "programme":
      return requirementName(value, language, t);
    case "fact":
      return fieldOf(value) ? t(`facts.${value}.short`) : value;
    case "step":
      return nameAt(steps, value)?.[language] ?? stepTitle(value, { language });
    case "unit":
      return format(language).list(value.split(", ").map((unit) => (t.has(`facts.units.${unit}.name`) ? t(`facts.units.${unit}.name`) : unit)), "disjunction");
    case "rule":
      return (keepingRules.find(({ id }) => id === value) ?? groundNamed(value))?.law[language] ?? value;
    case "day":
    case "from":
    case "to":
      return /^\d{4}-\d{2}-\d{2}$/.test(value) ? format(language).date(value) : value;
    case "until":
      return /^\d{4}-\d{2}-\d{2}T/.test(value) ? format(language).dateTime(value) : value;
    case "numbers":
    case "others":
      return format(language).list(value.split(", "));
    case "kinds":
      return format(language).list(value.split(", ").map((kind) => t(`ui.kind.${kind}`)));
    case "places":
      return format(language).list(value.split(", ").map((city) => (isCity(city) ? cities[city].name[language] : city)));
    case "role":
      return t(`dossier.role.${value}`);
    case "stage":
      return t(`ledger.stage.${value}`);
    case "status":
      return t.has(`ui.status.${value}`) ? t(`ui.status.${value}`) : value;
    case "terms":
      return termsNamed(value)?.title[language] ?? value;
    default:
      return value;
  }
}

