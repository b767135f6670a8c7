import { failure, isFailure, wrongUsage } from "./failure.ts";
import { build, journeys } from "./test/journeys.ts";
import { lint, types } from "./test/checks.ts";
import { vitest } from "./test/vitest.ts";
import type { Suite, Tally } from "./test/suite.ts";
import { world } from "./test/world.ts";

/** What `npm test` can run, in the order in which it does: the quick answers first. */
const suites = {
  types: { onWorld: false, run: types },
  lint: { onWorld: false, run: lint },
  rules: { onWorld: false, run: vitest("rules") },
  db: { onWorld: true, run: vitest("db") },
  outside: { onWorld: true, run: vitest("outside") },
  journeys: { onWorld: true, run: journeys },
} satisfies Record<string, Suite>;

/** `outside` reads vectors that lie beside the project; whoever has only the project runs the rest. */
const usual: (keyof typeof suites)[] = ["types", "lint", "rules", "db", "journeys"];

/** Runs the suites named, or the usual ones, and closes with one line that counts everything. Answers the exit code. */
export default async function test(args: readonly string[]): Promise<number> {
  const chosen = args.length === 0 ? usual : args;
  for (const name of chosen) {
    if (!Object.hasOwn(suites, name)) {
      process.stderr.write(`${wrongUsage(`there is no suite ${name}: ${Object.keys(suites).join(", ")}`).message}\n`);
      return 2;
    }
  }
  // While those run that need none. A failure is told by the first that waits for it.
  if (Object.entries(suites).some(([name, { onWorld }]) => onWorld && chosen.includes(name))) world().catch(() => {});
  const total = { passed: 0, failed: 0 };
  const lines: string[] = [];
  for (const [name, suite] of Object.entries(suites)) {
    if (!chosen.includes(name)) continue;
    // Half of the time the database suites wait; what the journeys need is built meanwhile, and a failure is told by them.
    if (suite.onWorld && chosen.includes("journeys")) build().catch(() => {});
    const begun = Date.now();
    process.stdout.write(`\n── ${name} ──\n`);
    const tally = await counted(suite);
    total.passed += tally.passed;
    total.failed += tally.failed;
    lines.push(`${name.padEnd(10)}${String(tally.passed).padStart(6)} passed ${String(tally.failed).padStart(4)} failed ${((Date.now() - begun) / 1000).toFixed(0).padStart(5)} s`);
  }
  process.stdout.write(`\n${lines.join("\n")}\n\n${total.passed} passed, ${total.failed} failed\n`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

/** A suite that cannot run, or runs nothing, has failed. */
async function counted(suite: Suite): Promise<Tally> {
  try {
    const tally = await suite.run(suite.onWorld ? { CAUSEWAY_TEST_WORLD: await world() } : {});
    if (tally.passed + tally.failed === 0) throw failure("no test ran");
    return tally;
  } catch (error) {
    process.stdout.write(`${isFailure(error) ? error.message : ((error as Error).stack ?? String(error))}\n`);
    return { passed: 0, failed: 1 };
  }
}
