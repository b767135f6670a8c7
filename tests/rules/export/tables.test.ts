import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvOf } from "../../../lib/export/csv.ts";
import { defused } from "../../../lib/export/defused.ts";
import { framed, readFrames, type Frame } from "../../../lib/export/framed.ts";
import { ndjsonOf } from "../../../lib/export/ndjson.ts";
import type { Cell, Column } from "../../../lib/export/table.ts";
import { longestCell } from "../../../lib/export/xlsx-cell.ts";
import { xlsxOf } from "../../../lib/export/xlsx.ts";
import { all } from "../../support/all.ts";
import { openWorkbook } from "../../support/workbook.ts";

const columns: readonly Column[] = [{ id: "at", head: "When", type: "instant" }, { id: "seq", head: "No.", type: "number" }, { id: "title", head: "Title, \"quoted\"", type: "text" }];
const someRows = fc.array(fc.tuple(fc.constant<Cell>(null), fc.integer(), fc.string({ unit: "binary", maxLength: 40 })), { maxLength: 30 });
const hostile = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x", "=HYPERLINK(\"http://x\",\"y\")", "=cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!D2"];

test("a table written as CSV is read as it was, but for what a spreadsheet would take for a formula", async () => {
  await fc.assert(
    fc.asyncProperty(someRows, fc.integer({ min: 1, max: 7 }), async (rows, size) => {
      const text = await textOf(csvOf(columns, inBatches(rows, size)));
      expect(parse(text, { record_delimiter: "\r\n" })).toEqual([columns.map(({ head }) => head), ...rows.map(([, seq, title]) => ["", String(seq), defused(title)])]);
    }),
  );
});

test("no cell of words begins as a formula does, whatever was typed", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(...hostile), fc.string({ unit: "binary" })).map(([first, rest]) => first + rest), { minLength: 1 }), async (titles) => {
      const read = parse(await textOf(csvOf(columns, inBatches(titles.map((title) => [null, 1, title]), 3)))) as string[][];
      for (const [at, row] of read.slice(1).entries()) expect(row[2]).toBe(`'${titles[at]}`);
    }),
  );
});

test("numbers keep their sign, lines end as RFC 4180 says, and UTF-8 is marked only on wish", async () => {
  const text = await textOf(csvOf(columns, inBatches([["2026-01-05T01:00:00.000Z", -5, "a,b"]], 1)));
  expect(text).toBe('When,No.,"Title, ""quoted"""\r\n2026-01-05T01:00:00.000Z,-5,"a,b"\r\n');
  expect(await textOf(csvOf(columns, inBatches([], 1), { bom: true }))).toBe('\ufeffWhen,No.,"Title, ""quoted"""\r\n');
});

test("every line of NDJSON is an object, and the last says how many there were", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ title: fc.string({ unit: "binary" }) })), async (rows) => {
      const lines = (await textOf(ndjsonOf(inBatches(rows, 4), () => ({ rows: rows.length })))).split(/[\n\u2028\u2029]/);
      expect(lines.pop()).toBe("");
      expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([...rows, { rows: rows.length }]);
    }),
  );
});

test("a workbook opens, and its words are what they were", async () => {
  await fc.assert(
    fc.asyncProperty(someRows, fc.integer({ min: 1, max: 7 }), async (rows, size) => {
      const { names, sheets } = openWorkbook(await book(rows, size));
      expect(names).toEqual(["Events", "About"]);
      expect(sheets[0]).toEqual([columns.map(({ head }) => head), ...rows.map(([, seq, title]) => (title === "" ? ["", String(seq)] : ["", String(seq), title]))]);
      expect(sheets[1]).toEqual([["Rows", String(rows.length)]]);
    }),
    { numRuns: 60 },
  );
});

test.each(["_x0041_", "_x005F_x0041_", "\u0000\u0001\u001f", "\ud800", "a\udc00b", "\ufffe", "</t><script>", "&amp;", "\r\n\t ", "𠮷😀", "'\"", ...hostile])("%j stands in a workbook as it is", async (words) => {
  expect(openWorkbook(await book([[null, 1, words]], 1)).sheets[0]?.[1]?.[2]).toBe(words);
});

test("an instant is a date by the clocks of the three places, and what is none stays words", async () => {
  const { sheets } = openWorkbook(await book([["2026-01-05T01:00:00.000Z", 1, "x"], ["1900-01-01T00:00:00.000Z", 2, "x"], ["soon", 3, "x"]], 2));
  expect(sheets[0]?.slice(1).map(([at]) => at)).toEqual(["46027.375", "1900-01-01T00:00:00.000Z", "soon"]);
});

test("a table of more rows than a sheet has goes on in the next, and one that just fits does not", async () => {
  const rows = Array.from({ length: 9 }, (_, at): Cell[] => [null, at, `row ${at}`]);
  const { names, sheets } = openWorkbook(await book(rows, 2, 5));
  expect(names).toEqual(["Events", "Events 2", "Events 3", "About"]);
  expect(sheets.slice(0, 3).map((sheet) => sheet.length)).toEqual([5, 5, 2]);
  expect(sheets.slice(0, 3).flatMap((sheet) => sheet.slice(1).map(([, seq]) => Number(seq)))).toEqual(rows.map(([, seq]) => seq));
  expect(openWorkbook(await book(rows.slice(0, 8), 3, 5)).names).toEqual(["Events", "Events 2", "About"]);
});

test("a cell that is too long is cut between characters, and says how long it was", async () => {
  const long = "😀".repeat(20_000);
  const cell = openWorkbook(await book([[null, 1, long]], 1)).sheets[0]?.[1]?.[2] ?? "";
  expect(cell.length).toBeLessThanOrEqual(longestCell);
  expect(cell).toMatch(/^(😀)+ … \[40000\]$/u);
});

test("the same table is the same workbook, byte by byte", async () => {
  const rows: Cell[][] = [[null, 1, "x"]];
  expect(await book(rows, 1)).toEqual(await book(rows, 1));
});

test("a file in frames is put together again however the network cuts it, and an end that is none is seen", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 50 })), fc.integer({ min: 1, max: 20 }), async (pieces, cut) => {
      let rows = 0;
      const sent = await bytesOf(framed(counting(pieces, () => rows++), () => String(rows)));
      const read = (bytes: Uint8Array) => {
        const frames: Frame[] = [];
        let left = new Uint8Array();
        for (let at = 0; at < bytes.length; at += cut) left = new Uint8Array(readFrames(Buffer.concat([left, bytes.subarray(at, at + cut)]), (frame) => frames.push(frame)));
        return frames;
      };
      const frames = read(sent);
      expect(Buffer.concat(frames.filter(({ sign }) => sign === "d").map(({ bytes }) => bytes))).toEqual(Buffer.concat(pieces));
      expect(frames.at(-1)?.sign).toBe("e");
      expect(new TextDecoder().decode(frames.at(-2)?.bytes)).toBe(String(pieces.length));
      expect(read(sent.subarray(0, -1)).some(({ sign }) => sign === "e")).toBe(false);
    }),
  );
});

test("a file in frames says that its reader may read it no longer; any other failure breaks it off", async () => {
  async function* failing(): AsyncGenerator<Uint8Array> {
    yield new Uint8Array([1, 2]);
    throw new Error("the rest is not for them");
  }
  const frames: Frame[] = [];
  readFrames(await bytesOf(framed(failing(), () => "1", (failure) => (failure as Error).message.includes("not for them"))), (frame) => frames.push(frame));
  expect(frames.map(({ sign }) => sign)).toEqual(["n", "d", "x"]);
  await expect(bytesOf(framed(failing(), () => "1", () => false))).rejects.toThrow("not for them");
});

function book(rows: readonly (readonly Cell[])[], size: number, rowsASheet?: number): Promise<Uint8Array> {
  return bytesOf(xlsxOf({ name: "Events", columns, about: { name: "About", rows: () => [["Rows", String(rows.length)]] }, ...(rowsASheet && { rowsASheet }) }, inBatches(rows, size)));
}

async function* inBatches<T>(rows: readonly T[], size: number): AsyncGenerator<readonly T[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}

async function* counting(pieces: readonly Uint8Array[], count: () => void): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) {
    count();
    yield piece;
  }
}

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  return (await all(pieces)).join("");
}

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(Buffer.concat(await all(pieces)));
}
