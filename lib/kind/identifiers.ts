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

function checkDigits(characters: string): string {
  const number = [...characters].reduce((sum, character) => sum * 32 + crockford.indexOf(character), 0);
  return String(98 - ((number * 100) % 97)).padStart(2, "0");
}
