import { join } from "node:path";
import { defineConfig } from "vitest/config";

/** Which rules tests a folder of lib is held to when it is mutated. Generated cases are left out: what they find differs from run to run. */
const heldBy: Readonly<Record<string, readonly string[]>> = {
  calendar: ["calendar"],
  access: ["access"],
  workflow: ["workflow", "patterns", "request"],
  request: ["request", "patterns", "permissions", "dossier"],
};
const root = join(import.meta.dirname, "../..");

export default defineConfig({
  root,
  resolve: { alias: { "@": root } },
  test: { include: (heldBy[process.env.MUTATE ?? "calendar"] ?? []).map((folder) => `tests/rules/${folder}/**/*.test.ts`), testTimeout: 60_000 },
});
