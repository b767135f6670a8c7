import { quantityWords } from "@/lib/server/quantity-words";
import { outcomeWord } from "@/app/_request/step-tag";
import type { FieldDifference } from "@/lib/audit/case-view";
import { catalogue, isFact } from "@/lib/kind/catalogue";
import type { Field } from "@/lib/kind/field";
import { showFact } from "@/lib/kind/show-fact";
import type { FactValue } from "@/lib/policy/condition";
import { controlPoint, controlPointName } from "@/lib/place/control-points";
import type { Reader } from "@/lib/server/language";

/** A value of a case as its reader calls it: states, outcomes, stages and answers; null for what stands as it was written. */
export function valueWords({ part, field }: Pick<FieldDifference, "part" | "field">, value: string, { t, ui, format, language }: Pick<Reader, "t" | "ui" | "format" | "language">): string | null {
  if (part === "facts") return field !== null && isFact(field) ? showFact(catalogue[field], answerIn(catalogue[field], value), language, (key) => t(`facts.${key}`)) : null;
  if (field === "outcome") return outcomeWord(value, t);
  if (field === "stage") return t(`ledger.stage.${value}`);
  if (field !== null && days.includes(field) && /^\d{4}-\d\d-\d\d/.test(value)) return value.length > 10 ? format.dateTime(value) : format.date(value);
  if (field === "controlPoint") return controlPointIn(value, language);
  if (field === "limit" || field === "quantity") return quantityIn(value, { t, format });
  if (field !== "status") return null;
  if (part === "steps") return ui(`stepStatus.${value as "open"}`);
  if (part === "requirements") return ui(`requirementStatus.${value as "open"}`);
  return part === "permit" && value === "valid" ? ui("verdict.valid") : ui(`status.${value as "draft"}`);
}

const days: readonly string[] = ["crossing", "windowFrom", "windowTo", "date", "validUntil", "validFrom", "at", "suspended"];

function controlPointIn(id: string, language: Reader["language"]): string | null {
  const point = controlPoint(id);
  return point ? controlPointName(point)[language] : null;
}

function quantityIn(text: string, words: Pick<Reader, "t" | "format">): string | null {
  const [value = "", unit] = text.split(" ");
  return unit === undefined ? null : quantityWords({ value, unit }, words);
}

/** An answer as it was before it was laid out for comparing. */
function answerIn({ type }: Field, text: string): FactValue {
  if (text === "true" || text === "false") return text === "true";
  if (type.is === "whole" || type.is === "number") return Number(text);
  return type.is === "choices" || type.is === "places" ? text.split(", ").filter((one) => one !== "") : text;
}
