import { type RequirementsQuestion, requirementsFor } from "../../lib/server/requirements.ts";
import { wrongUsage } from "../failure.ts";
import { readOptions } from "../options.ts";
import type { Io } from "../verb.ts";

export const usage = "requirements [--json] < cases";
export const summary = "says what applies to cases: an object, an array, or one object a line";
export const needs = "nothing";

export default async function requirements(args: readonly string[], io: Io): Promise<number> {
  const { json } = readOptions(args, { json: { type: "boolean" } });
  const answers = readCases(await io.input()).map(requirementsFor);
  for (const answer of answers) {
    if (json) io.json(answer);
    else io.line([answer.id ?? "-", answer.regimes.join(" "), answer.facilitations.join(" "), answer.unknown.map((fact) => `?${fact}`).join(" ")].join("\t"));
  }
  return answers.some(({ unknown }) => unknown.length > 0) ? 1 : 0;
}

function readCases(text: string): RequirementsQuestion[] {
  const whole = parsed(text);
  const cases = whole === undefined ? text.split("\n").filter((line) => line.trim() !== "").map((line, at) => parsed(line) ?? refuse(`line ${at + 1} is not JSON`)) : Array.isArray(whole) ? whole : [whole];
  return cases.map((one, at) => (isCase(one) ? one : refuse(`case ${at + 1} is not {id?, request or facts, claims?}`)));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isCase(value: unknown): value is RequirementsQuestion {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const { id, facts, request, claims } = value as Record<string, unknown>;
  const record = (one: unknown) => one === undefined || (typeof one === "object" && one !== null && !Array.isArray(one));
  return (id === undefined || typeof id === "string") && record(facts) && record(request) && (facts !== undefined || request !== undefined) && (claims === undefined || (Array.isArray(claims) && claims.every((claim) => typeof claim === "string")));
}

function refuse(why: string): never {
  throw wrongUsage(why);
}
