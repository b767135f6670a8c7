import { z } from "zod";
import { takenKinds } from "@/lib/access/configuration";
import { caseParts } from "@/lib/audit/case-view";
import { unknownSorts } from "@/lib/server/unknown-names";

const Counted = z.array(z.strictObject({ value: z.string(), count: z.number().int() }));
const Nullable = z.string().nullable();

export const AuditEventsShape = z.strictObject({
  items: z.array(z.strictObject({
    requestId: z.uuid(), stream: z.string(), seq: z.number().int(), type: z.string(), at: z.string(), hash: z.string(), number: Nullable, title: z.string(), kind: Nullable,
    person: Nullable, personId: Nullable, desk: Nullable, step: Nullable, isDossier: z.boolean(), said: z.array(z.string()),
    account: z.strictObject({ organisation: z.string(), quota: z.string(), year: z.number().int() }).nullable(),
    setUp: z.strictObject({ of: z.string(), subject: z.string(), people: z.array(z.string()), taken: z.strictObject({ what: z.enum(takenKinds), asked: z.string(), format: z.string(), rows: z.number().int().nullable(), isWhole: z.boolean().nullable() }).nullable() }).nullable(),
  })),
  next: Nullable,
  /** Whether every event can be found: entries of old events are made little by little. */
  complete: z.boolean(),
  /** Names in the question that no person, organisation, desk or rule in force bears, and ids that come near; none of people. */
  unknown: z.array(z.strictObject({ of: z.enum(unknownSorts), value: z.string(), near: z.array(z.string()) })),
  counts: z.strictObject({ all: z.number().int(), more: z.boolean(), types: Counted, kinds: Counted, months: Counted }).optional(),
});

const Part = z.record(z.string(), z.unknown());

export const CaseAtShape = z.strictObject({ id: z.uuid(), seq: z.number().int(), at: z.string(), last: z.number().int(), ...(Object.fromEntries(caseParts.map((part) => [part, Part])) as Record<(typeof caseParts)[number], typeof Part>) });

const Place = z.strictObject({ seq: z.number().int(), at: z.string() });

export const CaseDifferenceShape = z.strictObject({ id: z.uuid(), from: Place, to: Place, differences: z.array(z.strictObject({ part: z.enum(caseParts), of: Nullable, field: Nullable, was: Nullable, is: Nullable })) });
