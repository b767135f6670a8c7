/** What a form sends, by the name of the field: several values where boxes are ticked. */
export type TypedValues = Readonly<Record<string, string | readonly string[]>>;

/** The name of the text in which an answer can be typed that is otherwise chosen. */
export function typedName(fact: string): string {
  return `typed.${fact}`;
}

/** The rows of a table, out of fields named `lines.0.material`. */
export function rowsIn(values: TypedValues): Record<string, string>[] {
  const rows: Record<string, string>[] = [];
  for (const [name, value] of Object.entries(values)) {
    const [, at, cell] = /^lines\.(\d{1,3})\.([a-zA-Z]+)$/.exec(name) ?? [];
    if (at !== undefined && cell !== undefined && typeof value === "string") (rows[Number(at)] ??= {})[cell] = value;
  }
  return Array.from(rows, (row) => row ?? {});
}
