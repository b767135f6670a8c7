import type { Language } from "../language.ts";
import type { FactValue, Facts } from "../policy/condition.ts";
import type { Kind } from "../policy/pack.ts";
import type { Line, LineProblem } from "./line-table.ts";
import { parseFormValue } from "./parse-form-value.ts";
import type { FactProblemCode } from "./parse-fact.ts";
import { visibleSections } from "./questions.ts";
import { kindDefinition } from "./registry.ts";
import { rowsIn, typedName, type TypedValues } from "./typed-values.ts";

export type SectionAnswers = {
  /** What could be read; null where the answer was left or made empty. */
  readonly facts: Readonly<Record<string, FactValue | null>>;
  readonly problems: readonly { readonly field: string; readonly code: FactProblemCode; readonly expected: string }[];
  /** Null where the section has no table. `facts` are what the lines add up to. */
  readonly lines: { readonly lines: readonly Line[]; readonly facts: Facts; readonly problems: readonly LineProblem[] } | null;
};

/** One page of the form as it stands, read: the server saves this, and the browser weighs it while one types. */
export function readAnswers({ kind, facts }: { readonly kind: Kind; readonly facts: Facts }, section: string, values: TypedValues, language: Language): SectionAnswers {
  const asked = visibleSections(kind, facts).find(({ id }) => id === section);
  const read: Record<string, FactValue | null> = {};
  const settled: Record<string, FactValue> = {};
  const problems: { field: string; code: FactProblemCode; expected: string }[] = [];
  for (const field of asked?.fields ?? []) {
    const parsed = parseFormValue(field, values[field.fact] ?? "", language);
    if (parsed.ok) read[field.fact] = parsed.value ?? null;
    else problems.push({ field: field.fact, code: parsed.code, expected: parsed.expected });
    const typed = values[typedName(field.fact)];
    if (!field.typed || typeof typed !== "string" || typed.trim() === "") continue;
    const found = field.typed(typed);
    if (found) Object.assign(settled, found);
    else problems.push({ field: typedName(field.fact), code: "unknownNumber", expected: "" });
  }
  return { facts: { ...read, ...settled }, problems, lines: asked?.lines ? readLines(kind, values, language) : null };
}

function readLines(kind: Kind, values: TypedValues, language: Language): SectionAnswers["lines"] {
  return kindDefinition(kind).lines?.read(rowsIn(values), language) ?? null;
}
