import { type KeptSeal, noteIn } from "./note-in.ts";

/**
 * The seal in a text that somebody brings by hand: as `noteIn` finds it, or in a mail that packed it (base64, RFC 2045 §6.8), or with its lines run together, broken
 * elsewhere or set apart, or its dash replaced, as copying and editors do. Nothing is given away by that: what was put together wrongly was never signed. Null when there is none.
 */
export function noteMended(text: string): KeptSeal | null {
  for (const one of [text, ...unpacked(text)]) {
    const found = noteIn(one);
    if (found && isWhole(found)) return found;
    const mended = fromWords(one.split(/[\s>]+/u)) ?? found;
    if (mended) return mended;
  }
  return null;
}

/** What stands in a text as lines of base64. */
function unpacked(text: string): string[] {
  return (text.match(/(?:^[A-Za-z0-9+/]{60,76}\r?\n)+(?:[A-Za-z0-9+/]{1,76}={0,2})?/gm) ?? []).map((coded) => Buffer.from(coded, "base64").toString("utf8"));
}

/** The note from its words in their order, whatever stands between them. */
function fromWords(words: readonly string[]): KeptSeal | null {
  for (let at = 1; at + 5 < words.length; at++) {
    const [origin = "", size = "", root = "", time, sealedAt = "", ...rest] = words.slice(at - 1, at + 12);
    if (time !== "time" || !/^\d+$/.test(size) || !/^[A-Za-z0-9+/]{43}=$/.test(root)) continue;
    const [after, others] = rest[0] === "after" ? [rest[1], rest.slice(2)] : [undefined, rest];
    const signed = others.slice(others[0] === origin ? 1 : 2).join("").slice(0, signatureLength);
    return noteIn(`${origin}\n${size}\n${root}\ntime ${sealedAt}\n${after === undefined ? "" : `after ${after}\n`}\n— ${origin} ${signed}\n`);
  }
  return null;
}

/** Whether its log's signature was not broken off. */
function isWhole({ note, says }: KeptSeal): boolean {
  return note.signatures.some(({ name, signature }) => name === says.origin && signature.length === 64);
}

/** The id of a key and an Ed25519 signature, in base64. */
const signatureLength = 92;
