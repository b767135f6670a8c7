import type { FormState } from "@/app/(auth)/form-state";
import { parseFormValue } from "@/lib/kind/parse-form-value";
import { visibleSections } from "@/lib/kind/questions";
import { kindDefinition } from "@/lib/kind/registry";
import type { FactValue } from "@/lib/policy/condition";
import type { Reader } from "@/lib/server/language";
import type { RequestDetail } from "@/lib/server/request-detail";

type Values = FormState["values"];
export type SectionRead = {
  readonly errors: readonly { readonly field: string; readonly message: string }[];
  /** What could be read, as fields of saveDraft. */
  readonly change: Readonly<Record<string, unknown>> & { readonly facts?: Readonly<Record<string, FactValue | null>> };
};

/** One page of the form as it was sent: what can be read of it, and what cannot with the reason in words. */
export function readSection(detail: Pick<RequestDetail, "kind" | "facts">, section: string, values: Values, words: Reader): SectionRead {
  if (section === "people") return { errors: [], change: readPeople(values) };
  const asked = visibleSections(detail.kind, detail.facts).find(({ id }) => id === section);
  const facts: Record<string, FactValue | null> = {};
  const errors: { field: string; message: string }[] = [];
  for (const field of asked?.fields ?? []) {
    const parsed = parseFormValue(field, values[field.fact] ?? "", words.language);
    if (parsed.ok) facts[field.fact] = parsed.value ?? null;
    else errors.push({ field: field.fact, message: words.t(`facts.problems.${parsed.code}`, { expected: parsed.expected }) });
  }
  const lines = asked?.lines ? readLines(detail.kind, values, words) : { errors: [], change: {} };
  return { errors: [...lines.errors, ...errors], change: { facts, ...lines.change } };
}

function readLines(kind: RequestDetail["kind"], values: Values, { language, t }: Reader): SectionRead {
  const table = kindDefinition(kind).lines;
  if (table === null) return { errors: [], change: {} };
  const rows: Record<string, string>[] = [];
  for (const [name, value] of Object.entries(values)) {
    const [, at, cell] = /^lines\.(\d{1,3})\.([a-z]+)$/.exec(name) ?? [];
    if (at !== undefined && cell !== undefined && typeof value === "string") (rows[Number(at)] ??= {})[cell] = value;
  }
  const { lines, problems } = table.read(Array.from(rows, (row) => row ?? {}), language);
  if (problems.length === 0) return { errors: [], change: { lines } };
  const where = (line: number, cell: string) => [t("facts.lines.line", { line: line + 1 }), ...(t.has(`facts.lines.cells.${cell}`) ? [t(`facts.lines.cells.${cell}`)] : [])].join(" · ");
  return { errors: problems.map(({ line, cell, code, expected }) => ({ field: `lines.${line}.${cell}`, message: `${where(line, cell)} · ${t(`facts.problems.${code}`, { expected })}` })), change: {} };
}

function readPeople(values: Values): SectionRead["change"] {
  const text = (name: string) => (typeof values[name] === "string" && values[name] !== "" ? values[name] : null);
  const window = text("window.from") !== null || text("window.to") !== null ? { from: text("window.from"), to: text("window.to") } : null;
  const limit = text("limit.value") === null ? null : { value: text("limit.value"), unit: text("limit.unit") };
  return { title: text("title") ?? "", host: text("host"), endorser: text("endorser"), window, limit, claims: values.claims === undefined ? [] : [values.claims].flat() };
}
