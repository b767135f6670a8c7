import { createHash, createPublicKey, type KeyObject, sign, verify } from "node:crypto";

/* Signed notes as C2SP has them (c2sp.org/signed-note): text that ends with a line break, an empty line, one signature a line. */

/** Who signs, and the Ed25519 public key's 32 bytes. */
export type Verifier = { readonly name: string; readonly key: Buffer };
export type Signature = { readonly name: string; readonly keyId: string; readonly signature: Buffer };
export type SignedNote = { readonly text: string; readonly signatures: readonly Signature[] };

/** The first four bytes of SHA-256(name ‖ line break ‖ 0x01 ‖ key), hexadecimal. */
export function keyId({ name, key }: Verifier): string {
  return createHash("sha256").update(`${name}\n`).update(ed25519).update(key).digest("hex").slice(0, 8);
}

/** A public key as other tools take it: name, key id, and 0x01 with the key in base64, joined by plus signs. */
export function verifierText(verifier: Verifier): string {
  return `${verifier.name}+${keyId(verifier)}+${Buffer.concat([ed25519, verifier.key]).toString("base64")}`;
}

/** Reads such a text; null when it is none, of another algorithm, or its id is not that of its key. */
export function readVerifier(text: string): Verifier | null {
  const [, name = "", id, coded = ""] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/u.exec(text) ?? [];
  const bytes = base64(coded);
  if (bytes === null || bytes.length !== 33 || bytes[0] !== 1) return null;
  const verifier = { name, key: bytes.subarray(1) };
  return keyId(verifier) === id ? verifier : null;
}

/** Signs a text, which must end with a line break. */
export function signNote(text: string, verifier: Verifier, secret: KeyObject): string {
  if (!isText(text)) throw new Error("this text cannot be a note");
  const signature = Buffer.concat([Buffer.from(keyId(verifier), "hex"), sign(null, Buffer.from(text), secret)]);
  return `${text}\n— ${verifier.name} ${signature.toString("base64")}\n`;
}

/** Takes a note apart; null when it is none. Nothing is checked yet. Line breaks as Windows writes them, and a missing last one, are what mail and editors make of a note. */
export function readNote(note: string): SignedNote | null {
  const whole = `${note.replaceAll("\r\n", "\n").trimEnd()}\n`;
  const end = whole.lastIndexOf("\n\n");
  const text = whole.slice(0, end + 1);
  if (end < 0 || !isText(text)) return null;
  const signatures = whole.slice(end + 2, -1).split("\n").map(readSignature);
  return signatures.length <= 100 && signatures.every((one) => one !== null) ? { text, signatures } : null;
}

/** Whether one of the note's signatures is this key's and right. One that names the key and is wrong spoils the note. */
export function isSignedBy({ text, signatures }: SignedNote, verifier: Verifier): boolean {
  const id = keyId(verifier);
  const own = signatures.filter((one) => one.name === verifier.name && one.keyId === id);
  return own.length > 0 && own.every(({ signature }) => verify(null, Buffer.from(text), publicKey(verifier), signature));
}

function readSignature(line: string): Signature | null {
  const [, name = "", coded = ""] = /^— ([^\s+]+) (\S+)$/u.exec(line) ?? [];
  const bytes = base64(coded);
  return bytes !== null && bytes.length > 4 ? { name, keyId: bytes.subarray(0, 4).toString("hex"), signature: bytes.subarray(4) } : null;
}

function publicKey({ key }: Verifier): KeyObject {
  return createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: key.toString("base64url") }, format: "jwk" });
}

function isText(text: string): boolean {
  return text.endsWith("\n") && Buffer.from(text).toString() === text && ![...text].some((char) => char < " " && char !== "\n");
}

/** Standard base64 with its padding, and nothing that decodes to the same bytes by leniency. */
function base64(text: string): Buffer | null {
  const bytes = Buffer.from(text, "base64");
  return bytes.toString("base64") === text ? bytes : null;
}

const ed25519 = Buffer.of(1);
