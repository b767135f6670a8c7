import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { folderStore } from "../../lib/server/document-store.ts";

/* Papers in a folder: found by their ids however these are written, and by nothing that is no id. */

const [request, paper] = ["01a21c7c-3b30-76f7-8f44-a8e4b74f65b7", "01a21c7c-3b30-76f7-8f44-a8e4b74f65b8"] as const;
const content = new TextEncoder().encode("invoice");
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "causeway-papers-"));
});
afterAll(() => rm(folder, { recursive: true }));

test("what was put under an id is the same in capitals, which a browser may send", async () => {
  const store = folderStore(folder);
  await store.put(request.toUpperCase(), paper, content);
  expect(await store.get(request, paper.toUpperCase())).toEqual(Buffer.from(content));
  expect(await readdir(folder)).toEqual([request]);
  await store.remove(request.toUpperCase(), paper.toUpperCase());
  expect(await readdir(path.join(folder, request))).toEqual([]);
  await store.removeAll(request.toUpperCase());
  expect(await readdir(folder)).toEqual([]);
});

test("nothing else names a file", async () => {
  const store = folderStore(folder);
  const never = [[`../${request.slice(3)}`, paper], [request, ""], [request, `../../etc/${paper.slice(10)}`], ["", paper]] as const;
  for (const [one, other] of never) expect(() => store.get(one, other)).toThrow("not an id");
  expect(() => store.removeAll("")).toThrow("not an id");
});
