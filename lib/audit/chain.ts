import canonicalize from "canonicalize";
import { isOrdered } from "./ordered.ts";
import { sha256 } from "./sha256.ts";

/** RFC 8785 canonical JSON. */
export function canonical(value: unknown): string {
  // What is in order already is written by the engine itself, which is what RFC 8785 prescribes for its parts; a test holds both ways together.
  const text = isOrdered(value) ? JSON.stringify(value) : (canonicalize as unknown as (value: unknown) => string | undefined)(value);
  if (text === undefined) throw new Error("not JSON");
  return text;
}

export const genesis = "0".repeat(64);

/** What an event's digest covers. The salt keeps a withheld event from being guessed by its digest. */
export type Digested = { readonly stream: string; readonly seq: number; readonly type: string; readonly at: string; readonly actor: unknown; readonly data: unknown; readonly salt: string };

/** SHA-256 of the canonical form, as lower-case hexadecimal. */
export function digestOf({ stream, seq, type, at, actor, data, salt }: Digested): string {
  return sha256(canonical({ actor, at, data, salt, seq, stream, type }));
}

/** SHA-256 of the previous hash followed by this digest, as bytes. */
export function hashAfter(previous: string, digest: string): string {
  return sha256(Buffer.from(`${previous}${digest}`, "hex"));
}

/** The digest of words: SHA-256 of the salt's bytes followed by the UTF-8 text. */
export function wordsDigest(salt: string, body: string): string {
  return sha256(Buffer.concat([Buffer.from(salt, "hex"), Buffer.from(body, "utf8")]));
}
