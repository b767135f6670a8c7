import { readFileSync } from "node:fs";
import { asReader } from "../../db/client.ts";
import { problemsOfWorkflow, workflowProblemSentence } from "../../lib/server/workflow-problems.ts";
import { translator } from "../../lib/server/translate.ts";
import { brokenWorkflow } from "../../lib/workflow/check/problem.ts";
import { failure, wrongUsage } from "../failure.ts";
import type { Io } from "../verb.ts";

export const usage = "workflows check [--json] FILE…";
export const summary = "proves workflows written as JSON before they are published: every step needed, staffed and able to end, for every two institutions";
export const needs = "schema";

export default async function workflows(args: readonly string[], io: Io): Promise<number> {
  const [what, ...rest] = args;
  const json = rest.includes("--json");
  const paths = rest.filter((one) => one !== "--json");
  if (what !== "check" || paths.length === 0 || paths.some((one) => one.startsWith("--"))) throw wrongUsage(`usage: ${usage}`);
  const t = translator("en");
  let wrong = 0;
  for (const path of paths) {
    const problems = await asReader({ kind: "system" }, (tx) => problemsOfWorkflow(tx, bodyIn(path)));
    wrong += problems.length;
    if (json) io.json({ file: path, ok: problems.length === 0, problems });
    else for (const one of problems) io.complain(`${path}: ${workflowProblemSentence(brokenWorkflow(one).params ?? {}, t, "en")}`);
  }
  if (!json && wrong === 0) io.line(`${paths.length} ${paths.length === 1 ? "workflow" : "workflows"} without a fault`);
  return wrong === 0 ? 0 : 1;
}

function bodyIn(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw failure(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw failure(`${path}: this is not JSON`);
  }
}
