import { fold } from "../catalogue/fold.ts";
import { toOtherScripts } from "../catalogue/scripts.ts";
import type { Language } from "../language.ts";

/**
 * In which of the four languages something seems to be written, as far as letters and the commonest words tell; null when they
 * do not, as for a number or a single name. Chinese that both scripts write alike counts as either.
 */
export function writtenIn(text: string): Language | "zh" | null {
  const han = (text.match(/\p{Script=Han}/gu) ?? []).length;
  const latin = (text.match(/\p{Script=Latin}+/gu) ?? []).length;
  if (han >= 2 && han >= latin) {
    const [typed = "", ...others] = toOtherScripts(text);
    if (others.length === 0) return "zh";
    // Folding writes simplified characters: what it leaves as it is was written so.
    return fold(typed) === typed.normalize("NFKC").toLowerCase() ? "zh-Hans" : "zh-Hant";
  }
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < 3) return null;
  const count = (common: readonly string[]) => words.filter((word) => common.includes(word)).length;
  const [english, portuguese] = [count(inEnglish), count(inPortuguese) + (/[ãõç]/i.test(text) ? 1 : 0)];
  return english === portuguese ? null : english > portuguese ? "en" : "pt";
}

/** Whether words need the mark of their language for a reader of another. */
export function isForeign(written: ReturnType<typeof writtenIn>, reader: Language): boolean {
  if (written === null || written === reader) return false;
  return !(written === "zh" && reader.startsWith("zh"));
}

const inEnglish = ["the", "of", "and", "to", "in", "is", "for", "with", "not", "by", "on", "at", "from", "are", "be", "was", "which", "please", "this", "that", "we", "it"];
const inPortuguese = ["o", "a", "os", "as", "de", "da", "do", "das", "dos", "e", "em", "no", "na", "para", "com", "não", "por", "que", "um", "uma", "foi", "se", "é", "ao"];
