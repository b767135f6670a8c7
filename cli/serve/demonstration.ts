import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { count } from "drizzle-orm";
import type { Database } from "./database.ts";

/** Makes the demonstration world when nobody is in the database. What an interrupted start left half made is made anew by the next. */
export async function ensureDemonstration({ data, embedded }: Pick<Database, "data" | "embedded">, say: (line: string) => void): Promise<void> {
  if (await hasPeople()) return;
  say("Making the demonstration world; this takes a moment.");
  const { makeDemonstration } = await import("../../lib/server/demo/make.ts");
  if (embedded) writeFileSync(unfinished(data), "");
  await makeDemonstration();
  rmSync(unfinished(data), { force: true });
}

/** Whether the embedded database holds nothing but the beginning of a demonstration. */
export function isHalfMade(data: string): boolean {
  return existsSync(unfinished(data));
}

/** What to read about signing in when the people of the demonstration are here; then the sign-in page offers them too. */
export async function signInLines(): Promise<string[]> {
  const { personActor } = await import("../../lib/server/person.ts");
  const { demoPassword } = await import("../../lib/server/demo/people.ts");
  const { demoSignIns } = await import("../../lib/server/sign-in-demo.ts");
  process.env.CAUSEWAY_DEMO = "1";
  const people = demoSignIns("en");
  if (people[0] && (await personActor(people[0].email))) {
    const width = Math.max(...people.map(({ email }) => email.length));
    return [`A demonstration. Sign in with the password ${demoPassword} as`, ...people.map(({ email, place, role }) => `  ${email.padEnd(width)}  ${place || role}`)];
  }
  delete process.env.CAUSEWAY_DEMO;
  return [];
}

async function hasPeople(): Promise<boolean> {
  const { asReader } = await import("../../db/client.ts");
  const { people } = await import("../../db/schema/people.ts");
  const [row] = await asReader({ kind: "system" }, (tx) => tx.select({ heads: count() }).from(people));
  return (row?.heads ?? 0) > 0;
}

function unfinished(data: string): string {
  return join(data, "demonstration.unfinished");
}
