import { z } from "zod";

const Id = z.string().min(1).max(80);

/** How an obligation can have come to its end, for words of one form. */
export function obligationHappenings<W extends z.ZodType>(words: W) {
  return [
    /** `document` is a paper of the request. */
    z.strictObject({ type: z.literal("obligation.fulfilled"), data: z.strictObject({ obligation: Id, date: z.iso.date(), reference: words.nullable(), document: Id.nullable() }) }),
    /** The requester’s side is reminded: `days` before the last day `due`; null once it is late. */
    z.strictObject({ type: z.literal("obligation.reminded"), data: z.strictObject({ obligation: Id, due: z.iso.date(), days: z.number().int().positive().nullable() }) }),
    z.strictObject({ type: z.literal("obligation.waived"), data: z.strictObject({ obligation: Id, reason: words }) }),
  ] as const;
}
