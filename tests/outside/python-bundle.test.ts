import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { zipSync } from "fflate";
import { afterAll, expect, test } from "vitest";
import { bundleAt } from "../../cli/verify-bundle.ts";
import { checkBundle } from "../../lib/audit/record-file/check-bundle.ts";
import { aRecordFile, textOf } from "../rules/audit/a-record-file.ts";
import { scratchFolder } from "../support/scratch.ts";

/* Bundles of evidence that were damaged or made by somebody else: the verifier in Python says what ours says, and never where it broke. */

const program = resolve(import.meta.dirname, "../../docs/verify/verify_record.py");
const folder = scratchFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const record = textOf(aRecordFile({ scope: "request" }).lines);
const [, sha256 = ""] = /"sha256":"([0-9a-f]{64})","size":/.exec(record) ?? [];
const missing = { missing: [{ recorded: sha256 }] };
type Files = Readonly<Record<string, string>>;

/** A bundle with these files, and the sums of what they were. */
function listed(files: Files): Files {
  return { ...files, SHA256SUMS: Object.entries(files).map(([name, content]) => `${createHash("sha256").update(content).digest("hex")}  ${name}\n`).join("") };
}

const whole = listed({ "CW-1/record.ndjson": record, "index.json": JSON.stringify(missing) });

function python(path: string) {
  const { status, stdout, stderr } = spawnSync("python3", [program, path, "--json"], { encoding: "utf8" });
  return { status, stdout, stderr };
}

function unpacked(name: string, files: Files): string {
  const at = join(folder, name);
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(at, file)), { recursive: true });
    writeFileSync(join(at, file), content);
  }
  return at;
}

function zipped(name: string, bytes: Uint8Array): string {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
}

const packed = (files: Files) => zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, Buffer.from(content)])));

test.each<[string, Files]>([
  ["whole", whole],
  ["without its index", listed({ "CW-1/record.ndjson": record })],
  ["with line breaks of Windows in its record", listed({ "CW-1/record.ndjson": record.replaceAll("\n", "\r\n"), "index.json": "{}" })],
  ["with an index that goes deeper than can be read", listed({ "CW-1/record.ndjson": record, "index.json": "[".repeat(100_000) })],
  ["with an index that says other things beside", listed({ "CW-1/record.ndjson": record, "index.json": JSON.stringify({ missing: [{ recorded: {} }, { recorded: 1 }, ...missing.missing] }) })],
  ["with an index that is null", listed({ "CW-1/record.ndjson": record, "index.json": "null" })],
  ["with sums of nothing and sums that are none", { ...whole, SHA256SUMS: `${whole.SHA256SUMS}${"0".repeat(64)}  nothing\n${"0".repeat(64)} x\n${"A".repeat(64)}  y\n\n${"0".repeat(64)}  a\u2028b\n` }],
])("%s", (name, files) => {
  for (const path of [unpacked(name, files), zipped(`${name}.zip`, packed(files))]) {
    const bundle = bundleAt(path);
    const { status, stdout, stderr } = python(path);
    const ours = bundle && checkBundle(bundle);
    expect([stderr, JSON.parse(stdout)]).toEqual(["", JSON.parse(JSON.stringify(ours))]);
    expect(status).toBe(ours?.ok ? 0 : 1);
  }
});

test("a link in a folder is no file of the bundle", () => {
  const path = unpacked("linked", whole);
  rmSync(join(path, "index.json"));
  symlinkSync(join(folder, "elsewhere"), join(path, "index.json"));
  const bundle = bundleAt(path);
  expect(JSON.parse(python(path).stdout)).toEqual(JSON.parse(JSON.stringify(bundle && checkBundle(bundle))));
});

test("an archive of which any byte was changed, or its end cut off, does not hold or says that it is damaged, and no program says where it broke", () => {
  const bytes = packed(whole);
  const damaged = [
    ...Array.from({ length: 60 }, (_, at) => bytes.map((byte, place) => (place === Math.floor(((at + 0.5) * bytes.length) / 60) ? byte ^ 0x9c : byte))),
    ...[4, 30, bytes.length - 30].map((length) => bytes.subarray(0, length)),
    // The name and the way of packing of its first part.
    bytes.map((byte, place) => (place >= 30 && place < 34 ? 0xac : byte)),
    bytes.map((byte, place) => (place === 8 ? 99 : byte)),
  ];
  const said = damaged.map((one, at) => python(zipped(`damaged-${at}.zip`, one)));
  for (const { status, stderr } of said) expect([[0, 1].includes(status ?? -1), stderr]).toEqual([true, expect.not.stringContaining("Traceback")]);
  expect(said.filter(({ status }) => status === 1).length).toBeGreaterThan(50);
});
