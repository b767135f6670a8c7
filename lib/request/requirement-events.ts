import { z } from "zod";
import { GrantLink } from "../account/standing-grant.ts";

const Day = z.iso.date();

/** What can have happened to a requirement, for words of one form: what an outside authority was sent, asked, granted or refused. */
export function requirementHappenings<W extends z.ZodType>(words: W) {
  const recorded = { requirement: z.string(), reference: words, date: Day, validUntil: Day.nullable(), paper: z.uuid().optional() };
  return [
    z.strictObject({ type: z.literal("requirement.filed"), data: z.strictObject(recorded) }),
    z.strictObject({ type: z.literal("requirement.queried"), data: z.strictObject({ ...recorded, question: words }) }),
    z.strictObject({
      type: z.literal("requirement.granted"),
      data: z.strictObject({ ...recorded, validFrom: Day.optional(), limit: z.strictObject({ value: z.string(), unit: z.string() }).optional(), /** The entry of the grant in whose place it comes. */ replaces: z.number().int().positive().optional() }),
    }),
    /** Granted by a standing grant of an organisation; what the request takes of it stands in the grant's account. */
    z.strictObject({ type: z.literal("requirement.linked"), data: z.strictObject({ ...recorded, validFrom: Day.optional(), grant: GrantLink, replaces: z.number().int().positive().optional() }) }),
    z.strictObject({ type: z.literal("requirement.refused"), data: z.strictObject({ ...recorded, reason: words.optional() }) }),
    z.strictObject({ type: z.literal("requirement.expiring"), data: z.strictObject({ requirement: z.string(), validUntil: Day, days: z.number().int().positive() }) }),
  ] as const;
}
