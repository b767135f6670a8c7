import { createPrivateKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import type { JWK } from "jose";
import type { ScopedTx } from "../../db/client.ts";
import { sealedLogKeys } from "../../db/seal.ts";
import { keyId, type Verifier, verifierText } from "../audit/signed-note.ts";
import { firstOpened, opened, sealed } from "./sealed-secret.ts";

export type LogKey = { readonly verifier: Verifier; readonly secret: KeyObject };
type Row = { readonly id: string; readonly name: string; readonly x: string };

/** A key pair to sign seals with, under the log's name; its private half only sealed. */
export async function newLogKey(name: string): Promise<Row & { readonly sealed: string }> {
  const { privateKey } = generateKeyPairSync("ed25519");
  const jwk = privateKey.export({ format: "jwk" });
  const { x = "" } = jwk;
  return { id: keyId(verifierOf({ name, x })), name, x, sealed: await sealed(jwk as JWK, purpose) };
}

/** The newest key that counts and that this installation's secret opens; null before the first was made, and after the secret was changed. */
export async function newestLogKey(tx: ScopedTx): Promise<LogKey | null> {
  const found = await firstOpened(await sealedLogKeys(tx), known, open);
  return found && { verifier: verifierOf(found.row), secret: found.key };
}

const known = new Map<string, KeyObject>();

/** A public key as signed notes are checked with it. */
export function verifierOf({ name, x }: Omit<Row, "id">): Verifier {
  return { name, key: Buffer.from(x, "base64url") };
}

/** A public key as others read it. `until` is the size of the log up to which its seals count, where it came into wrong hands. */
export function publishedLogKey({ id, name, x, until, createdAt }: Row & { readonly until: number | null; readonly createdAt: string }) {
  return { id, name, verifier: verifierText(verifierOf({ name, x })), x, createdAt, until };
}

async function open(text: string): Promise<KeyObject | null> {
  const jwk = await opened(text, purpose);
  return jwk && createPrivateKey({ key: { ...jwk }, format: "jwk" });
}

const purpose = "causeway log keys";
