import { closeSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { checkBundle, type BundleParts, type BundleVerdict } from "../lib/audit/record-file/check-bundle.ts";
import { failure } from "./failure.ts";
import { bytesIn, cannotBeRead, textIn } from "./file.ts";
import type { Io } from "./verb.ts";
import { verdictInWords } from "./verify-file.ts";

/** Checks a bundle of evidence and says what was found. */
export function verifyBundle(parts: BundleParts, { json, seal }: { readonly json: boolean; readonly seal?: string | undefined }, io: Io): number {
  const found = checkBundle(parts, seal === undefined ? null : textIn(seal));
  if (json) io.json(found);
  else for (const line of inWords(found)) io.line(line);
  return found.ok ? 0 : 1;
}

/** What lies at a path if it is a folder or an archive; null for any other file. An archive is read as a whole, and its parts one at a time. */
export function bundleAt(path: string): BundleParts | null {
  if (isFolder(path)) return { names: filesIn(path), read: (name) => bytesIn(join(path, name)) };
  return zipBegins.includes(beginningOf(path)) ? archive(path, bytesIn(path)) : null;
}

/** The first four bytes of a file, hexadecimal: a record may be larger than fits into memory. */
function beginningOf(path: string): string {
  const bytes = Buffer.alloc(4);
  try {
    const file = openSync(path, "r");
    try {
      return bytes.toString("hex", 0, readSync(file, bytes));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw cannotBeRead(path, error);
  }
}

function archive(path: string, bytes: Buffer): BundleParts {
  const names = new Set<string>();
  try {
    unzipSync(bytes, { filter: ({ name }) => (name.endsWith("/") ? false : (names.add(name), false)) });
  } catch {
    throw failure(`${path} cannot be read: the archive is damaged`);
  }
  return { names, read: (name) => partOf(bytes, name) };
}

function partOf(bytes: Buffer, wanted: string): Uint8Array | null {
  try {
    return unzipSync(bytes, { filter: ({ name }) => name === wanted })[wanted] ?? null;
  } catch {
    return null;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw cannotBeRead(path, error);
  }
}

function filesIn(path: string): Set<string> {
  const names = readdirSync(path, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name).slice(join(path, "/").length));
  return new Set(names.map((name) => name.replaceAll("\\", "/")));
}

function inWords({ ok, files, problems, besides, records }: BundleVerdict): string[] {
  return [
    ...Object.entries(records).flatMap(([name, verdict]) => [name, ...verdictInWords(verdict).map((line) => `  ${line}`)]),
    ...problems.map(({ file, code }) => `${file}: ${code}`),
    ...besides.map((name) => `${name}: not listed in SHA256SUMS`),
    ok ? `The bundle holds: ${files} files as listed, ${Object.keys(records).length} records proved, every paper the one that its record names.` : `The bundle does not hold: ${problems.length} problems.`,
  ];
}

/** How an archive begins: with its first part, or with its end where it is empty. */
const zipBegins: readonly string[] = ["504b0304", "504b0506"];
