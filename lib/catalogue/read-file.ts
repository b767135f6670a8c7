import { parse } from "csv-parse/sync";
import { type Entry, merged, type CatalogueKind } from "./entry.ts";
import { layoutFor, layouts, type Row } from "./layouts.ts";

/** A row that could not be taken, with the line of the file that it begins on. */
export type WrongRow = { readonly line: number; readonly why: string };
export type ReadFile = { readonly ok: true; readonly source: string; readonly rows: number; readonly entries: readonly Entry[]; readonly wrong: readonly WrongRow[] } | { readonly ok: false; readonly why: string };

/**
 * A published table as it is (RFC 4180, UTF-8, with or without a byte order mark). Rows that cannot be taken are named by
 * their line and left out; several rows of one thing become one entry.
 */
export function readCatalogueFile(kind: CatalogueKind, bytes: Uint8Array): ReadFile {
  const text = decoded(bytes);
  if (text === null) return { ok: false, why: "the file is not UTF-8; if it was written by a spreadsheet in GBK or Big5, save it again as UTF-8" };
  const records = recordsOf(text);
  if ("why" in records) return { ok: false, why: records.why };
  const [head, ...rows] = records.rows;
  const columns = head?.record.map((name) => name.trim()) ?? [];
  const layout = layoutFor(kind, columns);
  if (!layout) return { ok: false, why: `its columns (${columns.join(", ").slice(0, 200)}) are none of those known for ${kind}: ${layouts.filter((one) => one.kind === kind).map((one) => one.columns.join(", ")).join("; or ") || "nothing can be imported there"}` };

  const wrong: WrongRow[] = [];
  const entries = new Map<string, Entry>();
  for (const { record, line } of rows) {
    if (record.every((cell) => cell.trim() === "")) continue;
    const row: Row = Object.fromEntries(columns.map((column, at) => [column, record[at] ?? ""]));
    const read = record.length === columns.length ? withoutHidden(row) ?? layout.read(row) : { wrong: `${record.length} cells where the first line has ${columns.length}` };
    if ("wrong" in read) {
      wrong.push({ line, why: read.wrong });
      continue;
    }
    const before = entries.get(read.code);
    entries.set(read.code, before ? merged(before, read) : read);
  }
  return { ok: true, source: layout.id, rows: rows.length, entries: [...entries.values()], wrong };
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function recordsOf(text: string): { rows: { record: string[]; line: number }[] } | { why: string } {
  try {
    const parsed = parse(text, { relaxColumnCount: true, info: true, skipEmptyLines: true, raw: false }) as unknown as { record: string[]; info: { lines: number } }[];
    // The parser tells the line on which a record ends; it begins after the record before it.
    let begins = 1;
    return {
      rows: parsed.map(({ record, info }) => {
        const line = begins;
        begins = info.lines + 1;
        return { record, line };
      }),
    };
  } catch (error) {
    return { why: `it is not a table of comma-separated values: ${(error as Error).message.split("\n")[0] ?? ""}` };
  }
}

/** A cell with a NUL or another character that cannot be seen was not written by a person. */
function withoutHidden(row: Row): { wrong: string } | null {
  const column = Object.keys(row).find((name) => /[\0-\x08\x0e-\x1f\x7f]/.test(row[name] ?? ""));
  return column === undefined ? null : { wrong: `characters in ${column} that cannot be seen` };
}
