import { z } from "zod";
import { acts, Day, Id as AnyId, Line, Words } from "../request/commands/shared.ts";
import { mostDrawn } from "../audit/sampling/asked.ts";
import { PaperQuestion, SampleAsked } from "./question.ts";
import { results, severities, stances } from "./state.ts";

/** One spelling: paths and streams are named by it. */
export const Id = AnyId.toLowerCase();
const Finding = z.number().int().min(1).max(100_000);
/** Most tests of one paper: as many as fit beside each other. */
export const mostAttributes = 12;

/** A mark without a result takes back what stood there; a note that is left out stays. */
const Tested = z.strictObject({ request: Id, marks: z.array(z.strictObject({ attribute: z.string().min(1).max(20), result: z.enum(results).nullable() })).max(mostAttributes).optional(), note: Words.max(2000).nullable().optional() });

const Test = z.strictObject({ type: z.literal("testCases"), ...acts, cases: z.array(Tested).min(1).max(mostDrawn) });
const Raise = z.strictObject({ type: z.literal("raiseFinding"), ...acts, request: Id, severity: z.enum(severities), text: Words, events: z.array(z.number().int().min(1).max(2_000_000_000)).min(1).max(50), desk: z.string().min(1).max(120).optional(), organisation: z.string().min(1).max(120).optional(), replyBy: Day });
const Reply = z.strictObject({ type: z.literal("replyToFinding"), ...acts, finding: Finding, stance: z.enum(stances), text: Words });
const FollowUp = z.strictObject({ type: z.literal("setFollowUp"), ...acts, finding: Finding, text: Words, due: Day });
const Close = z.strictObject({ type: z.literal("closeFinding"), ...acts, finding: Finding, reason: Words.optional() });
const Sign = z.strictObject({ type: z.literal("signPaper"), ...acts, conclusion: Words });

/** What may be done to a working paper, by page or API. */
export const PaperCommand = z.discriminatedUnion("type", [Test, Raise, Reply, FollowUp, Close, Sign]);
export type PaperCommand = z.infer<typeof PaperCommand>;
export type PaperCommandType = PaperCommand["type"];

/** Opens a working paper over a sample that is drawn as it is opened. `population` is the digest of what was shown before: refused when it is another by now. */
export const OpenPaper = z.strictObject({
  id: Id.optional(),
  title: Line.max(200),
  scope: z.string().min(1).max(120).optional(),
  question: PaperQuestion.optional(),
  period: z.strictObject({ from: Day, to: Day }).optional(),
  sample: SampleAsked,
  population: z.string().regex(/^[0-9a-f]{64}$/).optional(),
  attributes: z.array(Line.max(120)).min(1).max(mostAttributes),
});
export type OpenPaper = z.infer<typeof OpenPaper>;
