import type { Unpublished } from "@/lib/calendar/working-days";
import type { Reader } from "@/lib/server/language";

/** `Mainland 2027`. A count over decades names the first years; the rest follows from them. */
export function yearsInWords(unpublished: readonly Unpublished[], { t, ui, format }: Words): string {
  return format.list(unpublished.slice(0, 3).map(({ calendar, year }) => t("pages.clock.year", { place: ui(`jurisdiction.${calendar}`), year: String(year) })));
}

/** A sentence about a day, with a warning behind it when it was counted through years whose days off are not published. */
export function withProvisional(sentence: string, unpublished: readonly Unpublished[], words: Words): string {
  return unpublished.length === 0 ? sentence : words.format.aside(sentence, words.t("pages.clock.provisional", { years: yearsInWords(unpublished, words) }));
}

type Words = Pick<Reader, "t" | "ui" | "format">;
