import { type Language, negotiateLanguage } from "@/lib/language";
import type { StepNames } from "@/lib/workflow/definition";
import type { Refusal } from "@/lib/request/refusal";
import { translator } from "@/lib/server/translate";
import { refusalSentence } from "@/app/_request/outcome";

/** The language to answer in: what the caller asks for, else the person's own. */
export function languageFor(request: Request, actor?: { readonly language: Language }): Language {
  const asked = request.headers.get("accept-language");
  return asked && asked !== "*" ? negotiateLanguage(asked) : (actor?.language ?? "en");
}

/** A refusal with its sentence; of what could not be read, with its place and what was expected there. A code that has none yet stands for itself. */
export function worded(refusal: Refusal, language: Language, steps?: StepNames): Refusal & { readonly message: string } {
  const t = translator(language);
  if (refusal.code === "malformed" && refusal.path) return { ...refusal, message: t(`api.${refusal.params?.lacks ?? "malformed"}At`, { place: refusal.path, expected: String(refusal.params?.expected ?? "") }) };
  return { ...refusal, message: t.has(`refusals.${refusal.code}`) ? refusalSentence(refusal, { language, t }, steps) : refusal.code };
}
