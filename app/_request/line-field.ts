import type { Told } from "@/lib/catalogue/entry";
import { kindDefinition } from "@/lib/kind/registry";
import type { LineTable } from "@/lib/kind/line-table";
import { tableFileProblems } from "@/lib/kind/table-file";
import { languages } from "@/lib/language";
import type { Kind } from "@/lib/policy/pack";
import type { Reader } from "@/lib/server/language";
import type { FormField, LineColumn, LinesField } from "./form-input";
import { quantityWords } from "@/lib/server/quantity-words";
import { searchWords } from "./searched";
import { tableWords } from "./section-words";

/** The table of lines of a kind as a field of a form, in the reader's words, with the lines so far, what they come to and what published tables say of them. */
export function lineField(kind: Kind, lines: readonly unknown[], told: readonly Told[], words: Reader): FormField[] {
  const { language, t } = words;
  const table = kindDefinition(kind).lines;
  if (table === null) return [];
  const named = (value: string) => (t.has(`facts.units.${value}.name`) ? t(`facts.units.${value}.name`) : table.nameOf(value, language));
  const columns = table.cells.map((name, at): LineColumn => {
    const options = table.options[name]?.map((value) => ({ value, label: named(value), names: languages.map((one) => table.nameOf(value, one)) }));
    return { name, label: t(`facts.lines.cells.${name}`), numeric: table.numeric.includes(name), isWide: at === 0 || wide.includes(name) || (options?.some(({ label }) => label.length > longName) ?? false), options };
  });
  const blank = Object.fromEntries(table.cells.map((name) => [name, ""]));
  const rows = lines.map((line): Record<string, string> => ({ ...blank, ...Object.fromEntries(Object.entries(line as Record<string, unknown>).map(([cell, value]) => [cell, String(value)])) }));
  const line = "{line}";
  const texts: LinesField["words"] = {
    table: tableWords(t),
    search: searchWords(words),
    line: t("facts.lines.line", { line }),
    add: t("facts.lines.add"),
    remove: t("facts.lines.remove", { line }),
    removeTitle: t("facts.lines.remove", { line: "" }).trim(),
    file: t("form.file.label"),
    fileHint: t("form.file.hint", { columns: columns.map(({ label }) => label).join(t("tables.and")) }),
    fileProblems: Object.fromEntries(tableFileProblems.map((code) => [code, t(`form.file.${code}`)])) as LinesField["words"]["fileProblems"],
  };
  return [{ is: "lines", name: "lines", label: t(`facts.lines.${kind}.title`), hint: t(`facts.lines.${kind}.help`), optional: true, columns, rows: [...rows, ...Array.from({ length: lines.length === 0 ? 2 : 1 }, () => blank)], catalogues: table.catalogues, tables: told, total: totalOf(table, lines, words), words: texts }];
}

/** Typed texts that are longer than a place of the grid shows. */
const wide: readonly string[] = ["uscc", "account", "recipient", "pathogen", "species"];
const longName = 16;

/** How much the lines come to, counted as the permit would count it. */
function totalOf(table: LineTable, lines: readonly unknown[], words: Reader): string | undefined {
  const limit = table.limitFrom(lines as Parameters<LineTable["limitFrom"]>[0]);
  return limit && words.t("form.total", { amount: quantityWords(limit, words) });
}
