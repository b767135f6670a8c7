import { defineConfig } from "vitest/config";
import { LongestFirst } from "./tests/support/longest-first.ts";

/** Three suites: rules need nothing, db makes its own PostgreSQL, outside reads vectors that lie beside the project. */
export default defineConfig({
  resolve: { alias: { "@": import.meta.dirname } },
  test: {
    allowOnly: false,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        // By itself vitest leaves one of two cores to itself.
        test: { name: "rules", include: ["tests/rules/**/*.test.{ts,tsx}", "lib/**/*.test.ts"], pool: "threads", isolate: false, maxWorkers: 2, testTimeout: 120_000 },
      },
      {
        extends: true,
        test: {
          name: "db",
          // It asks for Next's modules as a bundler finds them, and Node does not.
          server: { deps: { inline: ["next-auth"] } },
          include: ["tests/db/**/*.test.ts", "tests/server/**/*.test.ts"],
          globalSetup: ["tests/support/cluster.ts"],
          setupFiles: ["tests/support/fresh.ts"],
          pool: "forks",
          isolate: false,
          // Half of the time a file waits for its database: three at once use two cores.
          maxWorkers: 3,
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: "outside",
          include: ["tests/outside/**/*.test.ts"],
          globalSetup: ["tests/support/outside.ts", "tests/support/cluster.ts"],
          maxWorkers: 2,
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
