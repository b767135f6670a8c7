import type { Language } from "@/lib/language";
import en from "@/messages/en/errors.json";
import pt from "@/messages/pt/errors.json";
import zhHans from "@/messages/zh-Hans/errors.json";
import zhHant from "@/messages/zh-Hant/errors.json";

export type FailedWords = typeof en.failed & { readonly lang: string };

/**
 * The words of a failure in every language: what failed may be the very thing that would have told which one to use.
 * The tags stand here once more because every page loads this, and where they come from brings the whole of zod along.
 */
const words = {
  en: { ...en.failed, lang: "en" },
  "zh-Hant": { ...zhHant.failed, lang: "zh-Hant-HK" },
  "zh-Hans": { ...zhHans.failed, lang: "zh-Hans" },
  pt: { ...pt.failed, lang: "pt-PT" },
} satisfies Record<Language, FailedWords>;

export const failedWords: readonly FailedWords[] = Object.values(words);

/** Those for the `lang` of a document. */
export function failedWordsFor(lang: string): FailedWords {
  return failedWords.find((one) => one.lang === lang) ?? words.en;
}
