import { simplified } from "./simplified.ts";

/** Text as it is compared: width, case and accents do not count, nor does the script that Chinese is written in (薩 is 萨). */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  // Most of a table is plain Latin, which needs no more.
  if (/^[\x20-\x7e]*$/.test(lower)) return lower;
  const bare = lower.normalize("NFKC").toLowerCase().normalize("NFD").replaceAll(/\p{M}/gu, "");
  return /\p{Script=Han}/u.test(bare) ? simplified(bare) : bare;
}

/** The parts of a query that must all be found. */
export function wordsOf(query: string): string[] {
  return fold(query.slice(0, 100))
    .split(/[\s,;/\p{Cc}]+/u)
    .filter((word) => word !== "")
    .slice(0, 6);
}
