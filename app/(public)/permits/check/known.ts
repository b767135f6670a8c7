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

/** Has the worker keep this page with everything that it is made of; whether it could. */
export async function keepHere(paths: readonly string[]): Promise<boolean> {
  if (!("serviceWorker" in navigator)) return false;
  try {
    await navigator.serviceWorker.register("/permit-check-worker.js", { scope: "/permits/check" });
    const { active } = await navigator.serviceWorker.ready;
    const files = performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => name.startsWith(`${location.origin}/_next/static/`));
    const told = new Promise<boolean>((tell) => {
      navigator.serviceWorker.addEventListener("message", ({ data }) => tell((data as { kept?: boolean }).kept === true), { once: true });
      setTimeout(() => tell(false), 30_000);
    });
    active?.postMessage({ keep: [...files, "/permits/check", "/icon.svg", "/.well-known/jwks.json", ...paths] }, []);
    return await told;
  } catch {
    // A private window, or a browser that was told to keep nothing.
    return false;
  }
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
