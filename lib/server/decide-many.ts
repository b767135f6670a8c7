import { z } from "zod";
import type { PersonActor } from "../access/actor.ts";
import { Approve } from "../request/commands/approve.ts";
import { ApproveWithConditions } from "../request/commands/approve-with-conditions.ts";
import { Claim } from "../request/commands/claim.ts";
import { Reject } from "../request/commands/reject.ts";
import { Release } from "../request/commands/release.ts";
import { Return } from "../request/commands/return.ts";
import { Id } from "../request/commands/shared.ts";
import type { Answer } from "./answer.ts";
import { type Clock, realClock } from "./clock.ts";
import { execute } from "./execute.ts";

const about = { request: Id };
/** A decision on one of many requests: the command as it is given on that request alone, and which it is. */
export const ManyDecision = z.discriminatedUnion("type", [Approve.extend(about), ApproveWithConditions.extend(about), Reject.extend(about), Return.extend(about), Claim.extend(about), Release.extend(about)]);
export type ManyDecision = z.infer<typeof ManyDecision>;
export const DecideMany = z.strictObject({ decisions: z.array(ManyDecision).min(1).max(50) });

export type Decided = { readonly decision: ManyDecision; readonly answer: Answer };

/**
 * Decides many requests, one after the other, each as if it were alone: each has its own transaction, its own event and its own
 * result. What is refused keeps none of the others back, and the same again under the same ids does nothing twice.
 */
export async function decideMany(actor: PersonActor, decisions: readonly ManyDecision[], clock: Clock = realClock): Promise<Decided[]> {
  const decided: Decided[] = [];
  for (const decision of decisions) {
    const { request, ...command } = decision;
    decided.push({ decision, answer: await execute(actor, request, command, clock) });
  }
  return decided;
}
