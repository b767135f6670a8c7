import { z } from "zod";
import { PlannedReserve } from "../account/quota.ts";
import { changeCodes } from "./began.ts";
import { Clock, dues, kinds, regimeTypes, confidences } from "../policy/pack.ts";
import { decisions as stepDecisions, droppers, Join, JointOutcome, OnDue, sides } from "../workflow/definition.ts";
import { movementHappenings } from "./movement-events.ts";
import { Duty } from "./duty.ts";
import { erasureHappenings } from "./erasure-events.ts";
import { obligationHappenings } from "./obligation-events.ts";
import { asideHappenings, handHappenings } from "./people-events.ts";
import { requirementHappenings } from "./requirement-events.ts";
import { StepPeople } from "../workflow/step-people.ts";
import { settlings } from "../workflow/progress.ts";
import { VoteRule, votes } from "../workflow/vote.ts";

/** Words as the log holds them: a salted digest. The words themselves stand in `texts` and can be erased. */
export const Sealed = z.strictObject({ digest: z.string().regex(/^[0-9a-f]{64}$/) });
export type Sealed = z.infer<typeof Sealed>;

/** Words as a decision speaks them, before `append` seals them. `readers` limits who may read them. */
export const Said = z.strictObject({ say: z.string(), readers: z.array(z.string()).nullable() });
export type Said = z.infer<typeof Said>;

const Day = z.iso.date();
const Id = z.string().min(1).max(80);
const Quantity = z.strictObject({ value: z.string(), unit: z.string() });
export type Quantity = z.infer<typeof Quantity>;
/** Whom of a request's people a revocation keeps, until which day, from requests of the same kind and institution. */
const Bars = z.strictObject({ people: z.array(Id).min(1), until: Day });
export type Bars = z.infer<typeof Bars>;
const Version = z.strictObject({ id: z.string(), version: z.string(), digest: z.string() });

const EventFinding = z.strictObject({
  id: z.string(),
  type: z.enum(regimeTypes),
  binding: z.boolean(),
  because: z.array(z.string()),
  due: z.enum(dues),
  confidence: z.enum(confidences),
  version: z.string().nullable(),
  pack: z.string(),
  waivedBy: z.string().nullable(),
});

const EventStep = z.strictObject({
  id: z.string(),
  desk: z.string(),
  side: z.enum(sides),
  assignee: z.string().nullable(),
  needs: z.strictObject({ join: Join.or(z.number()), of: z.array(z.string()), settles: z.literal(true).optional() }),
  decisionsNeeded: z.number().int().positive(),
  clock: z.strictObject({ workingDays: z.number().int().positive(), pausedWhileReturned: z.boolean(), calendars: z.array(z.string()), onDue: OnDue.optional(), escalatesTo: z.string().optional() }).nullable(),
  may: z.array(z.enum(stepDecisions)),
  people: StepPeople.optional(),
  line: z.number().int().positive().optional(),
  everybody: z.literal(true).optional(),
  vote: VoteRule.optional(),
  members: z.array(Id).optional(),
  awaits: z.strictObject({ requirements: z.array(z.string()), keeps: z.boolean() }).optional(),
  reserves: PlannedReserve.optional(),
  joint: z.literal(true).optional(),
  droppable: z.array(z.enum(droppers)).optional(),
});
export type EventStep = z.infer<typeof EventStep>;

const Corridor = z.strictObject({
  from: z.strictObject({ jurisdiction: z.string(), city: z.string().nullable(), zone: z.string().nullable() }),
  to: z.strictObject({ jurisdiction: z.string(), city: z.string().nullable(), zone: z.string().nullable() }),
  controlPoint: z.string().nullable(),
  mode: z.string().nullable(),
});
export type Corridor = z.infer<typeof Corridor>;

/** Everything that can have happened to a request, for words of one form: sealed in the log, said in a decision. */
function happenings<W extends z.ZodType>(words: W) {
  /** The steps whose decisions stand, because nothing they concern changed. Events from before this was kept have none: then every desk that had decided decided again. */
  const stands = z.array(z.string()).optional();
  /** What a submission and a resubmission both fix: answers, what applies, and who decides. */
  const asked = {
    title: words,
    answers: words,
    facts: z.array(z.string()),
    claims: z.array(z.string()),
    corridor: Corridor,
    crossing: Day,
    window: z.strictObject({ from: Day, to: Day }),
    limit: Quantity,
    packs: z.array(Version),
    findings: z.array(EventFinding),
    steps: z.array(EventStep),
    /** How the steps on which the outcome rests come together, of which a case may need but one; absent where each ends the request that it rejects. */
    outcome: JointOutcome.extend({ of: z.array(z.string()).min(1) }).optional(),
    /** Claimed programmes that no desk here runs: each is confirmed on paper. Events from before this was kept have none. */
    unconfirmed: z.array(z.string()).optional(),
    /** How long what is due after a crossing may take, by regime, where the law says so. Events from before this was kept have none. */
    clocks: z.record(z.string(), Clock).optional(),
  };
  const terms = { number: z.string(), limit: Quantity, validFrom: Day, validUntil: Day, controlPoint: z.string().nullable() };
  return z.discriminatedUnion("type", [
    z.strictObject({
      type: z.literal("request.submitted"),
      data: z.strictObject({
        number: z.string(),
        kind: z.enum(kinds),
        draftVersion: z.number().int().nonnegative(),
        workflow: z.strictObject({ id: z.string(), version: z.number().int().positive(), digest: z.string() }),
        requester: Id,
        team: z.array(Id),
        endorser: Id.nullable(),
        home: z.strictObject({ organisation: Id, jurisdiction: z.string() }),
        host: z.union([z.strictObject({ organisation: Id, jurisdiction: z.string() }), z.strictObject({ ror: z.string() })]),
        terms: z.array(z.strictObject({ id: z.string(), version: z.number().int(), person: Id, at: z.string() })),
        /** Absent when nothing changed between the draft's beginning and its submission. */
        sinceBegun: z.array(z.strictObject({ code: z.enum(changeCodes), id: z.string(), was: z.string(), now: z.string() })).optional(),
        ...asked,
      }),
    }),
    z.strictObject({ type: z.literal("request.returned"), data: z.strictObject({ step: z.string(), round: z.number().int(), questions: z.array(z.strictObject({ id: z.string(), fact: z.string().nullable(), text: words })) }) }),
    z.strictObject({ type: z.literal("request.resubmitted"), data: z.strictObject({ changed: z.array(z.string()), stands, replies: z.array(z.strictObject({ question: z.string(), text: words })), ...asked }) }),
    z.strictObject({ type: z.literal("amendment.requested"), data: z.strictObject({ as: z.enum(["amendment", "renewal"]), reason: words, changed: z.array(z.string()), stands, ...asked }) }),
    z.strictObject({ type: z.literal("amendment.approved"), data: z.strictObject({}) }),
    z.strictObject({ type: z.literal("amendment.refused"), data: z.strictObject({ step: z.string(), round: z.number().int(), reasons: z.array(z.strictObject({ code: z.string(), text: words })) }) }),
    z.strictObject({ type: z.literal("amendment.withdrawn"), data: z.strictObject({ reason: words }) }),
    z.strictObject({ type: z.literal("request.withdrawn"), data: z.strictObject({ reason: words }) }),
    z.strictObject({ type: z.literal("request.approved"), data: z.strictObject({}) }),
    z.strictObject({ type: z.literal("request.rejected"), data: z.strictObject({ step: z.string(), round: z.number().int(), reasons: z.array(z.strictObject({ code: z.string(), text: words })) }) }),
    z.strictObject({ type: z.literal("request.closed"), data: z.strictObject({ reason: words.nullable() }) }),
    z.strictObject({ type: z.literal("step.rejected"), data: z.strictObject({ step: z.string(), round: z.number().int(), reasons: z.array(z.strictObject({ code: z.string(), text: words })) }) }),
    z.strictObject({ type: z.literal("step.voted"), data: z.strictObject({ desk: z.string(), step: z.string(), round: z.number().int(), vote: z.enum(votes), casting: z.boolean(), text: words.nullable() }) }),
    z.strictObject({ type: z.literal("step.recused"), data: z.strictObject({ desk: z.string(), step: z.string(), round: z.number().int(), reason: words }) }),
    z.strictObject({ type: z.literal("step.substituteNamed"), data: z.strictObject({ desk: z.string(), step: z.string(), round: z.number().int(), to: Id, reason: words }) }),
    z.strictObject({ type: z.literal("step.voteClosed"), data: z.strictObject({ desk: z.string(), step: z.string(), round: z.number().int() }) }),
    z.strictObject({
      type: z.literal("step.settled"),
      data: z.strictObject({
        step: z.string(),
        round: z.number().int(),
        outcome: z.enum(["approved", "approved-with-conditions", "rejected", "settled"]),
        by: z.enum(settlings),
        /** The rule of the definition, or the requirement. */
        rule: z.string().nullable(),
      }),
    }),
    z.strictObject({
      type: z.literal("request.appealed"),
      data: z.strictObject({ reason: words, /** The step that rejected it. */ against: z.string(), desk: z.string(), side: z.enum(sides), clock: z.strictObject({ workingDays: z.number().int().positive(), pausedWhileReturned: z.boolean(), calendars: z.array(z.string()) }) }),
    }),
    z.strictObject({ type: z.literal("appeal.decided"), data: z.strictObject({ step: z.string(), outcome: z.enum(["upheld", "overturned"]), reason: words }) }),
    z.strictObject({ type: z.literal("step.dropped"), data: z.strictObject({ step: z.string(), round: z.number().int(), reason: words }) }),
    /** Planned by another version of its workflow, or by the law as it now is: the ids of steps that stay, go, are new, and change. */
    z.strictObject({
      type: z.literal("request.replanned"),
      data: z.strictObject({ reason: words, workflow: z.strictObject({ id: z.string(), version: z.number().int().positive(), digest: z.string() }), kept: z.array(z.string()), gone: z.array(z.string()), fresh: z.array(z.string()), changed: z.array(z.string()), stands, ...asked }),
    }),
    z.strictObject({ type: z.literal("request.transferred"), data: z.strictObject({ from: Id, to: Id, reason: words }) }),
    /** What another entry says is put right here; `of` is that entry's type. */
    z.strictObject({ type: z.literal("entry.corrected"), data: z.strictObject({ entry: z.number().int().positive(), of: z.string(), text: words }) }),
    z.strictObject({ type: z.literal("step.approved"), data: z.strictObject({ step: z.string(), round: z.number().int(), conditions: z.array(words), /** What of each condition is to be done by when; absent where nothing is. */ duties: z.array(Duty.nullable()).optional() }) }),
    z.strictObject({ type: z.literal("step.extended"), data: z.strictObject({ step: z.string(), round: z.number().int(), workingDays: z.number().int().positive(), reason: words }) }),
    ...handHappenings(words),
    ...asideHappenings(words),
    ...requirementHappenings(words),
    z.strictObject({ type: z.literal("terms.accepted"), data: z.strictObject({ terms: z.array(z.strictObject({ id: z.string(), version: z.number().int() })) }) }),
    z.strictObject({ type: z.literal("comment.added"), data: z.strictObject({ audience: z.enum(["requester", "desks", "side"]), side: z.enum(sides).nullable(), text: words }) }),
    z.strictObject({
      type: z.literal("document.attached"),
      data: z.strictObject({ document: Id, name: words, paper: z.string().nullable(), mediaType: z.string(), size: z.number().int().positive(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    }),
    z.strictObject({ type: z.literal("permit.issued"), data: z.strictObject(terms) }),
    z.strictObject({ type: z.literal("permit.amended"), data: z.strictObject(terms) }),
    z.strictObject({ type: z.literal("permit.suspended"), data: z.strictObject({ reason: words }) }),
    z.strictObject({ type: z.literal("permit.reinstated"), data: z.strictObject({ reason: words }) }),
    z.strictObject({ type: z.literal("permit.reissued"), data: z.strictObject({ number: z.string(), replaces: z.string(), reason: words }) }),
    /** The permit holds until the day before `from`. */
    z.strictObject({ type: z.literal("revocation.announced"), data: z.strictObject({ reason: words, from: Day, bars: Bars.optional() }) }),
    /** One that was announced has its reason there, and takes effect by itself. */
    z.strictObject({ type: z.literal("permit.revoked"), data: z.strictObject({ reason: words.nullable(), announced: z.literal(true).optional(), bars: Bars.optional() }) }),
    z.strictObject({ type: z.literal("permit.expiring"), data: z.strictObject({ validUntil: Day, days: z.number().int().positive() }) }),
    z.strictObject({ type: z.literal("permit.expired"), data: z.strictObject({}) }),
    ...movementHappenings(words),
    ...obligationHappenings(words),
    ...erasureHappenings(words),
  ]);
}

export const Happening = happenings(Sealed);
export type Happening = z.infer<typeof Happening>;
/** What a decision proposes; its words are still in the clear. */
export const NewHappening = happenings(Said);
export type NewHappening = z.infer<typeof NewHappening>;
export type EventType = Happening["type"];
export type DataOf<T extends EventType> = Extract<Happening, { type: T }>["data"];

/** Who did it, as the record names them: a person, with the desk they acted for and whom they stood in for there, or the system. */
export const EventActor = z.union([z.strictObject({ person: Id, desk: z.string().nullable(), for: Id.optional() }), z.strictObject({ system: z.literal(true) })]);
export type EventActor = z.infer<typeof EventActor>;

/** One entry of a request's stream; `seq` counts from 1. */
export type RequestEvent = Happening & { readonly request: string; readonly seq: number; readonly at: string; readonly actor: EventActor };

export const eventTypes = Happening.options.map((option) => option.shape.type.value) as EventType[];
