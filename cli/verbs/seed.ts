import { makeDemonstration } from "../../lib/server/demo/make.ts";
import { readOptions } from "../options.ts";
import { refuseBrokenRules } from "../shipped-rules.ts";
import type { Io } from "../verb.ts";

export const usage = "seed [--json]";
export const summary = "makes the demonstration world in an empty database";
export const needs = "schema";

export default async function seed(args: readonly string[], io: Io): Promise<number> {
  const { json } = readOptions(args, { json: { type: "boolean" } });
  refuseBrokenRules();
  await makeDemonstration();
  if (json) io.json({ made: true });
  else io.line("The demonstration world is there.");
  return 0;
}
