import type { AskedWrongly } from "./audit-ask.ts";
import type { Reader } from "./language.ts";

/** What is wrong with a question, in words. */
export function questionProblem({ field, code, params }: AskedWrongly, { t, format }: Pick<Reader, "t" | "format">): string {
  const said = t(`audit.problemOf.${code}`, { value: "", field: "", operator: "", most: "", fields: "", from: "", to: "", ...params });
  return format.sentences([t("audit.problemOf.at", { field: t(`audit.fields.${field}`), said }), ...(code === "unknownValue" && params.allowed ? [t("audit.problemOf.offered", { allowed: format.series(params.allowed.split(", ")) })] : [])]);
}
