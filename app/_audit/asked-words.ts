import { producedBy } from "@/lib/audit/produced-by";
import { outcomes } from "@/lib/audit/outcome-of";
import { kinds } from "@/lib/policy/pack";
import { requestStatuses } from "@/lib/request/state";
import { type AuditParam, type AuditParams, auditParams } from "@/lib/server/audit-ask";
import { auditedTypes } from "@/lib/server/audit-question";
import type { Reader } from "@/lib/server/language";
import { typeWords } from "@/lib/server/type-words";

/** A question to the record as its reader calls its parts, in the order of the search's form; what is no code stands as it was written. */
export function askedWords(params: AuditParams, words: Pick<Reader, "t" | "ui" | "format">): string[] {
  return auditParams.flatMap((param) => (params[param] ? [partWords(param, params[param], words)] : []));
}

function partWords(param: AuditParam, value: string, { t, ui, format }: Pick<Reader, "t" | "ui" | "format">): string {
  const named = (word: string) => format.pair(t(`audit.fields.${param}`), word);
  switch (param) {
    case "q":
      return value;
    case "type":
      return isOf(auditedTypes, value) ? typeWords(value, t) : named(value);
    case "kind":
      return isOf(kinds, value) ? ui(`kind.${value}`) : named(value);
    case "status":
      return named(isOf(requestStatuses, value) ? ui(`status.${value}`) : value);
    case "outcome":
      return named(isOf(outcomes, value) ? t(`audit.outcome.${value}`) : value);
    case "from":
    case "to":
      return t(`papers.sample.${param}`, { day: /^\d{4}-\d\d-\d\d$/.test(value) ? format.date(value) : value });
    case "command":
    case "desk":
    case "org":
    case "person":
    case "regime":
    case "corridor":
      return named(value);
    default:
      return param satisfies never;
  }
}

function isOf<T extends string>(all: readonly T[], value: string): value is T {
  return (all as readonly string[]).includes(value);
}

/** A command by what it writes into the record, and its name behind it; those that ask for the same stand beside each other. */
export function commandChoices({ t, format }: Pick<Reader, "t" | "format">): { readonly value: string; readonly label: string }[] {
  return Object.entries(producedBy)
    .flatMap(([value, types]) => (types.length === 0 ? [] : [{ value, label: format.aside(format.series(types.map((type) => typeWords(type, t))), value) }]))
    .toSorted((a, b) => a.label.localeCompare(b.label));
}
