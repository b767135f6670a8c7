/** What stands for a text in a pattern. */
export function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

/** A pattern that matches no part of a longer word. Where a name begins or ends in Chinese, which is written without blanks, its letters bound it. */
export function bounded(pattern: string): string {
  return String.raw`(?<![\p{Script=Latin}\p{M}\p{N}])${pattern}(?![\p{Script=Latin}\p{M}\p{N}])`;
}

/** The words of each part of a name in Latin letters, and each part in Chinese ones. */
export function nameParts(name: string): { readonly latin: readonly (readonly string[])[]; readonly han: readonly string[] } {
  const latin = name.match(/[\p{Script=Latin}\p{M}'’.‐‑-]+(?:\s+[\p{Script=Latin}\p{M}'’.‐‑-]+)*/gu) ?? [];
  return { latin: latin.map((part) => part.split(/\s+/u)), han: name.match(/\p{Script=Han}{2,}/gu) ?? [] };
}

/** A Latin word however it is accented: many leave accents out, and some keyboards put them beside the letter. */
export function anyAccent(word: string, cased: (letters: string) => string = anyCase): string {
  return [...word.normalize("NFD").replaceAll(/\p{M}/gu, "")].map((letter) => (/\p{Script=Latin}/u.test(letter) ? `[${cased(accents[letter.toLowerCase()] ?? letter.toLowerCase())}]${marks}*` : /['’]/u.test(letter) ? "['’]" : escaped(letter))).join("");
}

/** Spelled out, because to close classes of letters under case takes an engine milliseconds for each pattern. */
export function anyCase(letters: string): string {
  return letters.toLowerCase() + letters.toUpperCase();
}

/** Marks that stand beside a letter: a range, because a whole property in each place is slow to prepare. */
const marks = String.raw`[\u0300-\u036f]`;

const accents: Readonly<Record<string, string>> = { a: "aáàâãäå", e: "eéèêë", i: "iíìîï", o: "oóòôõö", u: "uúùûü", c: "cç", n: "nñ" };
