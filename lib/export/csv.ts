import { defused } from "./defused.ts";
import type { Batches, Cell, Column } from "./table.ts";

/** A table as RFC 4180 writes it: lines end in CRLF, the first names the columns. `bom` marks it as UTF-8 for spreadsheets that would guess. */
export async function* csvOf(columns: readonly Column[], batches: Batches, { bom = false }: { readonly bom?: boolean } = {}): AsyncGenerator<string> {
  yield `${bom ? "\ufeff" : ""}${lineOf(columns.map(({ head }) => head))}`;
  for await (const rows of batches) if (rows.length > 0) yield rows.map(lineOf).join("");
}

function lineOf(cells: readonly Cell[]): string {
  return `${cells.map(written).join(",")}\r\n`;
}

/** Only words are defused: a number is written by us and begins with a digit, or with the minus that it has. */
function written(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = defused(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
