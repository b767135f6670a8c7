/** "Line 1", from the sentence that a language says it with. */
export function lineLabel(sentence: string, at: number): string {
  return sentence.replace("{line}", String(at + 1)).trim();
}

/** A cell by its line and its column: "Line 1, Material" · 第1行，物料 */
export function cellLabel(sentence: string, at: number, column: string, language: string): string {
  return `${lineLabel(sentence, at)}${language.startsWith("zh") ? "，" : ", "}${column}`;
}
