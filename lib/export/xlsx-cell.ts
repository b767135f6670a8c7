import type { Cell, Column } from "./table.ts";

/** The most UTF-16 code units that a spreadsheet keeps in one cell. */
export const longestCell = 32_767;

/** A cell with its place; `style` 1 is a date with its time. Words stand in the cell itself, so that no list of them grows with the table. */
export function cellXml(cell: Cell, { type }: Pick<Column, "type">, place: string): string {
  if (cell === null || cell === "") return "";
  if (typeof cell === "number") return `<c r="${place}"><v>${cell}</v></c>`;
  const serial = type === "instant" ? serialOf(cell) : null;
  if (serial !== null) return `<c r="${place}" s="1"><v>${serial}</v></c>`;
  return wordsXml(cell, place);
}

export function wordsXml(words: string, place: string, style = 0): string {
  return `<c r="${place}"${style === 0 ? "" : ` s="${style}"`} t="inlineStr"><is><t xml:space="preserve">${escaped(fitting(words))}</t></is></c>`;
}

/** An instant as days since 1899-12-30 by the clocks of the three places, which are all at UTC+8; null when it is none, or from before spreadsheets count days alike. */
function serialOf(at: string): number | null {
  const days = Date.parse(at) / 86_400_000 + 8 / 24 + 25_569;
  return days >= 61 && days < 2_958_466 ? Number(days.toFixed(8)) : null;
}

/** What is too long for a cell, cut with a note of how long it was; no character is cut in two. */
export function fitting(words: string): string {
  if (words.length <= longestCell) return words;
  const note = ` … [${words.length}]`;
  return `${words.slice(0, longestCell - note.length).replace(/[\ud800-\udbff]$/, "")}${note}`;
}

/** Text as ECMA-376 writes it (ST_Xstring): characters that XML has no room for as _xHHHH_, and words that look like that with their underscore written so. */
export function escaped(text: string): string {
  return text
    .replaceAll(/_(?=x[0-9a-fA-F]{4}_)/g, "_x005F_")
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

/** A column's letters: 0 is A, 26 is AA. */
export function lettersOf(column: number): string {
  const before = Math.floor(column / 26);
  return `${before > 0 ? lettersOf(before - 1) : ""}${String.fromCharCode(65 + (column % 26))}`;
}
