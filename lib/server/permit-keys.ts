import { calculateJwkThumbprint, type CryptoKey, exportJWK, generateKeyPair, importJWK } from "jose";
import { asReader } from "../../db/client.ts";
import { sealedKeys } from "../../db/permit-credentials.ts";
import type { PublicKey } from "../permit/signed.ts";
import { firstOpened, opened, sealed as sealedSecret } from "./sealed-secret.ts";

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
  return { kid, x, sealed: await sealedSecret(await exportJWK(privateKey), purpose) };
}

/** The newest key that this installation's secret opens; null before the first was made, and after the secret was changed. */
export async function newestSigningKey(): Promise<SigningKey | null> {
  const found = await firstOpened(await asReader({ kind: "system" }, sealedKeys), known, open);
  return found && { kid: found.row.id, key: found.key };
}

const known = new Map<string, CryptoKey>();

/** A public key as others read it. */
export function published({ id, x }: { readonly id: string; readonly x: string }): PublicKey & { readonly alg: "EdDSA"; readonly use: "sig" } {
  return { kty: "OKP", crv: "Ed25519", x, kid: id, alg: "EdDSA", use: "sig" };
}

async function open(text: string): Promise<CryptoKey | null> {
  const jwk = await opened(text, purpose);
  return jwk && ((await importJWK(jwk, "EdDSA")) as CryptoKey);
}

const purpose = "causeway permit keys";
