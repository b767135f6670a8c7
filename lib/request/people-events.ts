import { z } from "zod";
import { allotmentReasons, preferences } from "../workflow/allot.ts";
import { recommendations } from "../workflow/referral.ts";
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
    /** `added` is the step of the reviewer `to`, beside `step`. */
    z.strictObject({ type: z.literal("step.reviewerAdded"), data: z.strictObject({ ...at, added: z.string(), to: Id, reason: words }) }),
  ] as const;
}

/** What can have happened beside a decision, or in its place. */
export function asideHappenings<W extends z.ZodType>(words: W) {
  return [
    z.strictObject({ type: z.literal("step.referred"), data: z.strictObject({ ...at, referral: z.string(), to: Id, question: words, due: z.iso.date().nullable() }) }),
    z.strictObject({ type: z.literal("step.advised"), data: z.strictObject({ ...at, referral: z.string(), recommends: z.enum(recommendations), text: words }) }),
    z.strictObject({ type: z.literal("step.countersigned"), data: z.strictObject({ ...at }) }),
    z.strictObject({ type: z.literal("step.suspended"), data: z.strictObject({ ...at, reason: words }) }),
    z.strictObject({ type: z.literal("step.resumed"), data: z.strictObject({ ...at }) }),
    z.strictObject({ type: z.literal("step.reminded"), data: z.strictObject({ ...at, share: z.union([z.literal(50), z.literal(80)]), to: Id.nullable() }) }),
    z.strictObject({ type: z.literal("step.escalated"), data: z.strictObject({ ...at, from: z.string(), to: z.string().nullable() }) }),
    z.strictObject({ type: z.literal("step.skipped"), data: z.strictObject({ ...at, reason: words }) }),
  ] as const;
}
