import { wrongUsage } from "./failure.ts";
import { withDatabase } from "./serve/database.ts";
import type { Io } from "./verb.ts";

/** Checks the record in the database and says what was found. */
export async function verifyRecord({ json, seal }: { readonly json: boolean; readonly seal?: string | undefined }, io: Io): Promise<number> {
  if (seal !== undefined) throw wrongUsage("--seal needs the FILE that is held to it");
  return withDatabase("database", async () => {
    const { verify } = await import("../db/verify.ts");
    const found = await verify();
    if (json) io.json(found);
    else {
      for (const { stream, seq, field, code } of found.problems) io.line(`${stream} ${seq} ${field}: ${code}`);
      io.line(found.ok ? `${found.events} events in ${found.streams} streams hold.` : `${found.problems.length} problems in ${found.events} events.`);
    }
    return found.ok ? 0 : 1;
  });
}
