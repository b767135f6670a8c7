import { z } from "zod";

const Digest = z.string().regex(/^[0-9a-f]{64}$/);
const Id = z.string().min(1).max(80);

/** How what stands beside the log can have been erased, or kept from it, for words of one form. */
export function erasureHappenings<W extends z.ZodType>(words: W) {
  return [
    /** The words under these digests are gone, and their salts with them. `whole`: all that was said of the request. */
    z.strictObject({ type: z.literal("words.erased"), data: z.strictObject({ rule: z.string(), entries: z.array(z.number().int().positive()), digests: z.array(Digest), whole: z.literal(true).optional(), reason: words.nullable() }) }),
    /** A paper’s content is gone, and its name. */
    z.strictObject({ type: z.literal("document.erased"), data: z.strictObject({ document: Id, rule: z.string(), digests: z.array(Digest), reason: words.nullable() }) }),
    /** Nothing of the request is erased until the hold is lifted; `authority` is who asked for it, or by what. */
    z.strictObject({ type: z.literal("hold.placed"), data: z.strictObject({ authority: words, reason: words }) }),
    z.strictObject({ type: z.literal("hold.lifted"), data: z.strictObject({ reason: words }) }),
  ] as const;
}
