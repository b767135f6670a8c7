import { base64url } from "jose";
import * as z from "zod/mini";
import { type StatusPurpose, statusPurposes } from "./credential.ts";

/* W3C Bitstring Status List v1.0: one bit a permit, the first at the left, gzipped, multibase base64url. */

/** The least that the standard lets a list have: among so many a single permit is not told. */
export const listBits = 131_072;
/** How long an answer may be kept, in milliseconds. */
export const listKept = 30_000;

export const StatusListCredential = z.object({
  id: z.string(),
  type: z.array(z.string()).check(z.refine((types) => types.includes("BitstringStatusListCredential"))),
  issuer: z.string(),
  iat: z.int(),
  credentialSubject: z.object({ type: z.literal("BitstringStatusList"), statusPurpose: z.enum(statusPurposes), encodedList: z.string().check(z.regex(/^u[\w-]+$/), z.maxLength(200_000)) }),
});
export type StatusListCredential = z.infer<typeof StatusListCredential>;

/** The claims of a list's credential, to be signed. `address` is where it is published. */
export async function statusListOf({ issuer, address, purpose, set, at }: { readonly issuer: string; readonly address: string; readonly purpose: StatusPurpose; readonly set: readonly number[]; readonly at: string }) {
  return {
    "@context": ["https://www.w3.org/ns/credentials/v2"],
    id: address,
    type: ["VerifiableCredential", "BitstringStatusListCredential"],
    issuer,
    validFrom: at,
    credentialSubject: { id: `${address}#list`, type: "BitstringStatusList" as const, statusPurpose: purpose, ttl: listKept, encodedList: await encodeList(set) },
    iss: issuer,
    iat: Math.floor(Date.parse(at) / 1000),
  };
}

export async function encodeList(set: readonly number[]): Promise<string> {
  const bytes = new Uint8Array(listBits / 8);
  for (const index of set) bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (0x80 >> (index & 7));
  return `u${base64url.encode(await through(bytes, new CompressionStream("gzip")))}`;
}

/** Whether the bit at an index is set; null when the list is shorter, or no list at all. */
export async function bitAt(encodedList: string, index: number): Promise<boolean | null> {
  const bytes = await decoded(encodedList);
  const byte = bytes?.[index >> 3];
  return byte === undefined ? null : (byte & (0x80 >> (index & 7))) !== 0;
}

async function decoded(encodedList: string): Promise<Uint8Array | null> {
  try {
    return await through(base64url.decode(encodedList.slice(1)), new DecompressionStream("gzip"));
  } catch {
    return null;
  }
}

async function through(bytes: Uint8Array, stream: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  const flow = new Blob([bytes as BlobPart]).stream().pipeThrough(stream as ReadableWritablePair<Uint8Array, Uint8Array>);
  return new Uint8Array(await new Response(flow).arrayBuffer());
}
