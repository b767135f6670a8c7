import { z } from "zod";
import { strataBy } from "@/lib/audit/sampling/asked";
import { paperEventTypes } from "@/lib/working-paper/events";
import { PaperQuestion } from "@/lib/working-paper/question";
import { findingStatuses, paperStatuses, results, severities, stances } from "@/lib/working-paper/state";
import { CountsShape } from "./schemas";

/* The shapes of what the API answers of samples and working papers. Null is what was erased, or has not come about. */

const Count = z.number().int().nonnegative();
const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Words = z.string().nullable();
const Names = z.record(z.string(), z.string());
const Share = z.strictObject({ stratum: z.string(), size: Count, drawn: Count });
const Population = z.strictObject({ size: Count, digest: Hash });
const Sampling = { seed: z.string(), size: Count, by: z.array(z.enum(strataBy)), atLeastOne: z.boolean(), population: Population, strata: z.array(Share) };

export const SampleShape = z.strictObject({ ...Sampling, scope: z.string(), items: z.array(z.strictObject({ request: z.uuid(), number: z.string(), stratum: z.string().nullable(), rank: Hash })) });

export const PaperAcceptedShape = z.strictObject({ id: z.uuid(), version: Count, events: z.array(z.strictObject({ seq: Count, type: z.enum(paperEventTypes) })), finding: Count.optional(), repeated: z.boolean() });
export const PaperListShape = z.strictObject({
  items: z.array(z.strictObject({ id: z.uuid(), number: z.string(), title: z.string(), scope: z.string(), status: z.enum(paperStatuses), cases: Count, tested: Count, exceptions: Count, openFindings: Count, openedAt: z.string() })),
  next: z.string().nullable(),
  counts: CountsShape.optional(),
});

const Finding = {
  finding: Count,
  request: z.uuid(),
  severity: z.enum(severities),
  status: z.enum(findingStatuses),
  text: Words,
  events: z.array(z.strictObject({ stream: z.string(), seq: Count, hash: Hash })),
  desk: z.string().nullable(),
  organisation: z.string().nullable(),
  replyBy: z.string(),
  raisedBy: z.string(),
  raisedAt: z.string(),
  replies: z.array(z.strictObject({ by: z.string(), at: z.string(), stance: z.enum(stances), text: Words })),
  followUp: z.strictObject({ text: Words, due: z.string() }).nullable(),
  closed: z.strictObject({ by: z.string(), at: z.string(), reason: Words }).nullable(),
};
/** People are named by id; `names` says what they are called. */
export const FindingsShape = z.strictObject({ items: z.array(z.strictObject({ ...Finding, number: z.string(), paper: z.strictObject({ id: z.uuid(), number: z.string() }), names: Names })), next: z.string().nullable(), counts: CountsShape.optional() });

export const PaperShape = z.strictObject({
  id: z.uuid(),
  number: z.string(),
  title: Words,
  scope: z.string(),
  status: z.enum(paperStatuses),
  version: Count,
  question: PaperQuestion,
  period: z.strictObject({ from: z.string(), to: z.string() }).nullable(),
  sampling: z.strictObject(Sampling),
  attributes: z.array(z.strictObject({ id: z.string(), name: Words })),
  cases: z.array(z.strictObject({ request: z.uuid(), number: z.string(), stratum: z.string().nullable(), marks: z.array(z.strictObject({ attribute: z.string(), result: z.enum(results) })), note: Words, tested: z.boolean(), testedBy: z.string().nullable(), testedAt: z.string().nullable() })),
  findings: z.array(z.strictObject(Finding)),
  opener: z.string(),
  openedAt: z.string(),
  changedAt: z.string(),
  signed: z.strictObject({ by: z.string(), at: z.string(), conclusion: Words }).nullable(),
  names: Names,
});
