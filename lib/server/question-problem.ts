import { format as formatOf } from "../format.ts";
import type { Language } from "../language.ts";
import { refusal, type Refusal } from "../request/refusal.ts";
import type { AskedWrongly } from "./audit-ask.ts";
import type { Reader } from "./language.ts";
import { translator } from "./translate.ts";

/** What is wrong with a question, in words. */
export function questionProblem({ field, code, params }: AskedWrongly, { t, format }: Pick<Reader, "t" | "format">): string {
  const said = t(`audit.problemOf.${code}`, { value: "", field: "", operator: "", most: "", from: "", to: "", ...params, fields: format.list(params.fields?.split(", ") ?? []) });
  return format.sentences([t("audit.problemOf.at", { field: t(`audit.fields.${field}`), said }), ...(code === "unknownValue" && params.allowed ? [t("audit.problemOf.offered", { allowed: format.series(params.allowed.split(", ")) })] : [])]);
}

/** The same as refusals, for whoever asks by program; `within` is the field that the question stands in. */
export function questionRefusals(problems: readonly AskedWrongly[], language: Language, within?: string): Refusal[] {
  const reader = { t: translator(language), format: formatOf(language) };
  return problems.map((one) => refusal("malformed", { expected: questionProblem(one, reader).replace(/[.。]$/u, "") }, [within, one.field].filter(Boolean).join(".")));
}
