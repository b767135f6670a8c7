import type { SearchedOption } from "@/app/_ui/fitting";
import type { SearchWords } from "@/app/_ui/searched-select";
import type { Reader } from "@/lib/server/language";

/** More than this one does not take in at a glance. */
export const many = 8;

/** The choices of a list; of a long one with what each is called in the other languages, and the words to search it by typing. */
export function searched(options: readonly SearchedOption[], namesOf: (value: string) => readonly string[], { t }: Reader): { options: readonly { value: string; label: string; names?: readonly string[] }[]; search?: SearchWords } {
  if (options.length <= many) return { options: options.map(({ value, label }) => ({ value, label })) };
  return { options: options.map(({ value, label }) => ({ value, label, names: [...new Set(namesOf(value))].filter((name) => name !== label) })), search: searchWords({ t }) };
}

export function searchWords({ t }: Pick<Reader, "t">): SearchWords {
  return { label: t("ui.answer.search"), count: t("ui.answer.fitting", { count: "{count}" }), none: t("ui.answer.noneFits") };
}
