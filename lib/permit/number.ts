/** Crockford's alphabet: no I, L, O or U, so that a number can be read aloud. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** `CW-8K2M-47QT-3H`: 9 random characters and a check character. */
export function requestNumber(random: Uint8Array): string {
  return numberOf("CW", random, 9);
}

/** `CWD-4T9P-20HX-W6`: the same for a dossier. */
export function dossierNumber(random: Uint8Array): string {
  return numberOf("CWD", random, 9);
}

/** `CWA-4T9P-20HX-W6`: the same for a working paper. */
export function paperNumber(random: Uint8Array): string {
  return numberOf("CWA", random, 9);
}

/** `CWP-7K3M-94QX-2TB5`: 11 random characters (55 bits: not to be guessed) and a check character. */
export function permitNumber(random: Uint8Array): string {
  return numberOf("CWP", random, 11);
}

/** What somebody typed, read out or scanned, as we write it; null when it is no number of ours. */
export function readNumber(typed: string): string | null {
  const plain = typed
    .slice(0, 60)
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[\s\-–—_.]/g, "");
  // The length tells the two apart: a request's own characters may begin with P.
  const prefix = plain.length === 12 ? "CW" : plain.length === 15 ? "CWP" : null;
  if (prefix === null || !plain.startsWith(prefix)) return null;
  const body = plain.slice(prefix.length).replaceAll("O", "0").replaceAll(/[IL]/g, "1");
  if ([...body].some((letter) => !alphabet.includes(letter))) return null;
  return checkOf(body.slice(0, -1)) === body.at(-1) ? written(prefix, body) : null;
}

function numberOf(prefix: string, random: Uint8Array, length: number): string {
  if (random.length < length) throw new Error(`${length} random bytes are needed`);
  const body = [...random.subarray(0, length)].map((byte) => alphabet.charAt(byte & 31)).join("");
  return written(prefix, body + checkOf(body));
}

function written(prefix: string, body: string): string {
  return [prefix, ...(body.match(/.{1,4}/g) ?? [])].join("-");
}

/** Luhn's algorithm modulo 32: finds every single wrong character and nearly every swap of two neighbours. */
function checkOf(body: string): string {
  const sum = [...body].toReversed().reduce((total, letter, at) => {
    const value = alphabet.indexOf(letter) * (at % 2 === 0 ? 2 : 1);
    return total + Math.floor(value / 32) + (value % 32);
  }, 0);
  return alphabet.charAt((32 - (sum % 32)) % 32);
}
