import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { draw } from "../../lib/audit/sampling/draw.ts";

test("the ten lines of Python in the manual draw the sample that we draw", () => {
  const manual = readFileSync(join(import.meta.dirname, "../../docs/sampling.md"), "utf8");
  const [, script = ""] = /```python\n([^]*?)```/.exec(manual) ?? [];
  expect(script.trim().split("\n").length).toBeLessThanOrEqual(10);
  const ids = Array.from({ length: 200 }, (_, at) => `019a0000-0000-7000-8000-${String(at * 7919).padStart(12, "0")}`);
  const said = execFileSync("python3", ["-c", script, "二〇二六 harbour", "25"], { input: ids.toReversed().join("\n"), encoding: "utf8" }).trim().split("\n");
  const ours = draw(ids.map((item) => ({ item })), { size: 25, seed: "二〇二六 harbour" });
  expect(said).toEqual("refusals" in ours ? ours : [`200 ${ours.population.digest}`, ...ours.sample.map(({ item }) => item)]);
});
