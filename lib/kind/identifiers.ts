import { narrow } from "./text-check.ts";

const crockford = "0123456789abcdefghjkmnpqrstvwxyz";

export type ReadRor = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly code: "notRor" | "rorCheckDigits" };

/**
 * A ROR identifier as people paste it (`https://ror.org/02zhqgq86`, `ror.org/02zhqgq86`, `02ZHQGQ86`) to its nine
 * characters. The last two are 98 minus the number times 100 modulo 97, after ISO 7064 (ror.org, “ROR identifier pattern”).
 */
export function readRor(typed: string): ReadRor {
  const text = narrow(typed).trim().toLowerCase();
  const [, id] = /^(?:(?:https?:\/\/)?(?:www\.)?ror\.org\/)?(0[0-9a-hj-km-np-tv-z]{6}\d{2})\/?$/.exec(text) ?? [];
  if (!id) return { ok: false, code: "notRor" };
  return checkDigits(id.slice(0, 7)) === id.slice(7) ? { ok: true, id } : { ok: false, code: "rorCheckDigits" };
}

export function isRor(id: string): boolean {
  const read = readRor(id);
  return read.ok && read.id === id;
}

/** A UN number as people write it (`UN 3373`, `un3373`, `3373`) as `UN3373`; undefined for anything else. */
export function readUnNumber(typed: string): string | undefined {
  const [, digits] = /^(?:un[\s-]*)?(\d{4})$/i.exec(narrow(typed).trim()) ?? [];
  return digits && digits !== "0000" ? `UN${digits}` : undefined;
}

export type ReadCas = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly code: "notCas" | "casCheckDigit" };

/**
 * A CAS registry number as people write it (`64-17-5`, `CAS 64-17-5`) to its plain form. The last digit is the sum of the
 * others, each times its place counted from the right, modulo 10 (cas.org, “Check digit verification of CAS registry numbers”).
 */
export function readCas(typed: string): ReadCas {
  const text = narrow(typed).trim().replace(/[‐‑–−]/g, "-");
  const [, id, body = "", middle = "", last] = /^(?:cas[\s:#]*)?((\d{2,7})-(\d{2})-(\d))$/i.exec(text) ?? [];
  if (!id || body.startsWith("0")) return { ok: false, code: "notCas" };
  const sum = [...`${body}${middle}`].toReversed().reduce((total, digit, at) => total + Number(digit) * (at + 1), 0);
  return String(sum % 10) === last ? { ok: true, id } : { ok: false, code: "casCheckDigit" };
}

/** A commodity code of the Harmonised System (`2905.11`, `2905110000`) as six, eight or ten digits; undefined for anything else. */
export function readHsCode(typed: string): string | undefined {
  const digits = narrow(typed).trim().replace(/^hs\s*/i, "").replace(/[.\s]/g, "");
  return /^(?:0[1-9]|[1-8]\d|9[0-9])(?:\d{4}|\d{6}|\d{8})$/.test(digits) ? digits : undefined;
}

export type ReadUscc = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly code: "notUscc" | "usccCheckDigit" };

/** 18 characters without I, O, S, V and Z. */
const usccAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** A unified social credit code of the Mainland; the last character is 31 minus the sum weighted by powers of 3, modulo 31 (GB 32100). */
export function readUscc(typed: string): ReadUscc {
  const id = narrow(typed).toUpperCase().replace(/[\s-]/g, "");
  if (!/^[0-9A-HJ-NP-RTUWXY]{18}$/.test(id)) return { ok: false, code: "notUscc" };
  let weight = 1;
  let sum = 0;
  for (const character of id.slice(0, 17)) {
    sum += usccAlphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return usccAlphabet[(31 - (sum % 31)) % 31] === id[17] ? { ok: true, id } : { ok: false, code: "usccCheckDigit" };
}

export type ReadOrcid = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly code: "notOrcid" | "orcidCheckDigit" };

/**
 * An ORCID iD as people paste it (`https://orcid.org/0000-0002-1825-0097`, `0000000218250097`) to its four groups. The last character is
 * that of ISO 7064 MOD 11-2 (orcid.org, “Structure of the ORCID Identifier”).
 */
export function readOrcid(typed: string): ReadOrcid {
  const text = narrow(typed).trim().toUpperCase().replace(/[‐‑–−]/g, "-").replace(/^(?:HTTPS?:\/\/)?(?:WWW\.)?ORCID\.ORG\//, "").replace(/\/$/, "");
  if (!/^\d{4}-?\d{4}-?\d{4}-?\d{3}[\dX]$/.test(text)) return { ok: false, code: "notOrcid" };
  const digits = text.replaceAll("-", "");
  const sum = digits.slice(0, 15).split("").reduce((total, digit) => (total + Number(digit)) * 2, 0);
  const check = (12 - (sum % 11)) % 11;
  return (check === 10 ? "X" : String(check)) === digits[15] ? { ok: true, id: digits.replace(/(.{4})(?=.)/g, "$1-") } : { ok: false, code: "orcidCheckDigit" };
}

function checkDigits(characters: string): string {
  const number = [...characters].reduce((sum, character) => sum * 32 + crockford.indexOf(character), 0);
  return String(98 - ((number * 100) % 97)).padStart(2, "0");
}
