import { readFileSync } from "node:fs";
import { failure } from "./failure.ts";

/** What a file that an operator names holds; one line and exit 1 where it cannot be read. */
export function bytesIn(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw failure(`${path} cannot be read: ${(error as NodeJS.ErrnoException).code ?? "unknown"}`);
  }
}

export function textIn(path: string): string {
  return bytesIn(path).toString("utf8");
}
