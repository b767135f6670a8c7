import { keyScopes } from "../../lib/access/configuration.ts";
import { issueKeyFor } from "../../lib/server/keys.ts";
import { failure, wrongUsage } from "../failure.ts";
import { readOptions } from "../options.ts";
import type { Io } from "../verb.ts";

export const usage = "key --user EMAIL [--name NAME] [--read-only] [--json]";
export const summary = "makes an API key for somebody and shows it, this once";
export const needs = "begun";

export default async function key(args: readonly string[], io: Io): Promise<number> {
  const options = readOptions(args, { user: { type: "string" }, name: { type: "string" }, "read-only": { type: "boolean" }, json: { type: "boolean" } });
  if (!options.user) throw wrongUsage(`--user is missing; usage: ${usage}`);
  const scopes = options["read-only"] ? (["read"] as const) : keyScopes;
  const issued = await issueKeyFor(options.user, { name: options.name ?? "operator's command", scopes }, new Date());
  if (!issued) throw failure(`nobody active has the address ${options.user}`);
  if ("code" in issued) throw failure(`no key was made: ${issued.code}`);
  if (options.json) io.json({ key: issued.key });
  else io.line(issued.key);
  return 0;
}
