import { z } from "zod";
import { strataBy } from "../audit/sampling/asked.ts";
import { EventActor, Said, Sealed } from "../request/events.ts";
import { reminded } from "./reminder.ts";
import { results, severities, stances } from "./state.ts";

const Id = z.uuid();
const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Day = z.iso.date();
const Count = z.number().int().nonnegative();
const Finding = z.number().int().positive();

const Sampled = z.strictObject({
  seed: z.string(),
  size: Count,
  by: z.array(z.enum(strataBy)),
  atLeastOne: z.boolean(),
  population: z.strictObject({ size: Count, digest: Hash }),
  strata: z.array(z.strictObject({ stratum: z.string(), size: Count, drawn: Count })),
});

/** Everything that can have happened to a working paper, for words of one form: sealed in the log, said in a decision. */
function happenings<W extends z.ZodType>(words: W) {
  return z.discriminatedUnion("type", [
    z.strictObject({
      type: z.literal("paper.opened"),
      data: z.strictObject({
        number: z.string().min(1).max(40),
        title: words,
        scope: z.string(),
        question: words,
        period: z.strictObject({ from: Day, to: Day }).nullable(),
        sampling: Sampled,
        attributes: z.array(z.strictObject({ id: z.string(), name: words })),
        cases: z.array(z.strictObject({ request: Id, number: z.string(), stratum: z.string().nullable() })),
      }),
    }),
    z.strictObject({ type: z.literal("paper.tested"), data: z.strictObject({ request: Id, marks: z.array(z.strictObject({ attribute: z.string(), result: z.enum(results) })), note: words.nullable() }) }),
    z.strictObject({
      type: z.literal("finding.raised"),
      data: z.strictObject({ finding: Finding, request: Id, severity: z.enum(severities), text: words, events: z.array(z.strictObject({ stream: z.string(), seq: z.number().int().positive(), hash: Hash })), desk: z.string().nullable(), organisation: z.string().optional(), replyBy: Day }),
    }),
    z.strictObject({ type: z.literal("finding.replied"), data: z.strictObject({ finding: Finding, stance: z.enum(stances), text: words }) }),
    z.strictObject({ type: z.literal("finding.followUpSet"), data: z.strictObject({ finding: Finding, text: words, due: Day }) }),
    z.strictObject({ type: z.literal("finding.reminded"), data: z.strictObject({ finding: Finding, of: z.enum(reminded), due: Day, isLate: z.boolean() }) }),
    z.strictObject({ type: z.literal("finding.closed"), data: z.strictObject({ finding: Finding, reason: words.nullable() }) }),
    z.strictObject({ type: z.literal("paper.signed"), data: z.strictObject({ conclusion: words }) }),
  ]);
}

export const PaperHappening = happenings(Sealed);
export type PaperHappening = z.infer<typeof PaperHappening>;
/** What a decision proposes; its words are still in the clear. */
export const NewPaperHappening = happenings(Said);
export type NewPaperHappening = z.infer<typeof NewPaperHappening>;
export type PaperEventType = PaperHappening["type"];
export type PaperDataOf<T extends PaperEventType> = Extract<PaperHappening, { type: T }>["data"];

/** One entry of a working paper's stream; `seq` counts from 1. */
export type PaperEvent = PaperHappening & { readonly paper: string; readonly seq: number; readonly at: string; readonly actor: EventActor };

export const paperEventTypes = PaperHappening.options.map((option) => option.shape.type.value) as PaperEventType[];
