import { z } from "zod";

/** The four languages of the product: BCP 47 tags as they stand in `lang` and in the names of `messages/`. */
export const languages = ["en", "zh-Hant", "zh-Hans", "pt"] as const;
export type Language = (typeof languages)[number];
export const Language = z.enum(languages);
/** What each calls itself: the same whoever reads. */
export const ownNames = { en: "English", "zh-Hant": "繁體中文", "zh-Hans": "简体中文", pt: "Português" } as const satisfies Record<Language, string>;

/** One text in every language. */
export const Text = z.strictObject({
  en: z.string().min(1),
  "zh-Hant": z.string().min(1),
  "zh-Hans": z.string().min(1),
  pt: z.string().min(1),
});
export type Text = z.infer<typeof Text>;

/** The best of our languages for an `Accept-Language` header; English when none fits. */
export function negotiateLanguage(header: string | null | undefined): Language {
  const wanted = (header ?? "")
    .slice(0, 500)
    .split(",")
    .map((part, at) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const q = Number(parameters.find((p) => p.trim().startsWith("q="))?.trim().slice(2) ?? "1");
      return { tag: tag.toLowerCase(), q: Number.isFinite(q) ? q : 0, at };
    })
    .filter((entry) => entry.q > 0)
    .toSorted((a, b) => b.q - a.q || a.at - b.at);
  for (const { tag } of wanted) {
    const language = languageOf(tag);
    if (language) return language;
  }
  return "en";
}

function languageOf(tag: string): Language | undefined {
  if (tag === "en" || tag.startsWith("en-")) return "en";
  if (tag === "pt" || tag.startsWith("pt-")) return "pt";
  if (/^(zh-hant|zh-hk|zh-mo|zh-tw|yue)\b/.test(tag)) return "zh-Hant";
  if (tag === "zh" || tag.startsWith("zh-")) return "zh-Hans";
  return undefined;
}
