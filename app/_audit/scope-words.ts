import type { Reader } from "@/lib/server/language";

/** What auditors call whose record it is that they audit: everything, an institution, or a jurisdiction. `places` are the names of institutions by id. */
export function scopeWords(scope: string, places: Readonly<Record<string, string>>, { t, ui }: Pick<Reader, "t" | "ui">): string {
  const [, kind, id = ""] = scope.split(":");
  if (kind === undefined) return t("papers.everything");
  if (kind === "jur" && t.has(`ui.jurisdiction.${id}`)) return ui(`jurisdiction.${id as "CN"}`);
  return places[id] ?? id;
}
