import { type Address, addressesOf, excused, patternsIn } from "./addresses.ts";
import { unpacked } from "./answers.ts";
import type { Known } from "./known.ts";
import type { Passes } from "./world.ts";

export type Got = Address & { readonly status: number; readonly text: string };

/** Everything that somebody can ask a server for, pages both as they are drawn and as their scripts fetch them; `passes` are null for whoever is not signed in. */
export async function walk(server: string, passes: Passes | null, known: Known, take: (got: Got) => void): Promise<void> {
  const addresses = patternsIn("app").filter((pattern) => !(pattern in excused)).flatMap((pattern) => addressesOf(pattern, { ...known, link: passes?.link ?? known.link }));
  const waiting = [...addresses];
  const next = async (): Promise<void> => {
    for (let one = waiting.shift(); one; one = waiting.shift()) take(await got(server, passes, one));
  };
  await Promise.all(Array.from({ length: 6 }, next));
}

/** One answer, unpacked, with what its headers say. */
export async function got(server: string, passes: Passes | null, address: Address, headers: Readonly<Record<string, string>> = {}): Promise<Got> {
  const isApi = address.path.startsWith("/api/");
  const answer = await fetch(new URL(address.path, server), { redirect: "manual", headers: { ...headers, ...(passes && (isApi ? { authorization: `Bearer ${passes.key}` } : { cookie: passes.cookie })) } });
  const said = [...answer.headers].map(([name, value]) => `${name}: ${decoded(value)}`).join("\n");
  return { ...address, status: answer.status, text: `${said}\n\n${unpacked(Buffer.from(await answer.arrayBuffer()))}` };
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
