import { z } from "zod";
import { kinds } from "@/lib/policy/pack";
import { requestStatuses } from "@/lib/request/state";
import { DueCursor } from "@/lib/retention/due-cursor";
import { certainties } from "@/lib/retention/keeping";
import { pageAsked } from "./page-asked";
import { CountsShape } from "./schemas";

const Day = z.iso.date();

/** What is due: `keptBy` kept it longest, until `keptUntil`; `rule` is the one under which it goes, unless `stoppedBy` keeps it all the same. */
export const DueShape = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.uuid(), number: z.string(), kind: z.enum(kinds), status: z.enum(requestStatuses), organisation: z.string(), endedOn: Day, keptUntil: Day, keptBy: z.string(), certainty: z.enum(certainties), rule: z.string(), law: z.string(),
      papers: z.number().int(), stoppedBy: z.enum(["hold", "organisationHold", "keepPapers"]).nullable(), automatic: z.boolean(),
    }),
  ),
  next: z.string().nullable(),
  counts: CountsShape.optional(),
});
/** After which request a page goes on: the day on which it ended, and its id. */
export const DueAsked = pageAsked(DueCursor);

const Terms = z.strictObject({ organisation: z.string(), years: z.record(z.string(), z.number().int()), automatic: z.boolean() });
export const TermsShape = z.strictObject({ items: z.array(Terms) });

const OrganisationHoldShape = z.strictObject({ id: z.uuid(), organisation: z.string(), authority: z.string(), reason: z.string(), placedAt: z.string(), lifted: z.string().optional() });
const HeldShape = z.strictObject({ id: z.uuid(), number: z.string(), organisation: z.string(), status: z.enum(requestStatuses) });
/** Holds on requests, by number alone, and holds on all of an organisation, lifted ones too; each a page at a time. `next` and `counts` are of the requests, `nextHold` and `holdCounts` of the organisations. */
export const HoldsShape = z.strictObject({ requests: z.array(HeldShape), next: z.uuid().nullable(), organisations: z.array(OrganisationHoldShape), nextHold: z.uuid().nullable(), counts: CountsShape.optional(), holdCounts: CountsShape.optional() });
export const HoldAccepted = z.strictObject({ id: z.uuid() });
export const LiftAsked = z.strictObject({ reason: z.string().trim().min(1).max(10_000) });

/** `person` is the address of the account, also of one that is closed. */
export const ForgetAsked = z.strictObject({ person: z.string().min(1).max(320), rule: z.string().min(1).max(60) });
export const ForgottenShape = z.strictObject({ forgotten: z.uuid() });
