import { GrantLink } from "@/lib/account/standing-grant";
import { z } from "zod";
import { dues, kinds } from "@/lib/policy/pack";
import { FactValue } from "@/lib/policy/condition";
import { dutyKinds } from "@/lib/request/duty";
import { refusalCodes } from "@/lib/request/refusal";
import { untils } from "@/lib/dossier/until";
import { requestStatuses, requirementStatuses } from "@/lib/request/state";
import { sides } from "@/lib/workflow/definition";
import { recommendations, referralStatuses } from "@/lib/workflow/referral";
import { holdings } from "@/lib/workflow/holder";
import { settlings, stepStatuses } from "@/lib/workflow/progress";
import { DiscrepancyShape, EntryShape, HandOverShape, ObligationShape, PermitShape, Quantity, ReconciliationShape, TraceShape } from "./ledger-schemas";
import { FindingShape, Params, RefusalShape, UnpublishedShape } from "./schemas";

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
/** Day 3 of 10, in working days. `pausedSince`: it stands still since that day and has no last day; `provisional` as for working days. */
const StepClockShape = z.strictObject({ day: z.number().int(), days: z.number().int(), extended: z.number().int().optional(), pausedSince: z.string().optional(), provisional: UnpublishedShape.optional() });
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
  items: z.array(z.strictObject({ request: z.strictObject({ id: z.uuid(), number: z.string(), kind: z.enum(kinds), title: z.string() }), step: z.strictObject({ id: z.string(), name: z.string(), desk: z.string(), holder: z.strictObject({ id: z.string(), name: z.string() }).optional(), tied: z.boolean().optional() }), since: z.string(), due: z.string().optional() })),
  next: z.string().nullable(),
});
/** What each of many decisions came to: the status it would have had alone, and every reason where it was refused. */
export const DecisionsShape = z.strictObject({
  accepted: z.number().int(),
  results: z.array(z.strictObject({ request: z.uuid(), step: z.string(), commandId: z.uuid(), status: z.number().int(), version: z.number().int().optional(), events: z.array(z.strictObject({ seq: z.number().int(), type: z.string() })).optional(), repeated: z.boolean().optional(), refusals: z.array(RefusalShape) })),
});
export const DocumentsShape = z.strictObject({ items: z.array(z.strictObject({ id: z.uuid(), name: z.string(), paper: z.string().nullable(), mediaType: z.string(), size: z.number().int(), sha256: z.string() })) });
