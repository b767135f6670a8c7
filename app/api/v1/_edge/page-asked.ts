import { z } from "zod";

/** What a list that goes by pages is asked: after which place, how many at once (1 to 100), and with `counts=1` how many there are. */
export function pageAsked<Cursor extends z.ZodType>(cursor: Cursor) {
  return z.strictObject({ cursor: cursor.optional(), limit: z.coerce.number().int().min(1).max(100).optional(), counts: z.enum(["0", "1"]).optional() });
}
