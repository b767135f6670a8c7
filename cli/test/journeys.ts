import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ensureBuild } from "../serve/build.ts";
import { ownFolder } from "./own-folder.ts";
import { type Environment, type Tally, runScript } from "./suite.ts";

/** The browser's journeys through a production build, which is made once and kept while the sources stay the same. */
export async function journeys(environment: Environment): Promise<Tally> {
  await build();
  const report = join(ownFolder(), "report.json");
  const code = await runScript("@playwright/test/cli.js", ["test", "--reporter=list,json"], { ...environment, PLAYWRIGHT_JSON_OUTPUT_FILE: report });
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
