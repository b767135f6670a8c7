import { z } from "zod";
import { discrepancyCodes, settlements } from "@/lib/permit/discrepancy";
import { directions, ends, stages } from "@/lib/permit/entry";
import { reconciled } from "@/lib/permit/reconciliation";
import { kinds } from "@/lib/policy/pack";
import { dutyKinds } from "@/lib/request/duty";
import { refusalCodes } from "@/lib/request/refusal";
import { permitStatuses } from "@/lib/request/state";
import { Params } from "./schemas";

export const Quantity = z.strictObject({ value: z.string(), unit: z.string() });
export const PermitShape = z.strictObject({ number: z.string(), status: z.enum(permitStatuses), limit: Quantity, used: z.string(), remaining: z.string(), outside: z.string(), validFrom: z.string(), validUntil: z.string(), controlPoint: z.string().nullable(), revokedFrom: z.string().optional(), earlier: z.array(z.string()).optional() });
/** An entry of the ledger. `movement` is the entry with which the movement began; `corrects` and `correctedBy` name entries; what a correction took the place of does not count any more. */
export const EntryShape = z.strictObject({
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
export const TraceShape = z.strictObject({
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
export const HandOverShape = z.strictObject({ id: z.string(), movement: z.string(), from: z.string(), to: z.string(), quantity: Quantity, stated: Quantity.optional(), at: z.string(), recordedAt: z.string(), isSound: z.boolean(), place: z.string().optional(), condition: z.string().optional() });

/** What must still be done after approval: asked by a desk as a condition (`step`), or by a rule (`requirement`, recorded as any requirement is). `due` is the last day, once it is known. */
export const ObligationShape = z.strictObject({
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
export const DiscrepancyShape = z.strictObject({
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
export const ReconciliationShape = z.strictObject({ unit: z.string(), ...(Object.fromEntries(reconciled.map((name) => [name, z.string()])) as Record<(typeof reconciled)[number], z.ZodString>) });
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
