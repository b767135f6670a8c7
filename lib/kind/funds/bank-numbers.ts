import { electronicFormatIBAN, isValidBIC, isValidIBAN } from "ibantools";
import type { ReadCode } from "../lines/define-lines.ts";
import { narrow } from "../text-check.ts";

/**
 * The payee's account: an IBAN where the bank's country uses them, else the plain number that banks of the Mainland,
 * Hong Kong and Macao give, 6 to 34 digits. IBANs are kept without blanks.
 */
export function readAccount(typed: string): ReadCode {
  const text = electronicFormatIBAN(narrow(typed)) ?? "";
  if (/^\d{6,34}$/.test(text)) return { ok: true, id: text };
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{6,30}$/.test(text)) return { ok: false, code: "notThisNumber", expected: "IBAN, 6 – 34 × 0–9" };
  return isValidIBAN(text) ? { ok: true, id: text } : { ok: false, code: "wrongCheckDigits", expected: "IBAN" };
}

/** The payee's bank: its SWIFT code (BIC), or the 12 digits under which China's payment system knows it (CNAPS). */
export function readBank(typed: string): ReadCode {
  const text = narrow(typed).toUpperCase().replace(/[\s-]/g, "");
  if (/^\d{12}$/.test(text)) return checkDigit(text.slice(0, 11)) === text[11] ? { ok: true, id: text } : { ok: false, code: "wrongCheckDigits", expected: "CNAPS" };
  return isValidBIC(text) ? { ok: true, id: text } : { ok: false, code: "notThisNumber", expected: "SWIFT (BIC), CNAPS" };
}

/** ISO 7064 MOD 11,10 (GB/T 17710), which the People's Bank prescribes for the bank numbers of its payment system. */
function checkDigit(digits: string): string {
  const product = [...digits].reduce((carried, digit) => (((carried + Number(digit)) % 10 || 10) * 2) % 11, 10);
  return String((11 - product) % 10);
}
