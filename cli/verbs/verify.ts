import { verify as verifyRecord } from "../../db/verify.ts";
import { readOptions } from "../options.ts";
import type { Io } from "../verb.ts";

export const usage = "verify [--json]";
export const summary = "checks every chain and holds the read tables to what the events say";
export const needs = "database";

export default async function verify(args: readonly string[], io: Io): Promise<number> {
  const { json } = readOptions(args, { json: { type: "boolean" } });
  const found = await verifyRecord();
  if (json) io.json(found);
  else {
    for (const { stream, seq, field, code } of found.problems) io.line(`${stream} ${seq} ${field}: ${code}`);
    io.line(found.ok ? `${found.events} events in ${found.streams} streams hold.` : `${found.problems.length} problems in ${found.events} events.`);
  }
  return found.ok ? 0 : 1;
}
