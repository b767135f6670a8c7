import { z } from "zod";
import { kinds } from "@/lib/policy/pack";
import { stepParts, wholeParts } from "@/lib/workflow/definition-difference";
import { proposalCommands } from "@/lib/workflow/proposal/command";
import { proposalStatuses } from "@/lib/workflow/proposal/proposal";
import { Named, RefusalShape } from "./schemas";

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
/** What each other version would do to the steps of a running case. `lost`: decided there, and it would have no place; `decided`: what was signed or voted so far is enough there. */
export const MovesShape = z.strictObject({ items: z.array(z.strictObject({ version: z.number().int(), kept: Steps, gone: Steps, fresh: Steps, changed: Steps, lost: Steps, decided: z.array(z.strictObject({ step: z.string(), outcome: z.string() })) })) });
