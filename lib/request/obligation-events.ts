import { z } from "zod";

const Id = z.string().min(1).max(80);

/** How an obligation can have come to its end, for words of one form. */
export function obligationHappenings<W extends z.ZodType>(words: W) {
  return [
    /** `document` is a paper of the request. */
    z.strictObject({ type: z.literal("obligation.fulfilled"), data: z.strictObject({ obligation: Id, date: z.iso.date(), reference: words.nullable(), document: Id.nullable() }) }),
    z.strictObject({ type: z.literal("obligation.waived"), data: z.strictObject({ obligation: Id, reason: words }) }),
  ] as const;
}
