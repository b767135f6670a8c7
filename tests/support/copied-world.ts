import { chmodSync, cpSync } from "node:fs";
import { join } from "node:path";

/** Puts a copy of the data folder in which `npm test` has made the demonstration world at a path; answers false where none was made. */
export function copiedWorld(path: string): boolean {
  const world = process.env.CAUSEWAY_TEST_WORLD;
  if (!world) return false;
  cpSync(world, path, { recursive: true });
  // Who may look into a folder is not copied, and PostgreSQL starts in none that others can read.
  chmodSync(join(path, "postgres"), 0o700);
  return true;
}
