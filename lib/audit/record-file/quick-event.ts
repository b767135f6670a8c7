import type { End } from "../check-chain.ts";
import { sha256Into } from "../sha256.ts";
import { scan, type Scan } from "./scan.ts";

/** `leaf` is −1 where it has none. */
export type QuickEvent = { readonly seq: number; readonly hash: string; readonly leaf: number };

/** What a digest covers, and the 32 bytes of `prev` and `digest` that a hash does. */
let scratch = Buffer.alloc(1 << 16);
const link = Buffer.alloc(64);
const made = Buffer.alloc(32);

/**
 * An event of the chain, if its line holds in every way: it is canonical, follows the one before, its digest and hash are right, and so are
 * its words. Null where anything is otherwise or unusual; then the long way says what.
 */
export function quickEvent(bytes: Buffer, from: number, to: number, chain: { readonly before: End; readonly quoted: Buffer }): QuickEvent | null {
  const found = scan(bytes, from, to);
  if (!found || found.seq !== chain.before.seq + 1 || isAttached(bytes, found) || !isOf(bytes, found, chain.quoted)) return null;
  if (bytes.toString("latin1", found.prev, found.prev + 64) !== chain.before.hash) return null;
  if (scratch.length < to - from) scratch = Buffer.alloc((to - from) * 2);
  // What the digest covers stands in the line already, but for what comes in between.
  let size = put(bytes, from, found.dataEnd, 0);
  size = put(bytes, found.saltMember, found.streamEnd, size);
  size = put(bytes, found.typeMember, to, size);
  sha256Into(scratch.subarray(0, size), link, 32);
  if (!isWritten(bytes, found.digest, link, 32)) return null;
  readHex(bytes, found.prev, found.prev + 64, link, 0);
  sha256Into(link, made, 0);
  if (!isWritten(bytes, found.hash, made, 0) || !wordsHold(bytes, found)) return null;
  return { seq: found.seq, hash: bytes.toString("latin1", found.hash, found.hash + 64), leaf: found.leaf };
}

function isOf(bytes: Buffer, { stream, streamEnd }: Scan, quoted: Buffer): boolean {
  if (streamEnd - stream !== quoted.length) return false;
  for (let at = 0; at < quoted.length; at++) if (bytes[stream + at] !== quoted[at]) return false;
  return true;
}

/** A document is waited for after it. */
function isAttached(bytes: Buffer, { type }: Scan): boolean {
  return bytes[type + 1] === attached[0] && bytes.toString("latin1", type + 1, type + 1 + attached.length) === attached.toString("latin1");
}

const attached = Buffer.from("document.attached");

function wordsHold(bytes: Buffer, { words, texts }: Scan): boolean {
  if (words.length === 0 && texts.length === 0) return true;
  const kept: string[] = [];
  for (let at = 0; at < texts.length; at += 5) {
    const digest = texts[at] ?? 0;
    sha256Into(spoken(bytes, texts, at), made, 0);
    if (!isWritten(bytes, digest, made, 0)) return false;
    kept.push(bytes.toString("latin1", digest, digest + 64));
  }
  const said: string[] = [];
  for (let at = 0; at < words.length; at += 2) said.push(bytes.toString("latin1", words[at], words[at + 1]));
  return said.length <= 32 && kept.every((name) => said.includes(name)) && said.every((name) => kept.includes(name));
}

/** The salt's bytes and the words, which are between quotation marks in the line. */
function spoken(bytes: Buffer, texts: readonly number[], at: number): Buffer {
  const begun = readHex(bytes, texts[at + 3] ?? 0, texts[at + 4] ?? 0, scratch, 0);
  const size = put(bytes, (texts[at + 1] ?? 0) + 1, (texts[at + 2] ?? 0) - 1, begun);
  const escape = scratch.subarray(begun, size).indexOf(92);
  return scratch.subarray(0, escape < 0 ? size : unescaped(scratch, begun + escape, size));
}

/** Copies to scratch; returns where the copy ends. `copy` takes three times as long for so little. */
function put(bytes: Buffer, from: number, to: number, at: number): number {
  scratch.set(bytes.subarray(from, to), at);
  return at + to - from;
}

/** Puts what escapes stand for in their place, from the first on; returns where the text then ends. */
function unescaped(text: Buffer, first: number, end: number): number {
  let to = first;
  for (let at = first; at < end; at++) {
    const byte = text[at] as number;
    text[to++] = byte === 92 ? (meanings[text[++at] as number] as number) : byte;
  }
  return to;
}

const meanings = new Uint8Array(128);
for (const [letter, meaning] of Object.entries({ '"': '"', "\\": "\\", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" })) meanings[letter.charCodeAt(0)] = meaning.charCodeAt(0);

/** The bytes that hexadecimal stands for; returns where they end. */
function readHex(bytes: Buffer, from: number, to: number, into: Buffer, at: number): number {
  for (let place = from; place < to; place += 2) into[at++] = (half(bytes[place] as number) << 4) | half(bytes[place + 1] as number);
  return at;
}

/** A digit is 0x30 and its value, a letter 0x60 and its place in the alphabet. */
function half(digit: number): number {
  return (digit & 15) + (digit >> 6) * 9;
}

/** Whether these 32 bytes stand here in hexadecimal, in small letters. */
function isWritten(bytes: Buffer, from: number, hash: Buffer, at: number): boolean {
  for (let place = 0; place < 32; place++) {
    const byte = hash[at + place] as number;
    if (bytes[from + 2 * place] !== digits[byte >> 4] || bytes[from + 2 * place + 1] !== digits[byte & 15]) return false;
  }
  return true;
}

const digits = Buffer.from("0123456789abcdef");
