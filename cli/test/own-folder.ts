import { rmSync } from "node:fs";
import { scratchFolder } from "../../tests/support/scratch.ts";

/** A scratch folder that goes when this process does, also when it was asked to end. */
export function ownFolder(): string {
  const folder = scratchFolder();
  // What still writes there is on its way out, too.
  process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));
  return folder;
}
