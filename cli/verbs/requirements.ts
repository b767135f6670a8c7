import { z } from "zod";
import { type RequirementsAnswer, requirementsFor } from "../../lib/server/requirements.ts";
import { wrongUsage } from "../failure.ts";
import { readOptions } from "../options.ts";
import { refuseBrokenRules } from "../shipped-rules.ts";
import type { Io } from "../verb.ts";

export const usage = "requirements [--json] < CASES";
export const summary = "says what applies to cases: an object, an array, or one a line: {id?, facts | request, claims?}";
export const needs = "nothing";

const Values = z.record(z.string(), z.unknown());
const Case = z.object({ id: z.string().optional(), facts: Values.optional(), request: Values.optional(), claims: z.array(z.string()).optional() });

export default async function requirements(args: readonly string[], io: Io): Promise<number> {
  const { json } = readOptions(args, { json: { type: "boolean" } });
  refuseBrokenRules();
  const cases = casesIn(await io.input());
  let anyUnknown = false;
  // Answers go out some at a time: a write for each costs as much as half of what it says, and all at once fill the memory.
  for (let at = 0; at < cases.length; at += 100) {
    const answers = cases.slice(at, at + 100).map(requirementsFor);
    io.line(answers.map((answer) => (json ? JSON.stringify(answer) : inWords(answer))).join("\n"));
    anyUnknown ||= answers.some(({ unknown }) => unknown.length > 0);
  }
  return anyUnknown ? 1 : 0;
}

function inWords({ id, regimes, facilitations, unknown }: RequirementsAnswer): string {
  return [id ?? "-", regimes.join(" "), facilitations.join(" "), unknown.map((name) => `unknown: ${name}`).join(" ")].join("\t");
}

/** All cases or none: half an answer to a list that was cut off would look like a whole one. */
function casesIn(input: string): z.infer<typeof Case>[] {
  const given = whole(input) ?? byLine(input);
  return given.map((one, at) => {
    const parsed = Case.safeParse(one);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw wrongUsage(`case ${at + 1}: ${["", ...(issue?.path ?? [])].join(" ").trim() || "it"} ${issue?.message ?? "is malformed"}`);
  });
}

function whole(input: string): unknown[] | undefined {
  try {
    const given: unknown = JSON.parse(input);
    return Array.isArray(given) ? given : [given];
  } catch {
    return undefined;
  }
}

function byLine(input: string): unknown[] {
  return input.split("\n").flatMap((line, at) => {
    if (line.trim() === "") return [];
    try {
      return [JSON.parse(line) as unknown];
    } catch {
      throw wrongUsage(`line ${at + 1} of the input is not JSON`);
    }
  });
}
