import { readOptions } from "../options.ts";
import type { Io } from "../verb.ts";
import { verbs } from "../verbs.ts";

export const usage = "help";
export const summary = "lists the verbs";
export const needs = "nothing";

export default async function help(args: readonly string[], io: Io): Promise<number> {
  readOptions(args, {});
  const all = await Promise.all(Object.values(verbs).map((load) => load()));
  io.line("npm run -s causeway -- VERB [OPTION…]\n");
  for (const verb of all) io.line(`  ${verb.usage}\n      ${verb.summary}`);
  io.line("\nExit: 0 done, 1 refused or not verified, 2 wrong usage. Settings are environment variables; docs/operating.md lists them.");
  return 0;
}
