import { readOptions } from "../options.ts";
import type { Io } from "../verb.ts";

export const usage = "migrate [--json]";
export const summary = "brings the tables up to date and grants the serving role its rights";
export const needs = "schema";

export default async function migrate(args: readonly string[], io: Io): Promise<number> {
  const { json } = readOptions(args, { json: { type: "boolean" } });
  // The dispatcher has migrated before it came here; without the owner's address it could only look.
  const migrated = process.env.DATABASE_OWNER_URL !== undefined;
  if (json) io.json({ migrated });
  else io.line(migrated ? "The tables are up to date." : "Nothing was changed: DATABASE_OWNER_URL is not set.");
  return migrated ? 0 : 1;
}
