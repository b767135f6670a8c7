import type { Rulebook } from "../../lib/policy/rulebook.ts";
import { type RequirementsAnswer, requirementsFor, requirementsJson } from "../../lib/server/requirements.ts";
import type { Workflows } from "../../lib/server/workflows-in-force.ts";
import { shippedRulebook } from "../../lib/server/shipped-rulebook.ts";
import { failure } from "../failure.ts";
import { readOptions } from "../options.ts";
import { casesIn } from "../requirement-cases.ts";
import { refuseBrokenRules } from "../shipped-rules.ts";
import type { Io } from "../verb.ts";

export const usage = "requirements [--published] [--json] < CASES";
export const summary = "says what applies to cases, {id?, facts | request, claims?}, as an object, an array, or one a line: by the rules that come with the project, or by those published in the database";
export const needs = "own";

export default async function requirements(args: readonly string[], io: Io): Promise<number> {
  const { json = false, published = false } = readOptions(args, { json: { type: "boolean" }, published: { type: "boolean" } });
  const { rules, workflows } = published ? await inForce() : shippedRules();
  const cases = casesIn(await io.input());
  let anyUnknown = false;
  // Answers go out some at a time: a write for each costs as much as half of what it says, and all at once fill the memory.
  for (let at = 0; at < cases.length; at += 100) {
    const answers = cases.slice(at, at + 100).map((one) => requirementsFor(rules, one, workflows));
    io.line(answers.map(json ? requirementsJson : inWords).join("\n"));
    await io.taken();
    anyUnknown ||= answers.some(({ unknown }) => unknown.length > 0);
  }
  return anyUnknown ? 1 : 0;
}

type Asked = { readonly rules: Rulebook; readonly workflows?: Workflows };

function shippedRules(): Asked {
  refuseBrokenRules();
  return { rules: shippedRulebook() };
}

async function inForce(): Promise<Asked> {
  const { withDatabase } = await import("../serve/database.ts");
  const [{ asReader }, { rulebookInForce }, { workflowsNow }] = await Promise.all([import("../../db/client.ts"), import("../../lib/server/policy.ts"), import("../../lib/server/workflows-in-force.ts")]);
  const found: Required<Asked>[] = [];
  await withDatabase("database", async () => found.push({ rules: await asReader({ kind: "public" }, rulebookInForce), workflows: await workflowsNow() }));
  const [asked] = found;
  if (!asked || asked.rules.packs.length === 0) throw failure("no rules were published in this database yet");
  return asked;
}

function inWords({ id, regimes, facilitations, unknown }: RequirementsAnswer): string {
  return [id ?? "-", regimes.join(" "), facilitations.join(" "), unknown.map((name) => `unknown: ${name}`).join(" ")].join("\t");
}
