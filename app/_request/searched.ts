import type { SearchedOption, SearchWords } from "@/app/_ui/searched-select";
import type { Reader } from "@/lib/server/language";

/** More than one takes in at a glance. */
const many = 8;

/** The choices of a list; of a long one with what each is called in the other languages, and the words to search it by typing. */
export function searched(options: readonly SearchedOption[], namesOf: (value: string) => readonly string[], { t }: Reader): { options: readonly { value: string; label: string; names?: readonly string[] }[]; search?: SearchWords } {
  if (options.length <= many) return { options: options.map(({ value, label }) => ({ value, label })) };
  const search = { label: t("ui.answer.search"), count: t("ui.answer.fitting", { count: "{count}" }), none: t("ui.answer.noneFits") };
  return { options: options.map(({ value, label }) => ({ value, label, names: [...new Set(namesOf(value))].filter((name) => name !== label) })), search };
}
