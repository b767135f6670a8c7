import { hkdfSync } from "node:crypto";
import { calculateJwkThumbprint, CompactEncrypt, compactDecrypt, type CryptoKey, errors, exportJWK, generateKeyPair, importJWK, type JWK } from "jose";
import { asReader } from "../../db/client.ts";
import { sealedKeys } from "../../db/permit-credentials.ts";
import type { PublicKey } from "../permit/signed.ts";
import { settings } from "./settings.ts";

export type SigningKey = { readonly kid: string; readonly key: CryptoKey };
export type NewKeyPair = { readonly kid: string; readonly x: string; readonly sealed: string };

/**
 * A key pair to sign permits with. Its private half leaves this function only sealed: a JWE under the installation's secret, which every
 * server of it has and no table.
 */
export async function newKeyPair(): Promise<NewKeyPair> {
  const { privateKey, publicKey } = await generateKeyPair("EdDSA", { crv: "Ed25519", extractable: true });
  const { x = "" } = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint({ kty: "OKP", crv: "Ed25519", x });
  const text = new TextEncoder().encode(JSON.stringify(await exportJWK(privateKey)));
  return { kid, x, sealed: await new CompactEncrypt(text).setProtectedHeader({ alg: "dir", enc: "A256GCM" }).encrypt(sealingKey()) };
}

/** The newest key that this installation's secret opens; null before the first was made, and after the secret was changed. */
export async function newestSigningKey(): Promise<SigningKey | null> {
  for (const { id, sealed } of await asReader({ kind: "system" }, sealedKeys)) {
    const key = opened.get(id) ?? (await open(sealed));
    if (key === null) continue;
    opened.set(id, key);
    return { kid: id, key };
  }
  return null;
}

const opened = new Map<string, CryptoKey>();

/** A public key as others read it. */
export function published({ id, x }: { readonly id: string; readonly x: string }): PublicKey & { readonly alg: "EdDSA"; readonly use: "sig" } {
  return { kty: "OKP", crv: "Ed25519", x, kid: id, alg: "EdDSA", use: "sig" };
}

async function open(sealed: string): Promise<CryptoKey | null> {
  try {
    const { plaintext } = await compactDecrypt(sealed, sealingKey());
    return (await importJWK(JSON.parse(new TextDecoder().decode(plaintext)) as JWK, "EdDSA")) as CryptoKey;
  } catch (error) {
    if (error instanceof errors.JWEDecryptionFailed) return null;
    throw error;
  }
}

function sealingKey(): Uint8Array {
  const { AUTH_SECRET } = settings();
  if (AUTH_SECRET === undefined) throw new Error("AUTH_SECRET is not set: without it no permit can be signed");
  return new Uint8Array(hkdfSync("sha256", AUTH_SECRET, "", "causeway permit keys", 32));
}
