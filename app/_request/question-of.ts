import type { FormField, LinesField } from "./form-input";
import { cellLabel } from "./line-words";

/** The question that an error is about, as the form asks it; in lines, which line and which column. None for the form as a whole. */
export function questionOf(fields: readonly FormField[], name: string, language = "en"): string | undefined {
  for (const field of fields) {
    if (field.is === "hidden") continue;
    if (field.is === "lines") {
      const cell = cellOf(field, name, language);
      if (cell !== undefined) return cell;
    } else if (field.name === name || (field.is === "amount" && field.unit.name === name) || (field.is === "one" && field.typed?.name === name)) return field.label;
  }
  return undefined;
}

function cellOf({ columns, words }: LinesField, name: string, language: string): string | undefined {
  const [, at, cell] = /^lines\.(\d+)\.(\w+)$/.exec(name) ?? [];
  const column = columns.find((one) => one.name === cell);
  return at === undefined || column === undefined ? undefined : cellLabel(words.line, Number(at), column.label, language);
}
