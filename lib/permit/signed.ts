import { base64url, CompactSign, compactVerify, decodeProtectedHeader, errors, importJWK, type CryptoKey } from "jose";
import * as z from "zod/mini";

/** A public key as it stands in `/.well-known/jwks.json`: Ed25519, named by its RFC 7638 thumbprint. */
export const PublicKey = z.object({ kty: z.literal("OKP"), crv: z.literal("Ed25519"), x: z.string().check(z.regex(/^[\w-]{43}$/)), kid: z.string().check(z.minLength(1)) });
export type PublicKey = z.infer<typeof PublicKey>;

/** A set of keys. Keys of other kinds, which others may keep beside ours, are passed over. */
export const PublicKeys = z.pipe(z.object({ keys: z.array(z.unknown()) }), z.transform(({ keys }) => keys.flatMap((key) => PublicKey.safeParse(key).data ?? [])));

export type SignatureReason = "notSigned" | "otherAlgorithm" | "otherType" | "unknownKey" | "keyUnusable" | "signatureWrong";
export type Read = { readonly payload: unknown; readonly kid: string } | { readonly reasons: readonly SignatureReason[] };

const algorithm = "EdDSA";
const type = "vc+jwt";

/** A credential secured as a JWT (W3C VC-JOSE-COSE, RFC 8037). */
export async function sign(claims: object, key: CryptoKey, kid: string): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims))).setProtectedHeader({ alg: algorithm, typ: type, cty: "vc", kid }).sign(key);
}

/** What a token says, when one of these keys signed it and nothing was changed; else every reason why it is not believed. */
export async function readSigned(token: string, keys: readonly PublicKey[]): Promise<Read> {
  const header = headerOf(token);
  if (header === null) return { reasons: ["notSigned"] };
  const key = keys.find(({ kid }) => kid === header.kid);
  const reasons: SignatureReason[] = [
    ...(header.alg === algorithm ? [] : ["otherAlgorithm" as const]),
    ...(header.typ?.toLowerCase().replace(/^application\//, "") === type ? [] : ["otherType" as const]),
    ...(key ? [] : ["unknownKey" as const]),
  ];
  if (reasons.length > 0 || !key) return { reasons };
  const usable = await usableKey(key);
  if (usable === null) return { reasons: ["keyUnusable"] };
  try {
    const { payload } = await compactVerify(token, usable, { algorithms: [algorithm] });
    return { payload: JSON.parse(new TextDecoder().decode(payload)), kid: key.kid };
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof SyntaxError) return { reasons: ["signatureWrong"] };
    throw error;
  }
}

function headerOf(token: string): ReturnType<typeof decodeProtectedHeader> | null {
  const parts = token.split(".");
  // Of its last character a decoder leaves bits unread: another spelling of the same bytes is a changed token all the same.
  if (parts.length !== 3 || !parts.every((part) => isCanonical(part))) return null;
  try {
    return decodeProtectedHeader(token);
  } catch {
    return null;
  }
}

function isCanonical(part: string): boolean {
  try {
    return /^[\w-]*$/.test(part) && base64url.encode(base64url.decode(part)) === part;
  } catch {
    return false;
  }
}

/** Null where this device cannot check Ed25519, or the key is no point of its curve. */
async function usableKey({ kty, crv, x }: PublicKey): Promise<CryptoKey | null> {
  try {
    return (await importJWK({ kty, crv, x }, algorithm)) as CryptoKey;
  } catch {
    return null;
  }
}
