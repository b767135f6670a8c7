import { describe, expect, test } from "vitest";
import { pastedRows } from "../../../lib/kind/pasted-rows.ts";
import { readTableFile } from "../../../lib/kind/table-file.ts";

const rows = [["Serum", "2 mL cryovial", "24", "1", "mL"], ["Plasma, EDTA", "5 mL tube", "12", "1.5", "mL"]];
const csv = 'Serum,2 mL cryovial,24,1,mL\r\n"Plasma, EDTA",5 mL tube,12,1.5,mL\r\n';
const bytes = (text: string) => new TextEncoder().encode(text);

describe("a file of lines is read like rows that are pasted", () => {
  test.each([
    ["CSV", bytes(csv)],
    ["CSV with a byte order mark", new Uint8Array([0xef, 0xbb, 0xbf, ...bytes(csv)])],
    ["TSV", bytes(rows.map((row) => row.join("\t")).join("\n"))],
    ["CSV with semicolons, where commas mark decimals", bytes('Serum;2 mL cryovial;24;1;mL\n"Plasma, EDTA";5 mL tube;12;1.5;mL')],
    ["UTF-16, as a spreadsheet's “Unicode text”", new Uint8Array([0xff, 0xfe, ...new Uint8Array(Buffer.from(rows.map((row) => row.join("\t")).join("\r\n"), "utf16le"))])],
  ])("%s", (_, content) => {
    const read = readTableFile(content);
    expect(read.ok && pastedRows(read.text)).toEqual(rows);
  });

  test("a cell keeps its quotes and becomes one line", () => {
    const read = readTableFile(bytes('"Serum ""A""\nfrozen",bag,1,1,mL'));
    expect(read.ok && pastedRows(read.text)).toEqual([['Serum "A" frozen', "bag", "1", "1", "mL"]]);
  });
});

describe("a file that could be misread is refused", () => {
  test.each([
    ["GBK", new Uint8Array([0xd1, 0xaa, 0xc7, 0xe5, 0x2c, 0x31]), "fileNotUtf8"],
    ["Big5", new Uint8Array([0xa6, 0xe5, 0xb2, 0x4d, 0x2c, 0x31]), "fileNotUtf8"],
    ["a workbook", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), "fileNotText"],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0xff]), "fileNotText"],
    ["nothing", new Uint8Array(), "fileEmpty"],
    ["blank lines", bytes("\n,,\n"), "fileEmpty"],
    ["more than a megabyte", new Uint8Array(1024 * 1024 + 1), "fileTooLarge"],
  ])("%s", (_, content, code) => {
    expect(readTableFile(content)).toEqual({ ok: false, code });
  });
});
