import { GrantLink, StandingGrant } from "@/lib/account/standing-grant";
import { capacities } from "@/lib/access/capacity";
import { BreakGlassForm } from "@/lib/server/publish-break-glass";
import { z } from "zod";
import { questions } from "@/lib/insight/question";
import { calendars } from "@/lib/calendar/calendar-year";
import { Skipped } from "@/lib/calendar/workdays";
import { Language } from "@/lib/language";
import { discrepancyCodes, settlements } from "@/lib/permit/discrepancy";
import { directions, ends, stages } from "@/lib/permit/entry";
import { reconciled } from "@/lib/permit/reconciliation";
import { dues, kinds, regimeTypes } from "@/lib/policy/pack";
import { FactValue } from "@/lib/policy/condition";
import { dutyKinds } from "@/lib/request/duty";
import { refusalCodes } from "@/lib/request/refusal";
import { dossierEventTypes } from "@/lib/dossier/events";
import { roles } from "@/lib/dossier/role";
import { dossierStatuses } from "@/lib/dossier/state";
import { untils } from "@/lib/dossier/until";
import { permitStatuses, requestStatuses, requirementStatuses } from "@/lib/request/state";
import { sides } from "@/lib/workflow/definition";
import { recommendations, referralStatuses } from "@/lib/workflow/referral";
import { holdings } from "@/lib/workflow/holder";
import { settlings, stepStatuses } from "@/lib/workflow/progress";
import { stepParts, wholeParts } from "@/lib/workflow/definition-difference";
import { proposalCommands } from "@/lib/workflow/proposal/command";
import { proposalStatuses } from "@/lib/workflow/proposal/proposal";

/* The shapes of every answer. The OpenAPI document is made from these, and tests hold the routes to them. */

const Params = z.record(z.string(), z.union([z.string(), z.number()]));
const RefusalShape = z.strictObject({ code: z.enum(refusalCodes), path: z.string().optional(), params: Params.optional(), message: z.string().optional() });
const Place = z.string().optional();
/** The linked requests to begin in place of one that named several kinds or corridors. */
const PartShape = z.strictObject({ kind: z.enum(kinds), facts: z.strictObject({ "from.city": Place, "to.city": Place }) });
export const Problem = z.strictObject({ type: z.string(), title: z.string(), status: z.number().int(), detail: z.string().optional(), refusals: z.array(RefusalShape), split: z.array(PartShape).optional() });

const WarningShape = z.strictObject({ code: z.string(), path: z.string(), params: Params.optional() });
export const AcceptedShape = z.strictObject({
  id: z.uuid(),
  number: z.string(),
  version: z.number().int(),
  status: z.enum([...requestStatuses, "deleted"]),
  events: z.array(z.strictObject({ seq: z.number().int(), type: z.string() })),
  warnings: z.array(WarningShape),
  repeated: z.boolean(),
});

const FindingShape = z.strictObject({ id: z.string(), type: z.enum(regimeTypes), binding: z.boolean(), because: z.array(z.string()), due: z.enum(dues), confidence: z.string(), version: z.string().nullable() });
export const RequirementsAsked = z.strictObject({
  id: z.string().max(200).optional(),
  facts: z.record(z.string().max(80), z.unknown()).optional(),
  request: z.record(z.string().max(80), z.unknown()).optional(),
  claims: z.array(z.string().max(80)).max(100).optional(),
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

const UnpublishedShape = z.array(z.strictObject({ region: z.enum(calendars), year: z.number().int() }));
/** Day 3 of 10, in working days. `pausedSince`: it stands still since that day and has no last day; `provisional` as for working days. */
const StepClockShape = z.strictObject({ day: z.number().int(), days: z.number().int(), extended: z.number().int().optional(), pausedSince: z.string().optional(), provisional: UnpublishedShape.optional() });
const Quantity = z.strictObject({ value: z.string(), unit: z.string() });
const PermitShape = z.strictObject({ number: z.string(), status: z.enum(permitStatuses), limit: Quantity, used: z.string(), remaining: z.string(), outside: z.string(), validFrom: z.string(), validUntil: z.string(), controlPoint: z.string().nullable(), revokedFrom: z.string().optional(), earlier: z.array(z.string()).optional() });
/** An entry of the ledger. `movement` is the entry with which the movement began; `corrects` and `correctedBy` name entries; what a correction took the place of does not count any more. */
const EntryShape = z.strictObject({
  id: z.string(),
  stage: z.enum([...stages, ...ends]),
  direction: z.enum(directions),
  quantity: Quantity,
  stated: Quantity.optional(),
  rate: z.strictObject({ value: z.string(), on: z.string() }).optional(),
  controlPoint: z.string().nullable(),
  at: z.string(),
  recordedAt: z.string(),
  by: z.string().optional(),
  movement: z.string(),
  expected: z.string().optional(),
  reading: z.strictObject({ counter: z.string(), total: z.string() }).optional(),
  carrier: z.string().optional(),
  condition: z.string().optional(),
  details: z.record(z.string(), z.string()).optional(),
  papers: z.array(z.string()).optional(),
  corrects: z.string().optional(),
  correctedBy: z.string().optional(),
  reason: z.string().optional(),
  isVoid: z.boolean().optional(),
});
const Celsius = z.string();
/** How warm a movement was by a logger's file: degrees Celsius, and whole minutes outside the range. `excursions` are the first fifty. */
const TraceShape = z.strictObject({
  id: z.string(),
  movement: z.string(),
  document: z.string(),
  range: z.strictObject({ from: Celsius, to: Celsius }),
  from: z.string(),
  to: z.string(),
  readings: z.number().int(),
  lowest: Celsius,
  highest: Celsius,
  outside: z.number().int(),
  excursions: z.array(z.strictObject({ from: z.string(), to: z.string(), worst: Celsius })),
  excursionCount: z.number().int(),
  recordedAt: z.string(),
  by: z.string().optional(),
});
/** That `to` took a movement over from `from`: at which place, in which state, how much was counted. */
const HandOverShape = z.strictObject({ id: z.string(), movement: z.string(), from: z.string(), to: z.string(), quantity: Quantity, stated: Quantity.optional(), at: z.string(), recordedAt: z.string(), isSound: z.boolean(), place: z.string().optional(), condition: z.string().optional() });

/** What must still be done after approval: asked by a desk as a condition (`step`), or by a rule (`requirement`, recorded as any requirement is). `due` is the last day, once it is known. */
const ObligationShape = z.strictObject({
  id: z.string(),
  kind: z.enum(dutyKinds),
  step: z.string().optional(),
  requirement: z.string().optional(),
  /** Which year of an attestation by years. */
  year: z.strictObject({ nth: z.number().int(), of: z.number().int(), begins: z.iso.date().nullable() }).optional(),
  text: z.string().optional(),
  due: z.iso.date().optional(),
  status: z.enum(["open", "fulfilled", "waived"]),
  late: z.boolean(),
  fulfilled: z.strictObject({ at: z.string(), by: z.string().nullable(), date: z.iso.date().nullable(), reference: z.string().optional(), document: z.string().optional() }).optional(),
  waived: z.strictObject({ at: z.string(), by: z.string().nullable(), reason: z.string() }).optional(),
});
const DiscrepancyShape = z.strictObject({
  id: z.string(),
  code: z.enum(discrepancyCodes),
  movement: z.string(),
  found: z.string().nullable(),
  expected: z.string().nullable(),
  unit: z.string().nullable(),
  openedAt: z.string(),
  resolved: z.strictObject({ at: z.string(), by: z.string().nullable(), outcome: z.enum(settlements), reason: z.string() }).nullable(),
});
/** What the ledger comes to at each stage, in the permit's unit. */
const ReconciliationShape = z.strictObject({ unit: z.string(), ...(Object.fromEntries(reconciled.map((name) => [name, z.string()])) as Record<(typeof reconciled)[number], z.ZodString>) });
/** Who decided in the present round, by name, and in whose place. */
const DecisionShape = z.strictObject({ by: z.string(), for: z.string().optional(), outcome: z.string(), at: z.string() });
/** How a vote stands: shown to the staff of its desk and to auditors alone. */
const VoteShape = z.strictObject({ members: z.number().int(), for: z.number().int(), against: z.number().int(), abstain: z.number().int(), quorum: z.number().int(), quorate: z.boolean(), missing: z.number().int().describe("How many members too few there are for the numbers of the rule.") });
/** What the approval of a step takes from a quota; what is left is shown to its desk and to auditors. */
const ReservesShape = z.strictObject({ quota: z.string(), year: z.number().int(), amount: Quantity, left: z.string().optional() });
/** Who has a step in hand. */
const HolderShape = z.strictObject({ id: z.string(), name: z.string(), how: z.enum(holdings), since: z.string() });
/** Whose advice was asked for, for whoever may read it. */
const AdviceShape = z.strictObject({ id: z.string(), from: z.string(), status: z.enum(referralStatuses), question: z.string(), due: z.string().optional(), recommends: z.enum(recommendations).optional(), text: z.string().optional() });
const GrantShape = { reference: z.string().optional(), date: z.string().optional(), validFrom: z.string().optional(), validUntil: z.string().optional(), limit: Quantity.optional(), paper: z.string().optional(), grant: GrantLink.optional() };
/** `expired`: what was granted held until a day that is over. `earlier`: grants that it had before, the last one at the end. */
const RequirementShape = z.strictObject({
  id: z.string(),
  regime: z.string(),
  due: z.enum(dues),
  status: z.enum(requirementStatuses),
  uncertain: z.boolean(),
  ...GrantShape,
  expired: z.boolean().optional(),
  question: z.string().optional(),
  reason: z.string().optional(),
  waivedBy: z.string().optional(),
  earlier: z.array(z.strictObject(GrantShape)).optional(),
});

export const RequestShape = z.strictObject({
  id: z.uuid(),
  number: z.string(),
  kind: z.enum(kinds),
  title: z.string(),
  status: z.enum(requestStatuses),
  version: z.number().int(),
  facts: z.record(z.string(), FactValue),
  lines: z.array(z.unknown()),
  claims: z.array(z.string()),
  parties: z.strictObject({ home: z.string(), host: z.string().nullable() }),
  window: z.strictObject({ from: z.string(), to: z.string() }).nullable(),
  limit: Quantity.nullable(),
  findings: z.array(FindingShape),
  requirements: z.array(RequirementShape),
  steps: z.array(z.strictObject({ id: z.string(), name: z.string(), desk: z.string(), side: z.enum(sides), round: z.number().int(), status: z.enum(stepStatuses), outcome: z.string().optional(), assignee: z.string().optional(), holder: HolderShape.optional(), advice: z.array(AdviceShape).optional(), suspended: z.string().optional(), since: z.string().optional(), due: z.string().optional(), clock: StepClockShape.optional(), settledBy: z.strictObject({ by: z.enum(settlings), rule: z.string().optional() }).optional(), decisions: z.array(DecisionShape).optional(), vote: VoteShape.optional(), reserves: ReservesShape.optional(), stands: z.strictObject({ since: z.string(), round: z.number().int() }).optional(), conditions: z.array(z.string()).optional() })),
  blockers: z.array(z.strictObject({ code: z.string(), /** Whose move it is. */ by: z.enum(["requester", "authority", "desk", "other"]), requirement: z.string().optional(), step: z.string().optional(), discrepancy: z.string().optional(), number: z.string().optional(), until: z.enum(untils).optional() })),
  questions: z.array(z.strictObject({ id: z.string(), step: z.string(), fact: z.string().nullable(), text: z.string() })),
  terms: z.array(z.strictObject({ id: z.string(), version: z.number().int(), title: z.string(), accepted: z.boolean() })),
  documents: z.array(z.strictObject({ id: z.uuid(), name: z.string(), paper: z.string().nullable(), mediaType: z.string(), size: z.number().int(), sha256: z.string() })),
  warnings: z.array(WarningShape),
  /** A change of what was approved that is being decided: what would hold. */
  amendment: z.strictObject({ as: z.enum(["amendment", "renewal"]), at: z.string(), reason: z.string(), changed: z.array(z.string()), agreed: z.boolean(), facts: z.record(z.string(), FactValue), claims: z.array(z.string()), window: z.strictObject({ from: z.string(), to: z.string() }), limit: Quantity }).optional(),
  permit: PermitShape.nullable(),
  movements: z.array(z.strictObject({ id: z.string(), direction: z.enum(["out", "return"]), quantity: Quantity, controlPoint: z.string().nullable(), at: z.string() })),
  ledger: z.array(EntryShape),
  traces: z.array(TraceShape),
  custody: z.array(HandOverShape),
  discrepancies: z.array(DiscrepancyShape),
  obligations: z.array(ObligationShape),
  /** What the requester has left late on other requests; it stops nothing. */
  lateObligations: z.array(z.strictObject({ number: z.string(), kind: z.enum(dutyKinds), requirement: z.string().optional(), due: z.iso.date() })),
  reconciliation: ReconciliationShape.optional(),
  allowed: z.array(z.strictObject({ command: z.string(), step: z.string().optional(), allowed: z.boolean(), reasons: z.array(z.strictObject({ code: z.enum(refusalCodes), path: z.string().optional(), params: Params.optional() })) })),
});

export const ListShape = z.strictObject({
  items: z.array(z.strictObject({ id: z.uuid(), number: z.string(), kind: z.enum(kinds), title: z.string(), status: z.enum(requestStatuses), from: z.string().nullable(), to: z.string().nullable(), crossing: z.string().nullable(), changedAt: z.string() })),
  next: z.string().nullable(),
});
export const EventsShape = z.strictObject({
  items: z.array(
    z.union([
      z.strictObject({ seq: z.number().int(), digest: z.string(), hash: z.string(), withheld: z.literal(true) }),
      z.strictObject({ seq: z.number().int(), type: z.string(), at: z.string(), actor: z.unknown(), data: z.unknown(), masked: z.literal(true), digest: z.string(), hash: z.string(), texts: z.record(z.string(), z.strictObject({ salt: z.string().nullable(), body: z.string().nullable() })) }),
      z.strictObject({ seq: z.number().int(), type: z.string(), at: z.string(), actor: z.unknown(), data: z.unknown(), salt: z.string(), digest: z.string(), hash: z.string(), texts: z.record(z.string(), z.strictObject({ salt: z.string().nullable(), body: z.string().nullable() })) }),
    ]),
  ),
  next: z.string().nullable(),
});
export const InboxShape = z.strictObject({
  items: z.array(z.strictObject({ request: z.strictObject({ id: z.uuid(), number: z.string(), kind: z.enum(kinds), title: z.string() }), step: z.strictObject({ id: z.string(), name: z.string(), desk: z.string(), holder: z.strictObject({ id: z.string(), name: z.string() }).optional() }), since: z.string(), due: z.string().optional() })),
  next: z.string().nullable(),
});
/** What each of many decisions came to: the status it would have had alone, and every reason where it was refused. */
export const DecisionsShape = z.strictObject({
  accepted: z.number().int(),
  results: z.array(z.strictObject({ request: z.uuid(), step: z.string(), commandId: z.uuid(), status: z.number().int(), version: z.number().int().optional(), events: z.array(z.strictObject({ seq: z.number().int(), type: z.string() })).optional(), repeated: z.boolean().optional(), refusals: z.array(RefusalShape) })),
});
const Named = z.strictObject({ id: z.uuid(), name: z.string() });
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
export const BreakGlassShape = z.strictObject({ items: z.array(z.strictObject({ id: z.uuid(), request: z.uuid(), person: Named, reason: z.string(), from: z.iso.datetime(), until: z.iso.datetime(), ended: z.iso.datetime().optional() })), next: z.uuid().nullable() });
/** `document` is null where the request itself was opened; `capacity` is null for readings from before it was kept. */
export const ReadsShape = z.strictObject({ items: z.array(z.strictObject({ id: z.uuid(), document: z.string().nullable(), person: z.string(), at: z.iso.datetime(), capacity: z.enum(capacities).nullable(), desk: z.string().optional(), step: z.string().optional(), reason: z.string().optional() })) });
export const StandInAccepted = z.strictObject({ id: z.uuid() });
const DefinitionShape = z.record(z.string(), z.unknown());
/** What a version changes against the one `before`: steps by id, and parts of the whole. */
const DifferenceShape = z.strictObject({ fresh: z.array(z.string()), gone: z.array(z.string()), changed: z.array(z.strictObject({ step: z.string(), parts: z.array(z.enum(stepParts)) })), whole: z.array(z.enum(wholeParts)) });
const compared = { definition: DefinitionShape, before: z.number().int().nullable(), difference: DifferenceShape.nullable() };
/** Author and approver are null for what came with the project; `effectiveFrom` is null for what counted at once. */
const approved = { version: z.number().int(), digest: z.string(), publishedAt: z.string(), effectiveFrom: z.string().nullable(), author: Named.nullable(), approver: Named.nullable() };
const proposed = { id: z.uuid(), version: z.number().int(), status: z.enum(proposalStatuses), effectiveFrom: z.string(), author: Named, proposedAt: z.string(), decidedBy: Named.nullable(), decidedAt: z.string().nullable() };
export const WorkflowsShape = z.strictObject({
  items: z.array(z.strictObject({ id: z.string(), kind: z.enum(kinds), inForce: z.number().int().nullable(), versions: z.array(z.strictObject(approved)), proposals: z.array(z.strictObject(proposed)) })),
});
export const WorkflowShape = z.strictObject({ id: z.string(), kind: z.enum(kinds), inForce: z.boolean(), ...approved, ...compared });
export const ProposalShape = z.strictObject({
  ...proposed,
  ...compared,
  workflow: z.string(),
  kind: z.enum(kinds),
  digest: z.string(),
  note: z.string().nullable(),
  reason: z.string().nullable(),
  problems: z.array(RefusalShape),
  allowed: z.array(z.strictObject({ command: z.enum(proposalCommands), allowed: z.boolean(), reasons: z.array(RefusalShape) })),
});
export const ProposalAccepted = z.strictObject({ id: z.uuid(), workflow: z.string(), version: z.number().int(), effectiveFrom: z.string(), status: z.enum(proposalStatuses), repeated: z.boolean() });
const Steps = z.array(z.string());
/** What each other version would do to the steps of a running case. `lost`: decided there, and it would have no place. */
export const MovesShape = z.strictObject({ items: z.array(z.strictObject({ version: z.number().int(), kept: Steps, gone: Steps, fresh: Steps, changed: Steps, lost: Steps })) });
export const PermitCheckShape = z.strictObject({
  number: z.string(),
  kind: z.enum(kinds),
  status: z.enum(["valid", "suspended", "not-yet", "used-up", "closed", "expired", "revoked", "replaced"]),
  limit: Quantity,
  used: z.string(),
  remaining: z.string(),
  validFrom: z.string(),
  validUntil: z.string(),
  from: z.string(),
  to: z.string(),
  controlPoint: z.string().nullable(),
  revokedFrom: z.string().optional(),
  replacedBy: z.string().optional(),
});
export const DocumentsShape = z.strictObject({ items: z.array(z.strictObject({ id: z.uuid(), name: z.string(), paper: z.string().nullable(), mediaType: z.string(), size: z.number().int(), sha256: z.string() })) });

/** `skipped` has each day at which not all regions work: at which of them, and the holidays there. `provisional`: the years counted through whose days off are not published. */
export const WorkdaysShape = z.strictObject({ due: z.string(), skipped: z.array(Skipped), provisional: UnpublishedShape.optional() });

const Names = z.partialRecord(Language, z.string());
const Attributes = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
/** What a catalogue found: names by language as the sources give them, what choosing it tells, whether the query is its code or name, and what each source says. */
export const CatalogueShape = z.strictObject({
  items: z.array(z.strictObject({ code: z.string(), names: Names, attributes: Attributes, named: z.boolean(), from: z.array(z.strictObject({ source: z.string(), on: z.string().nullable(), names: Names, attributes: Attributes })) })),
});

export const DossierAcceptedShape = z.strictObject({
  id: z.uuid(),
  number: z.string(),
  version: z.number().int(),
  status: z.enum(dossierStatuses),
  events: z.array(z.strictObject({ seq: z.number().int(), type: z.enum(dossierEventTypes) })),
  started: z.array(z.strictObject({ id: z.uuid(), number: z.string() })),
  repeated: z.boolean(),
});
export const DossierListShape = z.strictObject({
  items: z.array(z.strictObject({ id: z.uuid(), number: z.string(), title: z.string(), status: z.enum(dossierStatuses), requests: z.number().int(), changedAt: z.string() })),
  next: z.string().nullable(),
});
/** A dossier: of a request that the caller may not see, its role and number and nothing else. */
export const DossierShape = z.strictObject({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  status: z.enum(dossierStatuses),
  version: z.number().int(),
  openedAt: z.string(),
  changedAt: z.string(),
  requests: z.array(
    z.union([
      z.strictObject({ id: z.uuid(), number: z.string(), role: z.enum(roles), withheld: z.literal(true) }),
      z.strictObject({ id: z.uuid(), number: z.string(), role: z.enum(roles), kind: z.enum(kinds), title: z.string(), status: z.enum(requestStatuses), from: z.string().nullable(), to: z.string().nullable(), crossing: z.string().nullable() }),
    ]),
  ),
  dependencies: z.array(z.strictObject({ waiting: z.uuid(), awaits: z.uuid(), until: z.enum(untils), step: z.string().optional(), reason: z.string().nullable(), standing: z.enum(["open", "met", "ended"]) })),
  allowed: z.array(z.strictObject({ command: z.string(), allowed: z.boolean(), reasons: z.array(z.strictObject({ code: z.enum(refusalCodes), path: z.string().optional(), params: Params.optional() })) })),
});

export const OfferHandOver = z.strictObject({ movement: z.uuid().describe("The entry with which the movement began.") });
/** `link` is what the QR code holds; the code counts until `until`, and once. */
export const HandOverCodeShape = z.strictObject({ code: z.string(), link: z.url(), until: z.string() });
/** What a code offers. `holder` has it by the record, where that is not who shows the code; `reasons` say why the key's person cannot take it over now. */
export const OfferedShape = z.strictObject({
  request: z.strictObject({ id: z.uuid(), number: z.string(), kind: z.enum(kinds), title: z.string() }),
  permit: z.string(),
  movement: z.string(),
  quantity: Quantity,
  from: z.string(),
  holder: z.string().optional(),
  until: z.string(),
  allowed: z.boolean(),
  reasons: z.array(z.strictObject({ code: z.enum(refusalCodes), path: z.string().optional(), params: Params.optional() })),
});
