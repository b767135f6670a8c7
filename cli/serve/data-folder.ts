import { randomBytes } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { failure } from "../failure.ts";

/** The data folder, made when missing, and proven to be writable. Nobody else may look inside. */
export function prepareDataFolder(folder: string): string {
  const path = resolve(folder);
  const probe = join(path, `.probe-${process.pid}`);
  try {
    makeFolder(path);
    if (!statSync(path).isDirectory()) throw Object.assign(new Error("a file"), { code: "ENOTDIR" });
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    throw failure(`cannot write to the data folder ${path} (CAUSEWAY_DATA): ${reason(error)}`);
  }
  return path;
}

/** Whether an embedded database was made in the folder. */
export function holdsDatabase(folder: string): boolean {
  return existsSync(join(folder, "postgres"));
}

/** Folder by folder: a recursive mkdir of Node never returns where the system makes no folders at all, as in /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}

/** The secret that keys cookies and links: made once, kept in the data folder. */
export function keptSecret(folder: string): string {
  const file = join(folder, "auth-secret");
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  return readFileSync(file, "utf8").trim();
}

function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  const words: Record<string, string> = {
    EACCES: "permission denied",
    EPERM: "permission denied",
    EROFS: "read-only file system",
    ENOSPC: "no space left",
    ENOTDIR: "it, or a part of its path, is a file",
    ENOENT: "no folder can be made there",
  };
  return words[code] ?? code;
}
