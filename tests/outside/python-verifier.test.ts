import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { scratchFolder } from "../support/scratch.ts";

const root = resolve(import.meta.dirname, "../..");
const folder = scratchFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/* The second verifier, in Python with nothing but its standard library, was written from docs/record-format.md; it is held to what the first says of every vector. */

type Vector = { readonly file: string; readonly kept: string | null; readonly verdict: unknown };
const vectors = JSON.parse(readFileSync(join(root, "tests/rules/audit/vectors/record-files.json"), "utf8")) as Record<string, Vector>;

const program = `
import json, sys
sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])
from verify_record import check_file
verdicts = {}
for name, vector in json.load(sys.stdin).items():
    with open(sys.argv[2], "wb") as file:
        file.write(vector["file"].encode("utf-8"))
    verdicts[name] = check_file(sys.argv[2], vector["kept"])
print(json.dumps(verdicts))
`;

test("the verifier in Python says of every vector what ours says", () => {
  const { status, stdout, stderr } = spawnSync("python3", ["-c", program, join(root, "docs/verify"), join(folder, "record.ndjson")], { input: JSON.stringify(vectors), encoding: "utf8", maxBuffer: 1 << 28 });
  expect(stderr).toBe("");
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toEqual(Object.fromEntries(Object.entries(vectors).map(([name, { verdict }]) => [name, verdict])));
});
