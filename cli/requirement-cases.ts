import { z } from "zod";
import type { RequirementsQuestion } from "../lib/server/requirements.ts";
import { wrongUsage } from "./failure.ts";

/** The cases of an input: an object, an array, or one a line. All or none: half an answer to a list that was cut off would look like a whole one. */
export function casesIn(input: string): RequirementsQuestion[] {
  return (whole(input) ?? byLine(input)).map(readCase);
}

/** One case, or what is wrong with it. The schema says what is wrong; to look costs a tenth of asking it. */
export function readCase(given: unknown, at: number): RequirementsQuestion {
  if (isCase(given)) return given;
  const [issue] = Case.safeParse(given).error?.issues ?? [];
  throw wrongUsage(`case ${at + 1}: ${["", ...(issue?.path ?? [])].join(" ").trim() || "it"} ${issue?.message ?? "is malformed"}`);
}

const Values = z.record(z.string(), z.unknown());
const Case = z.object({ id: z.string().optional(), facts: Values.optional(), request: Values.optional(), claims: z.array(z.string()).optional(), lines: z.array(Values).optional() });

function isCase(given: unknown): given is RequirementsQuestion {
  if (!isRecord(given)) return false;
  const { id, facts, request, claims, lines } = given;
  return (
    (id === undefined || typeof id === "string") &&
    (facts === undefined || isRecord(facts)) &&
    (request === undefined || isRecord(request)) &&
    (claims === undefined || (Array.isArray(claims) && claims.every((claim) => typeof claim === "string"))) &&
    (lines === undefined || (Array.isArray(lines) && lines.every(isRecord)))
  );
}

function isRecord(given: unknown): given is Record<string, unknown> {
  return typeof given === "object" && given !== null && !Array.isArray(given);
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
