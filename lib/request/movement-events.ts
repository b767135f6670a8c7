import { z } from "zod";
import { discrepancyCodes, settlements } from "../permit/discrepancy.ts";
import { directions, ends, stages } from "../permit/entry.ts";

const Id = z.string().min(1).max(80);
const Quantity = z.strictObject({ value: z.string(), unit: z.string() });

/** What can have happened in a permit's ledger, for words of one form. A correction is an entry of its own that names the one it takes the place of. */
export function movementHappenings<W extends z.ZodType>(words: W) {
  const entry = {
    movement: Id,
    direction: z.enum(directions),
    /** In the permit's unit. */
    quantity: Quantity,
    controlPoint: z.string().nullable(),
    at: z.string(),
    /** As it was said, where that was in another unit; and between currencies at which rate, of which day. */
    stated: Quantity.optional(),
    rate: z.strictObject({ value: z.string(), on: z.iso.date() }).optional(),
    papers: z.array(Id).optional(),
    /** Carrier, condition and more, as JSON. */
    about: words.optional(),
    /** The entry with which the movement began; absent where this is it. */
    consignment: Id.optional(),
  };
  const expected = z.iso.date().optional();
  const end = z.enum(ends);
  const reading = z.strictObject({ counter: z.string(), total: z.string() });
  return [
    z.strictObject({ type: z.literal("movement.recorded"), data: z.strictObject({ ...entry, /** Recorded with others at once: which of how many. */ batch: z.strictObject({ row: z.number().int().positive(), of: z.number().int().positive() }).optional() }) }),
    z.strictObject({ type: z.literal("movement.planned"), data: z.strictObject({ ...entry, expected }) }),
    z.strictObject({ type: z.literal("movement.departed"), data: z.strictObject({ ...entry, expected }) }),
    z.strictObject({ type: z.literal("movement.arrived"), data: z.strictObject(entry) }),
    z.strictObject({ type: z.literal("movement.ended"), data: z.strictObject({ ...entry, end }) }),
    /** A counter's total so far; `quantity` is what it adds to the reading before. */
    z.strictObject({ type: z.literal("movement.read"), data: z.strictObject({ ...entry, reading }) }),
    z.strictObject({ type: z.literal("movement.corrected"), data: z.strictObject({ ...entry, corrects: Id, stage: z.enum([...stages, ...ends]), reason: words, /** It never was. */ isVoid: z.literal(true).optional(), expected, reading: reading.optional() }) }),
    /** How warm a movement was, by a logger's file; the points of its drawing stand beside the log, as JSON. */
    z.strictObject({
      type: z.literal("movement.traced"),
      data: z.strictObject({
        trace: Id,
        movement: Id,
        document: Id,
        range: z.strictObject({ from: z.string(), to: z.string() }),
        from: z.string(),
        to: z.string(),
        readings: z.number().int().positive(),
        lowest: z.string(),
        highest: z.string(),
        outside: z.number().int().nonnegative(),
        excursions: z.array(z.strictObject({ from: z.string(), to: z.string(), worst: z.string() })),
        excursionCount: z.number().int().nonnegative(),
        series: words,
      }),
    }),
    /** Whoever took a movement over had it from then on; place and condition stand beside the log. */
    z.strictObject({
      type: z.literal("movement.handedOver"),
      data: z.strictObject({ handOver: Id, movement: Id, from: Id, to: Id, quantity: Quantity, stated: Quantity.optional(), at: z.string(), isSound: z.boolean(), about: words }),
    }),
    z.strictObject({ type: z.literal("discrepancy.opened"), data: z.strictObject({ discrepancy: Id, code: z.enum(discrepancyCodes), movement: Id, found: z.string().nullable(), expected: z.string().nullable(), unit: z.string().nullable() }) }),
    z.strictObject({ type: z.literal("discrepancy.resolved"), data: z.strictObject({ discrepancy: Id, outcome: z.enum(settlements), reason: words }) }),
  ] as const;
}
