import { z } from "zod";
import { Day, Id, Words } from "../../request/commands/shared.ts";

/** Puts a new version forward. The definition is looked at whole and every fault told, so here it only has to be there. */
export const ProposeWorkflow = z.strictObject({ id: Id.optional(), definition: z.record(z.string(), z.unknown()), effectiveFrom: Day, note: Words.optional() });
export type ProposeWorkflow = z.infer<typeof ProposeWorkflow>;

const once = { commandId: Id };
export const ProposalCommand = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("approve"), ...once }),
  z.strictObject({ type: z.literal("reject"), ...once, reason: Words }),
  z.strictObject({ type: z.literal("withdraw"), ...once, reason: Words.optional() }),
]);
export type ProposalCommand = z.infer<typeof ProposalCommand>;

export const proposalCommands = ["approve", "reject", "withdraw"] as const satisfies readonly ProposalCommand["type"][];
