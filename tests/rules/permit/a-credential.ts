import { calculateJwkThumbprint, exportJWK, generateKeyPair } from "jose";
import { credentialOf, listAddress, type PermitTerms, type StatusPurpose } from "../../../lib/permit/credential.ts";
import { type PublicKey, sign } from "../../../lib/permit/signed.ts";
import { statusListOf } from "../../../lib/permit/status-list.ts";

export const issuer = "https://causeway.example.org";

/** A key pair as an installation has one. */
export async function aKey() {
  const { privateKey, publicKey } = await generateKeyPair("EdDSA", { crv: "Ed25519", extractable: true });
  const { x = "" } = await exportJWK(publicKey);
  const jwk = { kty: "OKP", crv: "Ed25519", x } as const;
  const known: PublicKey = { ...jwk, kid: await calculateJwkThumbprint(jwk) };
  return { privateKey, known };
}
export type Key = Awaited<ReturnType<typeof aKey>>;

export const terms: PermitTerms = {
  number: "CWP-0000-0000-0000",
  kind: "sample",
  corridor: { from: { jurisdiction: "CN", city: "guangzhou", zone: null }, to: { jurisdiction: "HK", city: "hongkong", zone: null }, mode: "courier" },
  controlPoints: ["hkia"],
  limit: { value: "12", unit: "tube" },
  items: [{ name: "Serum", quantity: { value: "12", unit: "container" }, container: "cryovial-2ml", each: { value: "1.5", unit: "mL" } }],
  window: { from: "2026-12-01", to: "2026-12-31" },
  conditions: ["Keep on dry ice"],
  requirements: [{ regime: "cn-special-goods-permit", reference: "A-2026-114", validUntil: "2027-06-30" }],
};

export function claims(change: Partial<PermitTerms> = {}, at = "2026-11-24T02:00:00.000Z") {
  const holder = { id: "smu", ror: "01vjw4z39", names: { en: "Southern Medical University" } };
  return credentialOf({ issuer, edition: 17, at, holder, terms: { ...terms, ...change }, status: { list: 1, index: 94_017 } });
}

/** A signed credential. */
export function aCredential({ privateKey, known }: Key, change: Partial<PermitTerms> = {}): Promise<string> {
  return sign(claims(change), privateKey, known.kid);
}

/** A signed status list. */
export async function aList({ privateKey, known }: Key, purpose: StatusPurpose, set: readonly number[], at = "2026-12-05T02:00:00.000Z"): Promise<string> {
  return sign(await statusListOf({ issuer, address: listAddress(issuer, purpose, 1), purpose, set, at }), privateKey, known.kid);
}
