import type { FormState } from "@/app/(auth)/form-state";
import type { Format } from "@/lib/format";
import type { Reader } from "@/lib/server/language";
import { rowsIn } from "@/lib/kind/typed-values";
import type { FormField } from "./form-input";

/** One answer that stands differently in two places: as it was saved elsewhere, and as it was typed here. */
export type Difference = { readonly name: string; readonly label: string; readonly theirs: string; readonly mine: string };

/**
 * Where a page of the form as typed differs from the draft as it now is. With `touched` only what was changed here
 * counts: everything else is simply the other version's.
 */
export function differences(fields: readonly FormField[], values: FormState["values"], { t, format }: Pick<Reader, "t" | "format">, touched?: readonly string[]): Difference[] {
  return fields.flatMap((field): Difference[] => {
    if (field.is === "hidden" || field.is === "file" || (touched && !touched.some((name) => name === field.name || name.startsWith(`${field.name}.`)))) return [];
    const [theirs, mine] = [shownOf(field, format), typedOf(field, values, format)];
    return theirs === mine ? [] : [{ name: field.name, label: field.label, theirs: theirs || t("form.nothing"), mine: mine || t("form.nothing") }];
  });
}

type Shown = Exclude<FormField, { is: "hidden" } | { is: "file" }>;

function shownOf(field: Shown, format: Format): string {
  switch (field.is) {
    case "lines":
      return rowsText(field.rows, format);
    case "some":
      return named(field, [...(field.value ?? [])], format);
    case "one":
    case "select":
    case "yesno":
      return named(field, field.value === undefined ? [] : [field.value], format);
    case "amount":
      return field.value ? `${field.value} ${named(field.unit, [field.unit.chosen ?? ""], format)}` : "";
    default:
      return field.value ?? "";
  }
}

function typedOf(field: Shown, values: FormState["values"], format: Format): string {
  const sent = [values[field.name] ?? []].flat().map((one) => one.trim()).filter((one) => one !== "");
  switch (field.is) {
    case "lines":
      return rowsText(rowsIn(values), format);
    case "some":
    case "one":
    case "select":
    case "yesno":
      return named(field, sent, format);
    case "amount":
      return sent[0] ? `${sent[0]} ${named(field.unit, [String(values[field.unit.name] ?? "")], format)}` : "";
    default:
      return sent[0] ?? "";
  }
}

function named({ options }: { readonly options: readonly { readonly value: string; readonly label: unknown }[] }, chosen: readonly string[], { series }: Format): string {
  return series(options.filter(({ value }) => chosen.includes(value)).map(({ label }) => String(label)));
}

function rowsText(rows: readonly Readonly<Record<string, string>>[], { series }: Format): string {
  return series(rows.map((row) => Object.values(row).filter((cell) => cell !== "").join(" · ")).filter((row) => row !== ""));
}
