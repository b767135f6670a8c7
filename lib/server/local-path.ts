/** A path of this site from an address somebody handed us, or `fallback`: nothing here leads to another host. */
export function localPath(given: unknown, fallback = "/"): string {
  if (typeof given !== "string" || given.length > 2000) return fallback;
  // Browsers read a backslash as a slash and drop tabs and line ends, so //host hides in many spellings.
  if (!given.startsWith("/") || /^\/[/\\]|[\\\p{C}]/u.test(given)) return fallback;
  const url = URL.canParse(given, base) ? new URL(given, base) : undefined;
  // Dots may fold a path into //host too: /.//host.
  if (!url || url.origin !== base || url.pathname.startsWith("//")) return fallback;
  return `${url.pathname}${url.search}${url.hash}`;
}

const base = "http://here.invalid";
