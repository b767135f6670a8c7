import { failure, wrongUsage } from "../failure.ts";
import { readOptions } from "../options.ts";
import type { Io } from "../verb.ts";

export const usage = "bench [--requests N] [--seconds N] [--json]";
export const summary = "measures API and pages on a database of its own, beside what the machine allows";
export const needs = "own";

export default async function bench(args: readonly string[], io: Io): Promise<number> {
  const { requests, seconds } = readOptions(args, { requests: { type: "string" }, seconds: { type: "string" }, json: { type: "boolean" } });
  const asked = { requests: amount("requests", requests ?? "20000"), seconds: amount("seconds", seconds ?? "3") };
  // It fills what it is given with twenty thousand invented requests: never somebody's database.
  const given = ["DATABASE_URL", "DATABASE_OWNER_URL"].find((name) => process.env[name]);
  if (given) throw failure(`${given} is set: bench makes a database of its own and touches no other; unset it`);
  const { runBench } = await import("../../tests/bench/run.ts");
  return runBench(asked, io.json);
}

function amount(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0) || (name === "requests" && !Number.isInteger(value))) throw wrongUsage(`--${name} takes a number above 0`);
  return value;
}
