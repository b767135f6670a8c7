import { beginInstallation } from "../../lib/server/begin.ts";
import { failure, wrongUsage } from "../failure.ts";
import { readOptions } from "../options.ts";
import type { Io } from "../verb.ts";

export const usage = "init --organisation ID --name NAME --jurisdiction CN|HK|MO --city CITY --email EMAIL --person NAME [--ror ROR] [--json]";
export const summary = "makes the roles, the first organisation with its desks, and its administrator";
export const needs = "schema";

export default async function init(args: readonly string[], io: Io): Promise<number> {
  const text = { type: "string" } as const;
  const options = readOptions(args, { organisation: text, name: text, jurisdiction: text, city: text, email: text, person: text, ror: text, json: { type: "boolean" } });
  const { organisation, name, jurisdiction, city, email, person, ror } = options;
  if (!organisation || !name || !jurisdiction || !city || !email || !person) throw wrongUsage(`something is missing; usage: ${usage}`);
  const begun = await beginInstallation({ organisation, name, jurisdiction, city, email, person, ror: ror ?? null });
  if ("problem" in begun) throw failure(begun.problem);
  if (options.json) io.json(begun);
  else io.line(`${email} administers ${name}. First password, to be changed after signing in: ${begun.password}`);
  return 0;
}
