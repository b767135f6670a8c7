/** Mutates one folder of lib: `MUTATE=calendar npm run test:mutate`; `calendar`, `access`, `workflow` or `request`. Lists of facts are left alone: they are compared with their sources. */
const folder = process.env.MUTATE ?? "calendar";
const files = process.env.FILES ?? "**/*.ts";

export default {
  testRunner: "quick",
  plugins: ["./tests/mutation/runner.mjs"],
  mutate: [`lib/${folder}/${files}`, "!lib/calendar/published.ts", "!lib/calendar/holiday-names.ts", "!lib/workflow/{data,funds,person,reagent,sample}.ts"],
  coverageAnalysis: "perTest",
  ignoreStatic: true,
  concurrency: 1,
  // Loops without end are counted and stopped, all but a few; a machine that is busy with other things is no mutant noticed.
  timeoutMS: 30_000,
  timeoutFactor: 5,
  dryRunTimeoutMinutes: 20,
  // Types are read away by esbuild; TypeScript 7 has no interface that Stryker could ask.
  tsconfigFile: "none",
  disableTypeChecks: false,
  reporters: ["clear-text", "progress-append-only", "json"],
  clearTextReporter: { allowColor: false, reportTests: false },
  jsonReporter: { fileName: `.mutation/${folder}.json` },
  incremental: true,
  incrementalFile: `.mutation/${folder}.incremental.json`,
  tempDirName: ".mutation/sandbox",
};
