import type { FormField } from "./form-input";

/** The question that an error is about, as the form asks it. None for lines, whose errors say where they stand, nor for the form as a whole. */
export function questionOf(fields: readonly FormField[], name: string): string | undefined {
  for (const field of fields) {
    if (field.is === "hidden" || field.is === "lines") continue;
    if (field.name === name || (field.is === "amount" && field.unit.name === name)) return field.label;
    if (field.is === "one" && field.typed?.name === name) return field.label;
  }
  return undefined;
}
