import { type PublicKey, PublicKeys } from "@/lib/permit/signed";

/** What this device knows to check with, and since when. */
export type Known = { readonly keys: readonly PublicKey[]; readonly keysAsOf: string | null; readonly lists: readonly string[] };

/** Keys and status lists: from the network where there is one, else what the worker has kept. */
export async function loadKnown(paths: readonly string[]): Promise<Known> {
  const [keys, ...lists] = await Promise.all([answerOf("/.well-known/jwks.json"), ...paths.map((path) => answerOf(path))]);
  const date = keys?.headers.get("date") ?? null;
  return {
    keys: keys ? (PublicKeys.safeParse(await keys.json()).data ?? []) : [],
    keysAsOf: date === null ? null : new Date(date).toISOString(),
    lists: await Promise.all(lists.flatMap((list) => (list ? [list.text()] : []))),
  };
}

/** Null without network and without anything kept; an answer that is no answer is none, too. */
async function answerOf(path: string): Promise<Response | null> {
  try {
    const response = await fetch(path);
    return response.ok ? response : null;
  } catch {
    return null;
  }
}
