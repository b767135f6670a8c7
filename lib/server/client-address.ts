import { settings } from "./settings.ts";

/**
 * The network address a request came from. The server adds the address of its peer to X-Forwarded-For, and each proxy
 * before it may have added one; those in front of the trusted ones were written by whoever asked and are not believed.
 */
export function clientAddress(headers: Headers): string {
  const hops = (headers.get("x-forwarded-for") ?? "").split(",").map((hop) => hop.trim());
  const at = Math.max(0, hops.length - 1 - settings().TRUSTED_PROXIES);
  return (hops[at] ?? "").slice(0, 64) || "unknown";
}
