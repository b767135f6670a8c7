import en from "@/messages/en/errors.json";
import pt from "@/messages/pt/errors.json";
import zhHans from "@/messages/zh-Hans/errors.json";
import zhHant from "@/messages/zh-Hant/errors.json";
import { htmlLanguage, languages, type Language } from "@/lib/language";

export type FailedWords = typeof en.failed & { readonly lang: string };

/** The words of a failure in every language: what failed may be the very thing that would have told which one to use. */
export const failedWords: readonly FailedWords[] = languages.map(wordsIn);

/** Those for the `lang` of a document. */
export function failedWordsFor(lang: string): FailedWords {
  return failedWords.find((words) => words.lang === lang) ?? wordsIn("en");
}

function wordsIn(language: Language): FailedWords {
  return { ...messages(language).failed, lang: htmlLanguage[language] };
}

function messages(language: Language): typeof en {
  return { en, "zh-Hant": zhHant, "zh-Hans": zhHans, pt }[language];
}
