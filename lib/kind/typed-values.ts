/** What a form sends, by the name of the field: several values where boxes are ticked. */
export type TypedValues = Readonly<Record<string, string | readonly string[]>>;

/** The name of the text in which an answer can be typed that is otherwise chosen. */
export function typedName(fact: string): string {
  return `typed.${fact}`;
}

/**
 * The rows of a table, out of fields named `lines.0.material`. One that stands far behind counts as one more, so that whoever reads them
 * says that they are too many; filling all in between would cost more than it tells.
 */
export function rowsIn(values: TypedValues): Record<string, string>[] {
  const rows: Record<string, string>[] = [];
  const far = new Map<string, Record<string, string>>();
  for (const [name, value] of Object.entries(values)) {
    const [, at, cell] = /^lines\.(\d+)\.([a-zA-Z]+)$/.exec(name) ?? [];
    const [text] = [value].flat();
    if (at === undefined || cell === undefined || text === undefined) continue;
    const row = Number(at) < near ? (rows[Number(at)] ??= {}) : (far.get(at) ?? {});
    row[cell] = text;
    if (Number(at) >= near) far.set(at, row);
  }
  return far.size === 0 ? filled(rows) : [...filled(rows), ...Array.from({ length: near - rows.length }, () => ({})), ...far.values()];
}

/** No table takes as many. */
const near = 1000;

function filled(rows: readonly (Record<string, string> | undefined)[]): Record<string, string>[] {
  return Array.from(rows, (row) => row ?? {});
}
