import { outcomeWord } from "@/app/_request/step-tag";
import type { FieldDifference } from "@/lib/audit/case-view";
import { catalogue, isFact } from "@/lib/kind/catalogue";
import type { Field } from "@/lib/kind/field";
import { showFact } from "@/lib/kind/show-fact";
import { cities, isCity } from "@/lib/place/cities";
import { controlPoint, controlPointName } from "@/lib/place/control-points";
import { isZone, zoneName } from "@/lib/place/zones";
import type { FactValue } from "@/lib/policy/condition";
import type { Reader } from "@/lib/server/language";
import { quantityWords } from "@/lib/server/quantity-words";
import type { RequestDetail } from "@/lib/server/request-detail";
import { requirementName } from "@/lib/server/requirement-name";
import { nameAt } from "@/lib/workflow/step-name";

type Words = Pick<Reader, "t" | "ui" | "format" | "language">;
/** What a case knows of the names of what stands in it. */
export type CaseNames = Pick<RequestDetail, "names" | "documents" | "movements"> & { readonly steps: readonly Pick<RequestDetail["steps"][number], "desk" | "deskNames" | "organisation">[] };

/** What differs, in words: a question of the form; or a step, a rule, a paper or a crossing with its field. */
export function thingWords({ part, of, field }: FieldDifference, named: CaseNames, words: Words): string {
  const { t, format } = words;
  if (part === "facts" && field !== null) return isFact(field) ? t(`facts.${field}.short`) : field;
  const [what, which] = [of !== null && nameOf(part, of, named, words), field !== null && t(`audit.field.${field as "status"}`)];
  return what && which ? format.pair(what, which) : what || which || "";
}

function nameOf(part: FieldDifference["part"], id: string, { names, documents, movements }: CaseNames, { t, format, language }: Words): string {
  switch (part) {
    case "steps":
      return nameAt(names.steps, id)?.[language] ?? id;
    case "requirements":
    case "findings":
    case "claims":
      return requirementName(id, language, t);
    case "papers":
      return documents.find((one) => one.id === id)?.name || t("audit.part.papers");
    case "movements": {
      const found = movements.find((one) => one.id === id);
      return found ? format.dateTime(found.at) : t("audit.part.movements");
    }
    case "conditions": {
      const [, step = id, at = ""] = /^(.*)-(\d+)$/.exec(id) ?? [];
      return format.aside(nameAt(names.steps, step)?.[language] ?? step, at);
    }
    default:
      return id;
  }
}

/** A value of a case as its reader calls it: states, outcomes, stages, answers, and whoever or whatever is named by an id; null for what stands as it was written. */
export function valueWords({ part, field }: Pick<FieldDifference, "part" | "field">, value: string, named: CaseNames, words: Words): string | null {
  const { t, ui, format, language } = words;
  if (part === "facts") return field !== null && isFact(field) ? showFact(catalogue[field], answerIn(catalogue[field], value), language, (key) => t(`facts.${key}`)) : null;
  if (part === "claims") return value === "true" ? t("facts.answers.yes") : null;
  if (field !== null && days.includes(field) && /^\d{4}-\d\d-\d\d/.test(value)) return value.length > 10 ? format.dateTime(value) : format.date(value);
  switch (field) {
    case "status":
      return statusWords(part, value, ui);
    case "outcome":
      return outcomeWord(value, t);
    case "stage":
      return t(`ledger.stage.${value}`);
    case "direction":
      return t(`pages.permit.direction.${value}`);
    case "due":
      return ui(`due.${value as "at-crossing"}`);
    case "type":
      return ui(`regimeType.${value as "permit"}`);
    case "waivedBy":
    case "paper":
      return requirementName(value, language, t);
    case "controlPoint":
      return controlPointIn(value, language);
    case "limit":
    case "quantity":
      return quantityIn(value, words);
    case "from":
    case "to":
      return placeIn(value, words);
    case "desk":
      return deskIn(value, named, words);
    case "team":
      return format.list(value.split(" ").map((id) => named.names.people[id] ?? id));
    default:
      return named.names.people[value] ?? named.names.organisations[value]?.[language] ?? null;
  }
}

function statusWords(part: FieldDifference["part"], value: string, ui: Words["ui"]): string {
  if (part === "steps") return ui(`stepStatus.${value as "open"}`);
  if (part === "requirements") return ui(`requirementStatus.${value as "open"}`);
  return part === "permit" && value === "valid" ? ui("verdict.valid") : ui(`status.${value as "draft"}`);
}

const days: readonly string[] = ["crossing", "windowFrom", "windowTo", "date", "validUntil", "validFrom", "at", "suspended"];

function controlPointIn(id: string, language: Words["language"]): string | null {
  const point = controlPoint(id);
  return point ? controlPointName(point)[language] : null;
}

function quantityIn(text: string, words: Words): string | null {
  const [value = "", unit] = text.split(" ");
  return unit === undefined ? null : quantityWords({ value, unit }, words);
}

/** `CN guangzhou nansha` as a city and a zone of it. */
function placeIn(text: string, { ui, format, language }: Words): string {
  const [jurisdiction = "", ...inside] = text.split(" ");
  const parts = inside.map((id) => (isCity(id) ? cities[id].name[language] : isZone(id) ? zoneName(id)[language] : id));
  return parts.length === 0 ? ui(`jurisdiction.${jurisdiction as "CN"}`) : format.joined(parts);
}

function deskIn(id: string, { steps, names }: CaseNames, { format, language }: Words): string | null {
  const step = steps.find(({ desk }) => desk === id);
  return step?.deskNames ? format.within(step.deskNames[language], names.organisations[step.organisation ?? ""]?.[language]) : null;
}

/** An answer as it was before it was laid out for comparing. */
function answerIn({ type }: Field, text: string): FactValue {
  if (text === "true" || text === "false") return text === "true";
  if (type.is === "whole" || type.is === "number") return Number(text);
  return type.is === "choices" || type.is === "places" ? text.split(", ").filter((one) => one !== "") : text;
}
