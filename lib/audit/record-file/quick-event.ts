import type { End } from "../check-chain.ts";
import { hashAfter } from "../chain.ts";
import { sha256 } from "../sha256.ts";
import { scan, type Scan } from "./scan.ts";

export type QuickEvent = { readonly seq: number; readonly hash: string; readonly leaf: number };

let scratch = Buffer.alloc(1 << 16);

/**
 * An event of the chain, if its line holds in every way: it is canonical, follows the one before, its digest and hash are right, and so are
 * its words. Null where anything is otherwise or unusual; then the long way says what.
 */
export function quickEvent(bytes: Buffer, from: number, to: number, chain: { readonly before: End; readonly quoted: string }): QuickEvent | null {
  const found = scan(bytes, from, to);
  if (!found || found.seq !== chain.before.seq + 1 || isAttached(bytes, found) || bytes.toString("utf8", found.stream, found.streamEnd) !== chain.quoted) return null;
  if (scratch.length < to - from) scratch = Buffer.alloc((to - from) * 2);
  // What the digest covers stands in the line already, but for what comes in between.
  let size = bytes.copy(scratch, 0, from, found.dataEnd);
  size += bytes.copy(scratch, size, found.saltMember, found.streamEnd);
  size += bytes.copy(scratch, size, found.typeMember, to);
  const digest = bytes.toString("latin1", found.digest, found.digest + 64);
  const hash = bytes.toString("latin1", found.hash, found.hash + 64);
  if (sha256(scratch.subarray(0, size)) !== digest || bytes.toString("latin1", found.prev, found.prev + 64) !== chain.before.hash || hashAfter(chain.before.hash, digest) !== hash || !wordsHold(bytes, found)) return null;
  return { seq: found.seq, hash, leaf: found.leaf };
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
    const [digest = 0, body = 0, bodyEnd = 0, salt = 0, saltEnd = 0] = texts.slice(at, at + 5);
    const name = bytes.toString("latin1", digest, digest + 64);
    if (spokenDigest(bytes, [body, bodyEnd], [salt, saltEnd]) !== name) return false;
    kept.push(name);
  }
  const said: string[] = [];
  for (let at = 0; at < words.length; at += 2) said.push(bytes.toString("latin1", words[at], words[at + 1]));
  return said.length <= 32 && kept.every((name) => said.includes(name)) && said.every((name) => kept.includes(name));
}

function spokenDigest(bytes: Buffer, [body, bodyEnd]: readonly [number, number], [salt, saltEnd]: readonly [number, number]): string {
  let size = scratch.write(bytes.toString("latin1", salt, saltEnd), 0, "hex");
  // Without a backslash the words stand in the line as they are.
  const escape = bytes.indexOf(92, body);
  if (escape < 0 || escape >= bodyEnd) size += bytes.copy(scratch, size, body + 1, bodyEnd - 1);
  else size += scratch.write(JSON.parse(bytes.toString("utf8", body, bodyEnd)) as string, size, "utf8");
  return sha256(scratch.subarray(0, size));
}
