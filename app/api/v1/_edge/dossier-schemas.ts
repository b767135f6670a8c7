import { z } from "zod";
import { kinds } from "@/lib/policy/pack";
import { refusalCodes } from "@/lib/request/refusal";
import { dossierEventTypes } from "@/lib/dossier/events";
import { roles } from "@/lib/dossier/role";
import { dossierStatuses } from "@/lib/dossier/state";
import { untils } from "@/lib/dossier/until";
import { requestStatuses } from "@/lib/request/state";
import { Params } from "./schemas";

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
