import { isUtf8 } from "node:buffer";
import type { FileCheck } from "./check-file.ts";

/** The longest line that docs/record-format.md allows, in bytes. */
export const longestLine = 16 * 1024 * 1024;

/** Gives a check lines that each end with a line feed. */
export function checkLines(check: FileCheck, bytes: Buffer): void {
  const isText = isUtf8(bytes);
  for (let from = 0; from < bytes.length; ) {
    const to = bytes.indexOf(10, from);
    if (to - from <= longestLine && (isText || isUtf8(bytes.subarray(from, to)))) check.bytes(bytes, from, to);
    else check.line(null);
    from = to + 1;
  }
}
