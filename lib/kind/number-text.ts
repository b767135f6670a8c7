import type { Language } from "../language.ts";
import { narrow } from "./text-check.ts";

export type NumberText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly code: "notANumber" | "ambiguousNumber" };

const groups = "[ \u00a0\u2009\u202f'’]";
const integer = new RegExp(`^\\d+$|^\\d{1,3}(${groups}\\d{3})+$`);

/**
 * A number as people type it, as plain decimal text: `1,500.5`, `1 500.5` and, in Portuguese, `1500,5`. No exponents, no
 * hexadecimal, no other scripts' digits. In Portuguese `1.500` is refused as ambiguous: it is 1500 to one reader and 1.5 to another.
 */
export function readNumber(typed: string, language: Language = "en"): NumberText {
  const text = narrow(typed).trim().replace(/^[−–]/, "-");
  const negative = text.startsWith("-");
  const unsigned = negative ? text.slice(1) : text;
  const decimalMark = language === "pt" ? "," : ".";
  const groupMark = language === "pt" ? "." : ",";
  if (language === "pt" && /^[1-9]\d{0,2}\.\d{3}$/.test(unsigned)) return { ok: false, code: "ambiguousNumber" };

  const point = language === "pt" && /^\d+\.\d+$/.test(unsigned) ? "." : decimalMark;
  const [whole = "", fraction, ...more] = unsigned.split(point);
  if (more.length > 0 || (fraction !== undefined && !/^\d+$/.test(fraction))) return { ok: false, code: "notANumber" };

  const grouped = whole.includes(groupMark) ? groupedBy(whole, groupMark) : integer.test(whole);
  if (!grouped) return { ok: false, code: "notANumber" };
  const digits = whole.replace(/\D/g, "").replace(/^0+(?=\d)/, "");
  return { ok: true, text: `${negative ? "-" : ""}${digits}${fraction ? `.${fraction}` : ""}` };
}

/** Plain decimal text as an input shows it, so that `readNumber` reads the same number back. */
export function numberForInput(text: string, language: Language): string {
  return language === "pt" ? text.replace(".", ",") : text;
}

function groupedBy(whole: string, mark: string): boolean {
  const [first = "", ...rest] = whole.split(mark);
  return /^\d{1,3}$/.test(first) && rest.every((group) => /^\d{3}$/.test(group));
}
