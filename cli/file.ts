import { readFileSync } from "node:fs";
import { failure, type Failure } from "./failure.ts";

/** What a file that an operator names holds; one line and exit 1 where it cannot be read. */
export function bytesIn(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw cannotBeRead(path, error);
  }
}

export function textIn(path: string): string {
  return bytesIn(path).toString("utf8");
}

/** Why a file cannot be read, as a sentence that names it. */
export function cannotBeRead(path: string, error: unknown): Failure {
  return failure(`${path} cannot be read: ${inWords(error, { ENOENT: "there is no such file", EISDIR: "it is a folder, not a file" })}`);
}

/** Why a file cannot be written, as a sentence that names it. */
export function cannotBeWritten(path: string, error: unknown): Failure {
  return failure(`${path} cannot be written: ${inWords(error, { ENOENT: "its folder does not exist", EISDIR: "it is a folder, not a file" })}`);
}

/** What the system says, in words for what an operator meets; its code where it is something rarer. */
function inWords(error: unknown, own: Readonly<Record<string, string>>): string {
  const code = (error as NodeJS.ErrnoException).code ?? "unknown";
  return { ...common, ...own }[code] ?? code;
}

const common: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "the file system is read-only",
  ENOSPC: "no space is left",
  ENOTDIR: "a part of its path is a file, not a folder",
  ENAMETOOLONG: "its name is too long",
  ELOOP: "its links lead in a circle",
};
