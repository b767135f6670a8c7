import { expect, test } from "vitest";
import { controlFlow, resourcePatterns, togetherPatterns } from "./rows.ts";

test("docs/patterns.md says which patterns hold, and by what", async () => {
  await expect(page()).toMatchFileSnapshot("../../../docs/patterns.md");
});

function page(): string {
  const table = (all: readonly { readonly pattern: string; readonly called: string; readonly holds: string; readonly by: string }[]) => ["| pattern | must hold | had by |", "| --- | --- | --- |", ...all.map(({ pattern, called, holds, by }) => `| **${pattern}** ${called} | ${holds} | ${by} |`)];
  return [
    "# Patterns",
    "",
    "What approvals need of an engine, after van der Aalst’s workflow patterns (WCP) and resource patterns (R). Each row is a test that builds a definition and plays the example through",
    "commands (`tests/rules/patterns`); this page is printed from them: `npx vitest run --project rules tests/rules/patterns -u`.",
    "",
    "## Control flow",
    "",
    ...table(controlFlow),
    "",
    "## People",
    "",
    ...table([...resourcePatterns, ...togetherPatterns]),
    "",
  ].join("\n");
}
