import { z } from "zod";
import type { Language } from "./language.ts";

/** What was expected where something could not be read, as zod says it in each language. */
export function expectationsIn(language: Language): z.core.$ZodErrorMap {
  return said[language].localeError;
}

const said = { en: z.locales.en(), "zh-Hant": z.locales.zhTW(), "zh-Hans": z.locales.zhCN(), pt: z.locales.pt() };
