import { settings } from "./settings.ts";

/**
 * Whether a request that may change something comes from a page of another site. Next compares Origin and Host for
 * server actions too, but answers a difference, and an Origin that is no address, as if the server had failed.
 */
export function isForeignWrite({ method, headers }: { readonly method: string; readonly headers: Headers }): boolean {
  if (method === "GET" || method === "HEAD" || method === "OPTIONS") return false;
  const site = headers.get("sec-fetch-site");
  if (site === "cross-site" || site === "same-site") return true;
  const origin = headers.get("origin");
  // Only old browsers and programs send none; a program cannot be made to act for somebody else.
  if (origin === null) return false;
  const host = URL.canParse(origin) ? new URL(origin).host : undefined;
  return host === undefined || !ownHosts(headers).includes(host);
}

function ownHosts(headers: Headers): string[] {
  const { PUBLIC_URL, TRUSTED_PROXIES } = settings();
  const forwarded = TRUSTED_PROXIES > 0 ? headers.get("x-forwarded-host") : null;
  return [new URL(PUBLIC_URL).host, headers.get("host"), forwarded].filter((host) => host !== null);
}
