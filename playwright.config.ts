import { rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { type Browser, findBrowser } from "./tests/support/browser.ts";
import { copiedWorld } from "./tests/support/copied-world.ts";
import { further } from "./tests/support/further.ts";
import { scratchFolder } from "./tests/support/scratch.ts";

/**
 * Journeys drive a production build with a demonstration world of its own (a copy of the one that `npm test` has made, or else one that its start makes), on a free port and in a folder that goes afterwards.
 * `npx playwright test` alone builds nothing but when `npm start` would; `JOURNEY_URL` (with `CAUSEWAY_DATA`) points it at a server that runs already.
 */
// Every worker reads this file again: what the first reading chose stands in the environment.
if (!process.env.JOURNEY_SCRATCH) {
  const made = (process.env.JOURNEY_SCRATCH = scratchFolder());
  // The server has stopped when this process ends, and not before.
  process.once("exit", () => rmSync(made, { recursive: true, force: true }));
  copiedWorld(join(made, "data"));
}
const scratch = process.env.JOURNEY_SCRATCH;
const outside = process.env.JOURNEY_SERVER === undefined ? process.env.JOURNEY_URL : undefined;
if (!outside) {
  process.env.JOURNEY_SERVER ??= String(await freePort());
  process.env.JOURNEY_URL = `http://localhost:${process.env.JOURNEY_SERVER}`;
  process.env.CAUSEWAY_DATA = join(scratch, "data");
}
const browser = JSON.parse((process.env.JOURNEY_BROWSER ??= JSON.stringify(await findBrowser(join(scratch, "browser"))))) as Browser;

export default defineConfig({
  testDir: "tests/journeys",
  outputDir: "test-results",
  forbidOnly: true,
  // What goes the way of another journey once more, in another language, and a bench in small take longer than whoever changes a line wants to wait.
  grepInvert: further ? undefined : /@further/,
  // A third of the time a journey waits: for the server's database, for a page's own pauses. Three at once use two cores.
  workers: 3,
  timeout: 90_000,
  // A busy machine can make a browser miss its moment; what fails three times is broken. Journeys that needed another try are named at the end.
  retries: 2,
  expect: { timeout: 10_000 },
  reporter: "list",
  projects: [
    // The longest begin first: at the end one of them alone would leave a core idle.
    { name: "stories", testMatch: /sample\.spec/ },
    { name: "journeys", testIgnore: /(sample|limits)\.spec/ },
    { name: "limits", testMatch: /limits\.spec/, dependencies: ["stories", "journeys"] },
  ],
  use: {
    baseURL: process.env.JOURNEY_URL,
    trace: "off",
    // What a page said when it failed is kept as text; a picture would be taken of every window that closes, in case its journey fails.
    screenshot: "off",
    actionTimeout: 15_000,
    launchOptions: { executablePath: browser.executablePath, args: browser.args, env: { ...process.env, ...browser.env } as Record<string, string> },
  },
  ...(outside
    ? {}
    : {
        webServer: {
          command: "exec node cli/start.mjs",
          url: process.env.JOURNEY_URL,
          env: { PORT: process.env.JOURNEY_SERVER ?? "", PUBLIC_URL: "", DATABASE_URL: "", DATABASE_OWNER_URL: "" },
          timeout: 300_000,
          stdout: "pipe",
          gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
        },
      }),
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
