import { asReader } from "../../db/client.ts";
import { permits } from "../../db/schema/requests.ts";
import { ask } from "./ask.ts";
import type { World } from "./operations.ts";
import type { Open } from "./cast.ts";
import type { Attempt } from "./measure.ts";

export type PageRow = { readonly name: string; readonly attempt: Attempt };

/** The main pages, each as somebody who works with it sees it. */
export async function pagesOf({ base, researchers, officers, auditor, requests }: World, [open]: readonly Open[]): Promise<PageRow[]> {
  const [permit] = await asReader({ kind: "system" }, (tx) => tx.select({ number: permits.number }).from(permits).limit(1));
  const [researcher, officer, request] = [researchers[0], officers[0], requests[0]];
  if (!researcher || !officer || !request || !permit || !open) throw new Error("a page has nothing to show");
  const signedOut = { "accept-language": "en", accept: "text/html" };
  const rows: Record<string, { readonly path: string; readonly headers: Readonly<Record<string, string>> }> = {
    "home, signed out": { path: "/", headers: signedOut },
    "home": { path: "/", headers: officer.page },
    "home, auditor": { path: "/", headers: auditor.page },
    "list": { path: "/requests", headers: researcher.page },
    "request": { path: `/requests/${request.id}`, headers: request.player.page },
    "inbox": { path: "/inbox", headers: officer.page },
    "decide": { path: `/requests/${open.request}/decide/${open.step}`, headers: open.player.page },
    "audit": { path: "/audit", headers: auditor.page },
    "permit check": { path: `/permits/${permit.number}`, headers: signedOut },
    "sign-in": { path: "/sign-in", headers: signedOut },
  };
  return Object.entries(rows).map(([name, { path, headers }]) => ({
    name,
    // The permit check lets each network address ask so often; a bench is many.
    attempt: async () => (await ask(base + path, { headers: { ...headers, "x-forwarded-for": someAddress() } })).status === 200,
  }));
}

function someAddress(): string {
  return `10.${Math.floor(Math.random() * 256)}.${Math.floor(Math.random() * 256)}.${Math.floor(Math.random() * 256)}`;
}
