import { z } from "zod";
import { languages } from "@/lib/language";
import { textOf } from "@/lib/text-of";

/* What the log says of itself. It names nobody. */

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Size = z.number().int().nonnegative();
const Head = z.strictObject({ size: Size, root: Hash });
/** Hashes from the leaf upwards (RFC 9162 §2.1.3.1), or as §2.1.4.1 has them. */
const Proof = z.array(Hash);
const Note = z.string().describe("A C2SP signed note over a checkpoint: origin, size, root in base64, and the time.");

export const SealShape = z.strictObject({ ...Head.shape, sealedAt: z.string(), note: Note });
export const EventProofShape = z.strictObject({ index: Size, hash: Hash, leaf: Hash, ...Head.shape, proof: Proof, note: Note });
export const ConsistencyShape = z.strictObject({ from: Head, to: Head, proof: Proof });
export const LogKeysShape = z.strictObject({ items: z.array(z.strictObject({ id: z.string(), name: z.string(), verifier: z.string(), x: z.string(), createdAt: z.string(), until: Size.nullable() })) });

/** `language` is null where nothing was named yet. */
export const SealMailsShape = z.strictObject({ items: z.array(z.strictObject({ organisation: z.string(), addresses: z.array(z.string()), language: z.enum(languages).nullable() })) });

const Decimal = textOf(/^(0|[1-9]\d{0,9})$/, "size").transform(Number);
export const SealAsked = z.strictObject({ size: Decimal.optional() });
export const ConsistencyAsked = z.strictObject({ from: Decimal, to: Decimal.optional() });
/** An event as it is named in a query. */
export const ProofAsked = z.strictObject({
  event: z.string().max(300).transform((text, context) => {
    const [, stream, seq = ""] = /^([a-z-]+:[^/\s\p{Cc}]+)\/([1-9]\d{0,8})$/u.exec(text) ?? [];
    if (stream !== undefined) return { stream, seq: Number(seq) };
    if (Hash.safeParse(text.toLowerCase()).success) return { hash: text.toLowerCase() };
    context.addIssue({ code: "custom", params: { expected: "eventName" } });
    return z.NEVER;
  }),
});
