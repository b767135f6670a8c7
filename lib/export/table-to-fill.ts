import { defused } from "./defused.ts";

/** A table for somebody to fill in, as their spreadsheet opens it: every cell in quotes and none a formula, marked as UTF-8, which all of them know by its mark alone. */
export function tableToFill(rows: readonly (readonly string[])[], between: "," | ";"): string {
  const lines = rows.map((cells) => cells.map((cell) => `"${defused(cell).replaceAll('"', '""')}"`).join(between));
  return `\ufeff${lines.join("\r\n")}\r\n`;
}
