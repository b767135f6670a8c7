import type { DocumentRead } from "@/db/queries/documents";
import type { Reader } from "@/lib/server/language";

/** As what somebody read, in words: the desk with its name, break-glass with its reason. */
export function readWhy({ capacity, desk, reason }: DocumentRead, names: Readonly<Record<string, string>>, { t, format }: Pick<Reader, "t" | "format">): string {
  if (capacity === null) return t("pages.papers.why.unknown");
  const said = t(`pages.papers.why.${capacity}`);
  return desk !== null ? format.joined([said, names[desk] ?? desk]) : reason !== null ? format.pair(said, reason) : said;
}
