import { type Tally, runScript } from "./suite.ts";

/** The types of everything: pages, tests and programs. The routes' own types are generated first, as a build would. */
export async function types(): Promise<Tally> {
  const generated = await runScript("next/dist/bin/next", ["typegen"], { NEXT_TELEMETRY_DISABLED: "1" });
  return one(generated === 0 ? await runScript("typescript/bin/tsc", ["--noEmit", "-p", "."]) : generated);
}

export async function lint(): Promise<Tally> {
  return one(await runScript("oxlint/bin/oxlint", ["--deny-warnings"]));
}

function one(exitCode: number): Tally {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
