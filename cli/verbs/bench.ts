import { readOptions } from "../options.ts";
import type { Io } from "../verb.ts";

export const usage = "bench [--requests N] [--seconds N]";
export const summary = "measures the API on a database of its own, beside what the machine allows";
export const needs = "own";

export default async function bench(args: readonly string[], io: Io): Promise<number> {
  const options = readOptions(args, { requests: { type: "string" }, seconds: { type: "string" }, json: { type: "boolean" } });
  const { runBench } = await import("../../tests/bench/run.ts");
  return runBench({ requests: Number(options.requests ?? 20_000), seconds: Number(options.seconds ?? 3) }, io.json);
}
