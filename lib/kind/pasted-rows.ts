/**
 * Rows as a spreadsheet copies them: tabs between cells, line breaks between rows, a cell in double quotes when it holds
 * one of these, quotes inside doubled. Rows without any text are left out.
 */
export function pastedRows(text: string): string[][] {
  return delimitedRows(text, "\t");
}

/** The same with another character between cells, as files have it. */
export function delimitedRows(text: string, delimiter: "\t" | "," | ";"): string[][] {
  const rows: string[][] = [];
  const cell = new RegExp(`("(?:[^"]|"")*"(?=${delimiter}|\\r|\\n|$)|[^${delimiter}\\r\\n]*)(${delimiter}|\\r\\n|\\r|\\n|$)`, "gy");
  let row: string[] = [];
  while (cell.lastIndex < text.length) {
    const [, found = "", end = ""] = cell.exec(text) ?? [];
    row.push(unquoted(found).trim());
    if (end === delimiter) continue;
    rows.push(row);
    row = [];
  }
  // A delimiter at the very end opens one more, empty cell.
  if (row.length > 0) rows.push(row);
  return rows.filter((cells) => cells.some((content) => content !== ""));
}

/** Whether a first row holds headings: words where numbers belong. Takes the places of the number columns. */
export function isHeading(row: readonly string[] | undefined, numbersAt: readonly number[]): boolean {
  const cells = numbersAt.map((at) => row?.[at] ?? "");
  return cells.some((cell) => cell !== "") && cells.every((cell) => !/\d/.test(cell));
}

function unquoted(cell: string): string {
  const quoted = cell.length >= 2 && cell.startsWith('"') && cell.endsWith('"');
  return quoted ? cell.slice(1, -1).replaceAll('""', '"').replace(/[\t\r\n]+/g, " ") : cell;
}
