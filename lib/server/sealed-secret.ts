import { hkdfSync } from "node:crypto";
import { CompactEncrypt, compactDecrypt, errors, type JWK } from "jose";
import { settings } from "./settings.ts";

/** A private key as tables keep it: a JWE under the installation's secret, which every server of it has and no table. Each purpose has a key of its own from that. */
export async function sealed(key: JWK, purpose: string): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(key))).setProtectedHeader({ alg: "dir", enc: "A256GCM" }).encrypt(sealingKey(purpose));
}

/** The key again; null when it was kept under another secret. */
export async function opened(text: string, purpose: string): Promise<JWK | null> {
  try {
    const { plaintext } = await compactDecrypt(text, sealingKey(purpose));
    return JSON.parse(new TextDecoder().decode(plaintext)) as JWK;
  } catch (error) {
    if (error instanceof errors.JWEDecryptionFailed) return null;
    throw error;
  }
}

/** The first of some kept keys that opens here: those kept under another secret are passed over. What was opened is remembered. Null where none does. */
export async function firstOpened<Row extends { readonly id: string; readonly sealed: string }, Key>(rows: readonly Row[], known: Map<string, Key>, open: (sealed: string) => Promise<Key | null>): Promise<{ readonly row: Row; readonly key: Key } | null> {
  for (const row of rows) {
    const key = known.get(row.id) ?? (await open(row.sealed));
    if (key === null) continue;
    known.set(row.id, key);
    return { row, key };
  }
  return null;
}

function sealingKey(purpose: string): Uint8Array {
  const { AUTH_SECRET } = settings();
  if (AUTH_SECRET === undefined) throw new Error("AUTH_SECRET is not set: without it nothing can be signed");
  return new Uint8Array(hkdfSync("sha256", AUTH_SECRET, "", purpose, 32));
}
