import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { csvOf } from "../../../lib/export/csv.ts";
import type { Batches, Column } from "../../../lib/export/table.ts";
import { tableToFill } from "../../../lib/export/table-to-fill.ts";
import { xlsxOf } from "../../../lib/export/xlsx.ts";
import { cellXml } from "../../../lib/export/xlsx-cell.ts";

/* What somebody typed stays words in whatever a spreadsheet opens. */

const begins = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"];
const typed = begins.map((one) => `${one}cmd|' /C calc'!A0`);
const columns: readonly Column[] = [{ id: "title", type: "text", head: "Title" }];
async function* batches(): Batches {
  yield typed.map((one) => [one]);
}

describe("a cell that begins like a formula", () => {
  test("has an apostrophe in front in a table as CSV", async () => {
    const pieces: string[] = [];
    for await (const piece of csvOf(columns, batches())) pieces.push(piece);
    expect(parse(pieces.join(""), { record_delimiter: "\r\n" })).toEqual([["Title"], ...typed.map((one) => [`'${one}`])]);
  });

  test.each([",", ";"] as const)("and in a table to fill in, with %s between cells", (between) => {
    expect(parse(tableToFill(typed.map((one) => [one, "1"]), between), { bom: true, delimiter: between, record_delimiter: "\r\n" })).toEqual(typed.map((one) => [`'${one}`, "1"]));
  });

  test("is an inline string in a workbook, which has no formula at all", async () => {
    for (const one of typed) expect(cellXml(one, columns[0] as Column, "A1")).toMatch(/^<c r="A1"[^>]* t="inlineStr"/);
    const pieces: Uint8Array[] = [];
    for await (const piece of xlsxOf({ name: "Table", columns, about: { name: "About", rows: () => typed.map((one) => [one, one] as const) } }, batches())) pieces.push(piece);
    const sheets = sheetsIn(Buffer.concat(pieces));
    expect(sheets.length).toBeGreaterThan(1);
    expect(sheets.filter((sheet) => /<f[ >]/.test(sheet))).toEqual([]);
  });
});

test("nothing writes a table for spreadsheets but what is asked here", () => {
  const root = join(import.meta.dirname, "../../..");
  const files = ["app", "lib", "cli"].flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`)).filter((name) => /\.tsx?$/.test(name));
  const writes = /\bcsvOf\(|\bxlsxOf\(|\btableToFill\(|"text\/csv|spreadsheetml\.sheet"|replaceAll\('"', '""'\)/;
  // What was uploaded, as text for a form, and which files may be attached: neither goes out as a table.
  const reads = ["lib/kind/table-file.ts", "lib/server/documents.ts"];
  expect(files.filter((file) => writes.test(readFileSync(join(root, file), "utf8"))).toSorted()).toEqual(
    ["app/(desk)/requests/[id]/ledger/template.csv/route.ts", "lib/audit/export/formats.ts", "lib/export/csv.ts", "lib/export/table-to-fill.ts", "lib/export/xlsx.ts", ...reads, "lib/server/take-away/as-table.ts"],
  );
});

/** The parts of a workbook that hold cells. */
function sheetsIn(zip: Buffer): string[] {
  const sheets: string[] = [];
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size, name, extra, comment, local] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32), zip.readUInt32LE(at + 42)];
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(from, from + size);
    if (zip.toString("utf8", at + 46, at + 46 + name).includes("worksheets/sheet")) sheets.push((method === 8 ? inflateRawSync(bytes) : bytes).toString("utf8"));
    at += 46 + name + extra + comment;
  }
  return sheets;
}
