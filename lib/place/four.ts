import type { Text } from "../language.ts";

/** One name in English, Traditional Chinese (Hong Kong and Macao), Simplified Chinese and Portuguese, in this order. */
export function four(en: string, hant: string, hans: string, pt: string): Text {
  return { en, "zh-Hant": hant, "zh-Hans": hans, pt };
}
