import type { FormState } from "@/app/(auth)/form-state";
import { rowsIn } from "@/lib/kind/typed-values";
import type { FormField } from "./form-input";

/* Fields are sent under names like `from.city` and `lines.0.material`; the library that watches them keeps a tree. */

export type Nested = Record<string, unknown>;

/** What stands in the fields when the page is drawn: what was sent before, else the answers so far. */
export function valuesBefore(fields: readonly FormField[], sent: FormState["values"]): Record<string, unknown> {
  const entries = fields.flatMap((field): [string, unknown][] => {
    const own = sent[field.name];
    switch (field.is) {
      case "hidden":
      case "file":
        return [];
      case "lines": {
        const rows = rowsIn(sent);
        return [[field.name, rows.length > 0 ? rows : field.rows.map((row) => ({ ...row }))]];
      }
      case "some": {
        const chosen = own === undefined ? (field.value ?? []) : [own].flat();
        // A single box has no list: it is ticked or not.
        return [[field.name, field.options.length === 1 ? chosen.length > 0 : [...chosen]]];
      }
      case "amount":
        return [[field.name, own ?? field.value ?? ""], [field.unit.name, sent[field.unit.name] ?? field.unit.chosen ?? ""]];
      case "one":
        return [[field.name, own ?? field.value ?? null], ...(field.typed ? [[field.typed.name, sent[field.typed.name] ?? ""] as [string, unknown]] : [])];
      case "yesno":
        return [[field.name, own ?? field.value ?? null]];
      default:
        return [[field.name, own ?? field.value ?? ""]];
    }
  });
  return Object.fromEntries(entries);
}

export function nested(flat: Readonly<Record<string, unknown>>): Nested {
  const root: Nested = {};
  for (const [name, value] of Object.entries(flat)) put(root, name.split("."), value);
  return root;
}

export function nestedErrors(errors: readonly { readonly field: string; readonly message: string }[]): Nested {
  return nested(Object.fromEntries(errors.filter(({ field }) => field !== "").map(({ field, message }) => [field, { type: "server", message }])));
}

/** The message at a name of such a tree. */
export function errorIn(errors: object, name: string): string | undefined {
  let at: unknown = errors;
  for (const part of name.split(".")) at = typeof at === "object" && at !== null ? (at as Nested)[part] : undefined;
  const message = typeof at === "object" && at !== null ? (at as { message?: unknown }).message : undefined;
  return typeof message === "string" ? message : undefined;
}

function put(root: Nested, [head = "", ...rest]: string[], value: unknown): void {
  if (rest.length === 0) {
    root[head] = value;
    return;
  }
  const isList = /^\d+$/.test(rest[0] ?? "");
  put((root[head] ??= isList ? [] : {}) as Nested, rest, value);
}
