import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compiled } from "../compiled.mjs";
import { readsTypeScript } from "../reads-typescript.mjs";
import { ensureBuild } from "../serve/build.ts";
import { ownFolder } from "./own-folder.ts";
import { type Environment, type Tally, runScript } from "./suite.ts";

/** The browser's journeys through a production build, which is made once and kept while the sources stay the same. */
export async function journeys(environment: Environment): Promise<Tally> {
  await build();
  const report = join(ownFolder(), "report.json");
  // Playwright's own way to read TypeScript has Babel rewrite every file of ours that a journey knows: ten seconds in which nothing else runs.
  const [told, flags] = readsTypeScript ? [{ PW_DISABLE_TS_ESM: "1", NODE_COMPILE_CACHE: compiled }, ["--import", new URL("../with-typescript.mjs", import.meta.url).href]] : [{}, []];
  const code = await runScript("@playwright/test/cli.js", ["test", "--reporter=list,json"], { ...environment, ...told, PLAYWRIGHT_JSON_OUTPUT_FILE: report }, flags);
  const { stats, errors } = JSON.parse(readFileSync(report, "utf8")) as Report;
  if (stats.skipped > 0) process.stdout.write(`${stats.skipped} skipped, and so failed\n`);
  if (stats.flaky > 0) process.stdout.write(`${stats.flaky} passed at another try\n`);
  const failed = stats.unexpected + stats.skipped + errors.length;
  return { passed: stats.expected + stats.flaky, failed: failed === 0 && code !== 0 ? 1 : failed };
}

/** The build that the journeys go through, made at the first question. */
export function build(): Promise<void> {
  made ??= ensureBuild((line) => process.stdout.write(`${line}\n`));
  return made;
}

let made: Promise<void> | undefined;

type Report = {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number; readonly skipped: number };
  readonly errors: readonly unknown[];
};
