import { createRequire } from "node:module";
import { relative, resolve } from "node:path";
import { Script } from "node:vm";
import { PluginKind, declareFactoryPlugin } from "@stryker-mutator/api/plugin";
import { DryRunStatus, TestStatus, determineHitLimitReached, toMutantRunResult } from "@stryker-mutator/api/test-runner";
import * as vitest from "@vitest/runner";
import { startTests } from "@vitest/runner";
import { buildSync } from "esbuild";
import { expect } from "./expect.mjs";
import { testsOf } from "./held-by.mjs";

const require = createRequire(import.meta.url);

/**
 * Runs rules tests for Stryker. Its own runner for vitest begins a thread and loads every module again for each mutant, which takes seconds where the tests take milliseconds, and there are ten thousand mutants.
 * Here tests and lib are one script, compiled once and evaluated anew for each mutant: no mutant leaves anything behind for the next. Tests run in vitest's runner, with vitest's assertions.
 */
function quickRunner() {
  const stryker = (globalThis.__stryker__ = { mutantCoverage: { static: {}, perTest: {} } });
  const files = testsOf(process.env.MUTATE ?? "calendar");
  let script;

  return { capabilities: () => ({ reloadEnvironment: true }), init, dryRun, mutantRun };

  async function init() {
    script = compile(files);
    // Generated cases are the same each time, so that a score is.
    require("fast-check").configureGlobal({ seed: 1 });
  }

  async function dryRun() {
    const tests = [];
    const took = new Map();
    // Each file finds modules as new, or what one of them has worked out and kept would count as touched by the first alone.
    for (const file of files) {
      const ran = await run(evaluated(), file, { each: (id) => (stryker.currentTestId = id) });
      tests.push(...ran);
      for (const { id } of ran) took.set(id, ran.reduce((sum, { timeSpentMs }) => sum + timeSpentMs, 0));
    }
    // Stryker asks for tests in this order: the quick files come first, and most mutants end there.
    const perTest = Object.fromEntries(Object.entries(stryker.mutantCoverage.perTest).toSorted(([one], [other]) => (took.get(one) ?? 0) - (took.get(other) ?? 0)));
    return { status: DryRunStatus.Complete, tests, mutantCoverage: { ...stryker.mutantCoverage, perTest } };
  }

  /** File by file until one fails. */
  async function mutantRun({ activeMutant, mutantActivation, hitLimit, testFilter }) {
    const activate = () => void (stryker.activeMutant = activeMutant.id);
    const rest = () => void (stryker.activeMutant = undefined);
    Object.assign(stryker, { hitCount: 0, hitLimit });
    if (mutantActivation === "static") activate();
    const own = evaluated();
    const wanted = testFilter && new Set(testFilter);
    const tests = [];
    for (const file of testFilter ? new Set(testFilter.map((id) => id.split("#")[0])) : files) {
      if (mutantActivation === "runtime") rest();
      tests.push(...(await run(own, file, { wanted, bail: true, loaded: activate })));
      if (tests.some(({ status }) => status === TestStatus.Failed)) break;
    }
    const result = determineHitLimitReached(stryker.hitCount, hitLimit) ?? { status: DryRunStatus.Complete, tests };
    rest();
    Object.assign(stryker, { hitCount: undefined, hitLimit: undefined });
    return toMutantRunResult(result);
  }

  /** The modules as new: nothing of them has run yet, each does when a test file first asks for it. */
  function evaluated() {
    const own = { exports: {} };
    script.runInThisContext()(own, own.exports, provided);
    return own.exports;
  }
}

/** Runs the tests of a file, all or those that are wanted, and tells what came of each. */
async function run(modules, file, { wanted, bail, loaded, each }) {
  const results = [];
  let failed = false;
  const [ran] = await startTests([resolve(file)], {
    config,
    importFile: async () => void modules[file](),
    onBeforeRunFiles: loaded,
    onBeforeRunTask(test) {
      const id = idOf(test);
      if ((wanted && !wanted.has(id)) || (bail && failed)) test.mode = "skip";
      each?.(id);
    },
    onAfterRunTask(test) {
      each?.(undefined);
      if (test.mode === "skip") return;
      const ok = test.result?.state === "pass";
      failed ||= !ok;
      results.push({ ...testOf(test), timeSpentMs: test.result?.duration ?? 0, ...(ok ? { status: TestStatus.Success } : failedBy(test)) });
    },
  });
  // What fails outside any test: a file that cannot be loaded, a hook.
  const around = [ran, ...suitesIn(ran)].find(({ result }) => result?.errors?.length > 0);
  return around && !failed ? [...results, { ...testOf(around), timeSpentMs: 0, ...failedBy(around) }] : results;
}

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, "quick", quickRunner)];

const config = {
  root: process.cwd(),
  setupFiles: [],
  name: undefined,
  passWithNoTests: false,
  testNamePattern: undefined,
  allowOnly: false,
  sequence: { seed: 1, hooks: "stack", setupFiles: "parallel" },
  chaiConfig: undefined,
  maxConcurrency: 1,
  testTimeout: 60_000,
  hookTimeout: 60_000,
  retry: 0,
  includeTaskLocation: false,
  tags: [],
  tagsFilter: undefined,
  strictTags: false,
};

/** One script of all test files and what they import from the project; what is installed stays outside and is loaded once. */
function compile(files) {
  const contents = `module.exports = {${files.map((file) => `${JSON.stringify(file)}: () => require("./${file}")`).join(",")}};`;
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir: process.cwd(), loader: "js" },
    bundle: true,
    write: false,
    platform: "node",
    target: "node20",
    format: "cjs",
    packages: "external",
    logLevel: "error",
  });
  return new Script(`(function (module, exports, require) {${outputFiles[0].text}\n})`, { filename: "rules-tests.cjs" });
}

function provided(name) {
  return name === "vitest" ? { ...vitest, expect } : require(name);
}

function testOf(task) {
  return { id: idOf(task), name: fullName(task), fileName: task.file.filepath };
}

function failedBy(task) {
  return { status: TestStatus.Failed, failureMessage: task.result?.errors?.[0]?.message ?? "failed" };
}

function idOf(task) {
  return `${relative(process.cwd(), task.file.filepath)}#${fullName(task)}`;
}

function fullName(task) {
  const names = [];
  for (let at = task; at && at !== task.file; at = at.suite) names.unshift(at.name);
  return names.join(" ");
}

function suitesIn({ tasks = [] }) {
  return tasks.flatMap((task) => (task.type === "suite" ? [task, ...suitesIn(task)] : []));
}
