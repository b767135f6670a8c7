import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { verifyFile } from "../../../cli/verify-file.ts";
import { scratchFolder } from "../../support/scratch.ts";
import { wordsDigest } from "../../../lib/audit/chain.ts";
import { aRecordFile, textOf } from "./a-record-file.ts";

const folder = scratchFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function verdictOn(content: string | Uint8Array) {
  const path = join(folder, "record.ndjson");
  writeFileSync(path, content);
  const { problems } = await verifyFile(path, null);
  return problems.map(({ stream, seq, field, code }) => `${stream} ${seq} ${field} ${code}`);
}

test("a file is read as it is, with or without its last line feed", async () => {
  const text = textOf(aRecordFile().lines);
  expect(await verdictOn(text)).toEqual([]);
  expect(await verdictOn(text.trimEnd())).toEqual([]);
  expect(await verdictOn("")).toEqual(["file 0 line truncated"]);
});

test("what is longer than is read at once is read all the same", async () => {
  const events = Array.from({ length: 900 }, (_, at) => {
    const [salt, body] = ["5a".repeat(16), "深圳".repeat(at === 450 ? 120_000 : at % 40)];
    const digest = wordsDigest(salt, body);
    return { stream: "request:x", type: "step.approved", data: { note: { digest } }, words: { [digest]: { salt, body } }, at: "2026-11-26T08:29:00.000Z" };
  });
  const text = textOf(aRecordFile({ events, upTo: events.length }).lines);
  expect(await verdictOn(text)).toEqual([]);
  expect(await verdictOn(text.replace("深圳深圳", "深圳香港"))).toEqual(["request:x 3 data.note wordsAltered"]);
});

test("a file that is not there, or is a folder, is said to be that", async () => {
  await expect(verifyFile(join(folder, "nothing"), null)).rejects.toThrow(`${join(folder, "nothing")} cannot be read: there is no such file`);
  await expect(verifyFile(folder, null)).rejects.toThrow(`${folder} cannot be read: it is a folder, not a file`);
});

test("lines that are no UTF-8, or longer than 16 MiB, are one problem each, and the rest is read on", async () => {
  const [first = "", ...rest] = textOf(aRecordFile().lines).trimEnd().split("\n");
  const odd = Buffer.concat([Buffer.from(`${first}\n`), Buffer.of(0xff, 10), Buffer.alloc(16 * 1024 * 1024 + 1, "x"), Buffer.from(`\n${rest.join("\n")}\n`)]);
  expect(await verdictOn(odd)).toEqual(["file 2 line malformed", "file 3 line malformed"]);
  expect(await verdictOn(Buffer.concat([odd, Buffer.alloc(17 * 1024 * 1024, "x")]))).toEqual(["file 2 line malformed", "file 3 line malformed", "file 17 line malformed"]);
});
