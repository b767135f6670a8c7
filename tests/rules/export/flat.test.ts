import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

/** Less than a quarter of what the rows themselves come to: whoever kept them would run out of it. */
const megabytes = 48;

test.each(process.env.FURTHER ? ["csv", "ndjson", "xlsx", "ocel"] : ["csv"])("a hundred thousand events go by as %s in a memory that could not hold them", async (form) => {
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, [`--max-old-space-size=${megabytes}`, "--import", "tsx", "tests/support/flat.ts", form, "100000"], { maxBuffer: 1000 });
  expect(Number(stdout)).toBeGreaterThan(form === "xlsx" ? 1_000_000 : megabytes * 1_000_000);
});
