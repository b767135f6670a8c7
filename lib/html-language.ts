import type { Language } from "./language.ts";

/** The tag written into `<html lang>`: Hong Kong forms for Traditional Chinese, European Portuguese. Browsers need it and no schema. */
export const htmlLanguage = { en: "en", "zh-Hant": "zh-Hant-HK", "zh-Hans": "zh-Hans", pt: "pt-PT" } as const satisfies Record<Language, string>;
