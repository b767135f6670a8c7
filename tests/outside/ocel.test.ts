import { readFileSync } from "node:fs";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { caseObjects } from "../../lib/audit/export/case-objects.ts";
import { ocelOf } from "../../lib/audit/export/ocel.ts";
import { parse } from "csv-parse/sync";
import { csvOf } from "../../lib/export/csv.ts";
import { xlsxOf } from "../../lib/export/xlsx.ts";
import type { Column, Row } from "../../lib/export/table.ts";
import { all } from "../support/all.ts";
import { aCase, anEvent } from "../support/taken.ts";
import { openWorkbook } from "../support/workbook.ts";

const schema = JSON.parse(readFileSync(new URL("../../../shared/data/specs/ocel20.schema.json", import.meta.url), "utf8")) as object;
const naughty = JSON.parse(readFileSync(new URL("../../../shared/data/badinput/blns.json", import.meta.url), "utf8")) as string[];

test("a log is valid against the published schema of OCEL 2.0, whatever stands in it; and the schema refuses what is none", async () => {
  const ajv = new Ajv({ strict: false });
  addFormats.default(ajv);
  const isValid = ajv.compile(schema);
  const events = naughty.map((text, at) => anEvent({ seq: at + 1, type: "document.attached", data: { document: text, name: { digest: "a" }, paper: text, mediaType: text, size: 1, sha256: text }, actor: at % 2 === 0 ? { system: true } : anEvent({}).actor }));
  const log: unknown = JSON.parse((await all(ocelOf(once(events), () => once(caseObjects(aCase()))))).join(""));
  expect([isValid(log), isValid.errors]).toEqual([true, null]);
  expect(isValid({ ...(log as object), events: [{ id: "1", type: "x", time: "yesterday" }] })).toBe(false);
});

test("naughty strings come back from CSV and from a workbook, and none of them is a formula", async () => {
  const columns: readonly Column[] = [{ id: "text", head: "Text", type: "text" }];
  const rows = naughty.map((text): Row => [text]);
  const read = parse((await all(csvOf(columns, once(rows)))).join(""), { skip_empty_lines: false }) as string[][];
  const dangerous = /^[=+\-@\t\r\n＝＋－＠]/;
  expect(read.slice(1).map(([text]) => text)).toEqual(naughty.map((text) => (dangerous.test(text) ? `'${text}` : text)));
  const { sheets } = openWorkbook(Buffer.concat(await all(xlsxOf({ name: "All", columns, about: { name: "About", rows: () => [] } }, once(rows)))));
  expect(sheets[0]?.slice(1).map(([text = ""]) => text)).toEqual(naughty);
});

async function* once<T>(one: T): AsyncGenerator<T> {
  yield one;
}
