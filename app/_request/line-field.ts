import { kindDefinition } from "@/lib/kind/registry";
import type { Kind } from "@/lib/policy/pack";
import type { Reader } from "@/lib/server/language";
import type { FormField } from "./command-form";

/** The table of lines of a kind as a field of a form, in the reader's words, with the lines so far. */
export function lineField(kind: Kind, lines: readonly unknown[], { language, t }: Reader): FormField[] {
  const table = kindDefinition(kind).lines;
  if (table === null) return [];
  const named = (value: string) => (t.has(`facts.units.${value}.name`) ? t(`facts.units.${value}.name`) : table.nameOf(value, language));
  const columns = table.cells.map((name) => ({
    name,
    label: t(`facts.lines.cells.${name}`),
    numeric: table.numeric.includes(name),
    options: table.options[name]?.map((value) => ({ value, label: named(value) })),
  }));
  const rows = lines.map((line) => Object.fromEntries(Object.entries(line as Record<string, unknown>).map(([cell, value]) => [cell, String(value)])));
  return [{ is: "lines", name: "lines", label: t(`facts.lines.${kind}.title`), hint: t(`facts.lines.${kind}.help`), optional: true, columns, rows, words: { line: t("facts.lines.line", { line: "{line}" }), add: t("facts.lines.add") } }];
}
