import { z } from "zod";
import { Day } from "../request/commands/shared.ts";
import { Seed, SampleSize, StrataBy } from "../audit/sampling/asked.ts";

const Part = z.string().trim().min(1).max(200).refine((text) => !/[\u0000-\u001f]/.test(text), { params: { expected: "controlCharacters" } });

/** What an auditor asks of the record, as the address of the search carries it; what it means the search says. */
export const PaperQuestion = z.strictObject({ q: Part.max(500).optional(), type: Part.optional(), kind: Part.optional(), status: Part.optional(), outcome: Part.optional(), command: Part.optional(), desk: Part.optional(), org: Part.optional(), person: Part.optional(), regime: Part.optional(), corridor: Part.optional(), from: Day.optional(), to: Day.optional() });
/** Its parts by name. */
export const questionParts = Object.keys(PaperQuestion.shape) as (keyof PaperQuestion)[];
export type PaperQuestion = z.infer<typeof PaperQuestion>;

/** How a sample is drawn; without a seed the machine draws one. */
export const SampleAsked = z.strictObject({ size: SampleSize, seed: Seed.optional(), by: StrataBy.optional(), atLeastOne: z.boolean().optional() });
export type SampleAsked = z.infer<typeof SampleAsked>;

/** A question as the text that a paper keeps beside the log: it may name a person. */
export function questionText(question: PaperQuestion): string {
  return new URLSearchParams(Object.entries(question).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))).toString();
}

/** Such a text as the question that it was; what no longer reads as one asks for everything. */
export function questionIn(text: string): PaperQuestion {
  return PaperQuestion.safeParse(Object.fromEntries(new URLSearchParams(text))).data ?? {};
}
