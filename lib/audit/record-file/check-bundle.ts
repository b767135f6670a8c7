import { createHash } from "node:crypto";
import { checkFile } from "./check-file.ts";
import { checkLines } from "./check-lines.ts";
import { readLine } from "./read-line.ts";
import type { FileVerdict } from "./verdict.ts";

/* A bundle of evidence as docs/record-format.md has it: what SHA256SUMS lists, the records, and the papers by them. */

/** What lies in a folder or an archive: the names of its files, and the bytes of one; null for a part that cannot be read out of a damaged archive. */
export type BundleParts = { readonly names: ReadonlySet<string>; readonly read: (name: string) => Uint8Array | null };

export type BundleProblem = { readonly file: string; readonly code: "fileAltered" | "fileMissing" | "sumsUnreadable" | "recordFails" | "paperDiffers" | "paperMissing" };
export type BundleVerdict = {
  readonly ok: boolean;
  /** How many files are listed. */
  readonly files: number;
  readonly problems: readonly BundleProblem[];
  /** Files that nothing lists. */
  readonly besides: readonly string[];
  readonly records: Readonly<Record<string, FileVerdict>>;
};

const sums = "SHA256SUMS";

/** Checks a bundle; `kept` is the text of a seal that somebody kept elsewhere, to which its records are held. */
export function checkBundle({ names, read: bytesOf }: BundleParts, kept: string | null = null): BundleVerdict {
  const problems: BundleProblem[] = [];
  const records: Record<string, FileVerdict> = {};
  const listed: string[] = [];
  const digests = new Map<string, string | null>();
  const tell = (file: string, code: BundleProblem["code"]) => void problems.push({ file, code });
  const read = (name: string) => {
    const bytes = bytesOf(name);
    if (bytes === null) tell(name, "fileAltered");
    return bytes;
  };
  const digest = (name: string) => {
    const bytes = read(name);
    return bytes && createHash("sha256").update(bytes).digest("hex");
  };
  const sorted = (some: Iterable<string>) => [...some].toSorted(byCodePoints);

  for (const line of linesOf(names.has(sums) ? (read(sums) ?? new Uint8Array()) : new Uint8Array())) {
    const [, said, name] = /^([0-9a-f]{64}) {2}(.+)$/u.exec(line) ?? [];
    if (said === undefined || name === undefined) {
      tell(sums, "sumsUnreadable");
      continue;
    }
    listed.push(name);
    if (!names.has(name)) {
      tell(name, "fileMissing");
      continue;
    }
    const found = digest(name);
    digests.set(name, found);
    if (found !== null && found !== said) tell(name, "fileAltered");
  }
  if (listed.length === 0) tell(sums, "sumsUnreadable");
  for (const name of sorted(names).filter((one) => one.endsWith("/record.ndjson"))) {
    const bytes = read(name);
    if (bytes === null) continue;
    const verdict = checkBytes(bytes, kept);
    records[name] = verdict;
    if (!verdict.ok) tell(name, "recordFails");
    const folder = `${name.slice(0, -"record.ndjson".length)}papers/`;
    const told = papersTold(bytes);
    const here = sorted(names).filter((one) => one.startsWith(folder)).map((paper) => ({ paper, found: digests.get(paper) ?? digest(paper) }));
    for (const { paper, found } of here) if (found === null || !told.includes(found)) tell(paper, "paperDiffers");
    const gone = missingIn(names.has("index.json") ? read("index.json") : null);
    for (const one of told) if (!here.some(({ found }) => found === one) && !gone.has(one)) tell(`${folder}${one}`, "paperMissing");
  }
  if (Object.keys(records).length === 0) tell("record.ndjson", "fileMissing");
  const besides = sorted(names).filter((name) => name !== sums && !listed.includes(name));
  return { ok: problems.length === 0, files: listed.length, problems, besides, records };
}

function checkBytes(bytes: Uint8Array, kept: string | null): FileVerdict {
  const check = checkFile(kept);
  const isEnded = bytes.length === 0 || bytes.at(-1) === 10;
  checkLines(check, isEnded ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) : Buffer.concat([bytes, Buffer.of(10)]));
  return check.end();
}

/** The digests that a record has of its papers, each in the order in which it was attached. */
function papersTold(bytes: Uint8Array): string[] {
  return Buffer.from(bytes).toString("utf8").split("\n").flatMap((text) => {
    if (!text.includes('"document"')) return [];
    const said = readLine(text);
    return "line" in said && said.line.line === "document" ? [said.line.sha256] : [];
  });
}

/** What the index says that the bundle has not, as it was erased or lost. */
function missingIn(index: Uint8Array | null): ReadonlySet<string> {
  try {
    const { missing } = JSON.parse(Buffer.from(index ?? new Uint8Array()).toString("utf8")) as { readonly missing: readonly { readonly recorded: string }[] };
    return new Set(missing.map(({ recorded }) => recorded));
  } catch {
    return new Set();
  }
}

function linesOf(bytes: Uint8Array): string[] {
  const lines = Buffer.from(bytes).toString("utf8").split(/\r\n|[\n\r\v\f\u001c-\u001e\u0085\u2028\u2029]/);
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

function byCodePoints(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}
