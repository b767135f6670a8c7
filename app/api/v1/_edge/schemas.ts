import { StandingGrant } from "@/lib/account/standing-grant";
import { capacities } from "@/lib/access/capacity";
import { BreakGlassForm } from "@/lib/server/publish-break-glass";
import { z } from "zod";
import { questions } from "@/lib/insight/question";
import { calendars } from "@/lib/calendar/calendar-year";
import { Skipped } from "@/lib/calendar/workdays";
import { Language } from "@/lib/language";
import { dues, kinds, regimeTypes } from "@/lib/policy/pack";
import { refusalCodes } from "@/lib/request/refusal";

/* The shapes of every answer. The OpenAPI document is made from these, and tests hold the routes to them. */

export const Params = z.record(z.string(), z.union([z.string(), z.number()]));
export const RefusalShape = z.strictObject({ code: z.enum(refusalCodes), path: z.string().optional(), params: Params.optional(), message: z.string().optional() });
const Place = z.string().optional();
/** The linked requests to begin in place of one that named several kinds or corridors. */
const PartShape = z.strictObject({ kind: z.enum(kinds), facts: z.strictObject({ "from.city": Place, "to.city": Place }) });
export const Problem = z.strictObject({ type: z.string(), title: z.string(), status: z.number().int(), detail: z.string().optional(), refusals: z.array(RefusalShape), split: z.array(PartShape).optional() });

export const FindingShape = z.strictObject({ id: z.string(), type: z.enum(regimeTypes), binding: z.boolean(), because: z.array(z.string()), due: z.enum(dues), confidence: z.string(), version: z.string().nullable() });
export const RequirementsAsked = z.strictObject({
  id: z.string().max(200).optional(),
  facts: z.record(z.string().max(80), z.unknown()).optional(),
  request: z.record(z.string().max(80), z.unknown()).optional(),
  claims: z.array(z.string().max(80)).max(100).optional(),
  lines: z.array(z.record(z.string().max(40), z.unknown())).max(500).optional(),
});
export const RequirementsAnswer = z.strictObject({
  id: z.string().optional(),
  regimes: z.array(z.string()),
  facilitations: z.array(z.string()),
  documents: z.array(z.string()),
  replaced: z.array(z.string()),
  unknown: z.array(z.string()),
  problems: z.array(z.strictObject({ fact: z.string(), code: z.string(), expected: z.string() })),
  findings: z.array(FindingShape),
  packs: z.array(z.strictObject({ id: z.string(), version: z.string() })),
  edition: z.string(),
  steps: z.array(z.string()),
});

export const UnpublishedShape = z.array(z.strictObject({ region: z.enum(calendars), year: z.number().int() }));
export const Named = z.strictObject({ id: z.uuid(), name: z.string() });
export const QuestionsShape = z.strictObject({ items: z.array(z.strictObject({ id: z.enum(questions), title: z.string(), mustBeNone: z.boolean(), settings: z.record(z.string(), z.number()) })) });
/** `looked` counts what was gone through, `events` are its kinds; `says` is a row in the caller's language, `entries` the places of the record that it rests on. */
export const AnswerShape = z.strictObject({
  question: z.enum(questions), title: z.string(), mustBeNone: z.boolean(), count: z.number().int(), says: z.string(),
  looked: z.record(z.string(), z.number()), events: z.array(z.string()), rule: z.strictObject({ says: z.string(), settings: z.record(z.string(), z.number()) }), limits: z.string(),
  period: z.strictObject({ from: z.string().nullable(), to: z.string().nullable(), first: z.string().nullable(), last: z.string().nullable() }),
  seal: z.strictObject({ size: z.number().int(), root: z.string(), at: z.string() }).nullable(),
  items: z.array(z.strictObject({
    at: z.string().nullable(), code: z.string(), says: z.string(), request: z.strictObject({ id: z.uuid(), number: z.string() }).nullable(),
    entries: z.array(z.strictObject({ of: z.enum(["request", "dossier", "setUp", "account"]), id: z.uuid(), seq: z.number().int() })), people: z.array(Named), desks: z.array(z.string()), values: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  })),
  next: z.string().nullable(),
});
/** A year's quota; amounts are decimal text in its unit. */
export const AccountShape = z.strictObject({ organisation: z.string(), quota: z.string(), year: z.number().int(), desk: z.string(), grant: StandingGrant.optional(), unit: z.string(), limit: z.string(), reserved: z.string(), used: z.string(), left: z.string(), version: z.number().int(), changedAt: z.string() });
export const AccountsShape = z.strictObject({ items: z.array(AccountShape) });
export const QuotaAccepted = z.strictObject({ version: z.number().int(), repeated: z.boolean() });
export const StandInsShape = z.strictObject({ items: z.array(z.strictObject({ id: z.uuid(), for: Named, by: Named, from: z.string(), until: z.string(), desks: z.array(z.string()), reason: z.string().optional() })) });
const CalendarLinkShape = z.strictObject({ id: z.uuid(), desk: z.string().optional(), createdAt: z.string() });
export const CalendarLinksShape = z.strictObject({ items: z.array(CalendarLinkShape) });
/** `url` is shown this once. */
export const CalendarLinkMade = CalendarLinkShape.extend({ url: z.url() });
export const CalendarLinkEnded = z.strictObject({ id: z.uuid() });
/** `request` is an id or a number; the usual time is one hour. */
export const BreakGlassAsked = BreakGlassForm.extend({ request: z.string().trim().min(1).max(100) });
export const BreakGlassAccepted = z.strictObject({ id: z.uuid(), request: z.uuid(), until: z.iso.datetime() });
/** How many a list has in all; with `more` there are more, which were not counted. */
export const CountsShape = z.strictObject({ all: z.number().int().nonnegative(), more: z.boolean() });
export const BreakGlassShape = z.strictObject({ items: z.array(z.strictObject({ id: z.uuid(), request: z.uuid(), person: Named, reason: z.string(), from: z.iso.datetime(), until: z.iso.datetime(), ended: z.iso.datetime().optional() })), next: z.uuid().nullable(), counts: CountsShape.optional() });
/** `document` is null where the request itself was opened; `capacity` is null for readings from before it was kept. */
export const ReadsShape = z.strictObject({ items: z.array(z.strictObject({ id: z.uuid(), document: z.string().nullable(), person: z.string(), at: z.iso.datetime(), capacity: z.enum(capacities).nullable(), desk: z.string().optional(), step: z.string().optional(), reason: z.string().optional() })), next: z.uuid().nullable(), counts: CountsShape.optional() });
export const StandInAccepted = z.strictObject({ id: z.uuid() });

/** `skipped` has each day at which not all regions work: at which of them, and the holidays there. `provisional`: the years counted through whose days off are not published. */
export const WorkdaysShape = z.strictObject({ due: z.string(), skipped: z.array(Skipped), provisional: UnpublishedShape.optional() });

const Names = z.partialRecord(Language, z.string());
const Attributes = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
/** What a catalogue found: names by language as the sources give them, what choosing it tells, whether the query is its code or name, and what each source says. */
export const CatalogueShape = z.strictObject({
  items: z.array(z.strictObject({ code: z.string(), names: Names, attributes: Attributes, named: z.boolean(), from: z.array(z.strictObject({ source: z.string(), on: z.string().nullable(), names: Names, attributes: Attributes })) })),
});
