import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ownFolder } from "./own-folder.ts";
import { type Suite, type Tally, runScript } from "./suite.ts";

/** A project of `vitest.config.ts`. */
export function vitest(project: string): Suite["run"] {
  return async (environment) => {
    const report = join(ownFolder(), "report.json");
    const code = await runScript("vitest/vitest.mjs", ["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`], environment);
    return tallyOf(JSON.parse(readFileSync(report, "utf8")) as Report, code);
  };
}

type Report = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly { readonly status: string }[] }[];
};

function tallyOf(report: Report, code: number): Tally {
  const skipped = report.numPendingTests + report.numTodoTests;
  if (skipped > 0) process.stdout.write(`${skipped} skipped, and so failed\n`);
  // A file that cannot be loaded has no tests to count.
  const broken = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.every((test) => test.status !== "failed")).length;
  const failed = report.numFailedTests + skipped + broken;
  return { passed: report.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}
