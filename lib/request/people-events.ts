import { z } from "zod";
import { allotmentReasons, preferences } from "../workflow/allot.ts";
import { allotments } from "../workflow/step-people.ts";

const Id = z.string().min(1).max(80);
const at = { step: z.string(), round: z.number().int() };

/** What can have happened to whose hands a step is in, for words of one form. Each names who (its actor), for whom and why. */
export function handHappenings<W extends z.ZodType>(words: W) {
  return [
    z.strictObject({ type: z.literal("step.claimed"), data: z.strictObject({ ...at, from: Id.nullable() }) }),
    z.strictObject({ type: z.literal("step.released"), data: z.strictObject({ ...at, from: Id, reason: words.nullable() }) }),
    z.strictObject({ type: z.literal("step.assigned"), data: z.strictObject({ ...at, to: Id, from: Id.nullable(), keepWork: z.boolean(), reason: words.nullable() }) }),
    z.strictObject({ type: z.literal("step.delegated"), data: z.strictObject({ ...at, to: Id, from: Id, reason: words }) }),
    z.strictObject({
      type: z.literal("step.allotted"),
      data: z.strictObject({ ...at, from: Id.nullable(), to: Id, rule: z.enum(allotments), why: z.enum(allotmentReasons), preferred: z.array(z.enum(preferences)) }),
    }),
  ] as const;
}
