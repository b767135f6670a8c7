import { delimitedRows } from "./pasted-rows.ts";

export const tableFileProblems = ["fileEmpty", "fileTooLarge", "fileNotText", "fileNotUtf8"] as const;
export type TableFileProblem = (typeof tableFileProblems)[number];
export type TableFile = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly code: TableFileProblem };

/** Five hundred lines need far less. */
const largest = 1024 * 1024;

/**
 * A file of lines as a spreadsheet saves it, CSV or TSV, as the text that the same rows would be when pasted. UTF-8 with
 * or without a mark, and UTF-16 with one. Older Chinese encodings are refused: GBK and Big5 cannot be told apart safely,
 * and a wrong guess writes other names into a permit.
 */
export function readTableFile(bytes: Uint8Array): TableFile {
  if (bytes.length === 0) return { ok: false, code: "fileEmpty" };
  if (bytes.length > largest) return { ok: false, code: "fileTooLarge" };
  const text = decoded(bytes);
  if (text === undefined) return { ok: false, code: bytes.includes(0) ? "fileNotText" : "fileNotUtf8" };
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text)) return { ok: false, code: "fileNotText" };
  const rows = delimitedRows(text, delimiterOf(text));
  return rows.length === 0 ? { ok: false, code: "fileEmpty" } : { ok: true, text: asPasted(rows) };
}

function decoded(bytes: Uint8Array): string | undefined {
  // A workbook, an archive: letters after its mark would pass for text.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return undefined;
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : undefined;
  try {
    return new TextDecoder(utf16 ?? "utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** What stands between cells of the first line: a tab, else a comma or, where commas mark decimals, a semicolon. */
function delimiterOf(text: string): "\t" | "," | ";" {
  const first = text.split(/[\r\n]/).find((line) => line.trim() !== "") ?? "";
  const outside = first.replaceAll(/"[^"]*"/g, "");
  if (outside.includes("\t")) return "\t";
  return outside.split(";").length > outside.split(",").length ? ";" : ",";
}

function asPasted(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join("\t")).join("\n");
}
