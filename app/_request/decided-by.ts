import type { Reader } from "@/lib/server/language";
import type { RequestDetail } from "@/lib/server/request-detail";

/** Who decided; and for whom, where they stood in or were handed it: "A for B". */
export function decidedBy({ person, for: of }: { readonly person: string; readonly for?: string }, { people }: RequestDetail["names"], { t }: Pick<Reader, "t">): string {
  const named = (id: string) => people[id] ?? t("pages.story.somebody");
  return of === undefined ? named(person) : t("pages.others.inPlaceOf", { who: named(person), for: named(of) });
}
