import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { identify, isAlive } from "../../db/embedded-lock.ts";

const prefix = "causeway-test-";

/** A folder of this process under the system's temporary folder; those of killed runs are cleared on the way. */
export function scratchFolder(): string {
  for (const name of readdirSync(tmpdir())) {
    const owner = name.startsWith(prefix) ? name.slice(prefix.length).split("-")[0]?.replace("_", ":") : undefined;
    if (owner && !isAlive(owner)) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
  return mkdtempSync(join(tmpdir(), `${prefix}${identify(process.pid).replace(":", "_")}-`));
}
