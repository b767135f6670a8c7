import { readOptions } from "../options.ts";
import type { Io } from "../verb.ts";

export const usage = "start [--demo]";
export const summary = "serves Causeway until Ctrl-C; --demo makes the demonstration world in an empty database that is not embedded";
export const needs = "own";

export default async function start(args: readonly string[], io: Io): Promise<number> {
  const { demo = false } = readOptions(args, { demo: { type: "boolean" } });
  const { serve } = await import("../serve/serve.ts");
  return serve({ demo, say: io.line });
}
