import { ruleFor, type CommandType } from "./command.ts";
import { atStep } from "./commands/hands.ts";
import { onErasure } from "./commands/erasure.ts";
import { laterOnRequest } from "./commands/later.ts";
import { inLedger } from "./commands/movements.ts";
import { onObligations } from "./commands/obligations.ts";
import type { Context, Target } from "./context.ts";
import { onToday } from "./on-day.ts";
import { refusal, type Refusal } from "./refusal.ts";

export type Allowed = { readonly command: CommandType; readonly step?: string; readonly allowed: boolean; readonly reasons: readonly Refusal[] };

const onRequest = ["saveDraft", "deleteDraft", "acceptTerms", "submit", "withdraw", "resubmit", "comment", "recordRequirement", "linkGrant", "recordMovement", ...inLedger, ...onObligations, "close", "revoke", ...laterOnRequest, ...onErasure, "attachDocument"] as const satisfies readonly CommandType[];
const onStep = ["approve", "approveWithConditions", "return", "reject", "extend", "recuse", "dropStep", ...atStep] as const satisfies readonly CommandType[];
const onVote = ["vote", "closeVote"] as const satisfies readonly CommandType[];

/** Every command with whether the actor may give it now, and why not: one table for screens, the API and the decision itself. */
export function allowed(recorded: Target, context: Context): Allowed[] {
  const target = onToday(recorded, context);
  const steps = target.at === "live" ? target.state.steps.filter((step) => step.status === "open" || step.status === "waiting") : [];
  return [
    ...onRequest.map((command) => answer(command, target, context)),
    ...steps.flatMap((step) => [...onStep, ...(step.vote ? onVote : [])].map((command) => answer(command, target, context, step.id))),
  ];
}

function answer(command: CommandType, target: Target, context: Context, step?: string): Allowed {
  const rule = ruleFor(command);
  const reasons = rule.permitted(target, context, step) ? rule.may(target, context, step) : [refusal("notPermitted")];
  return { command, ...(step === undefined ? {} : { step }), allowed: reasons.length === 0, reasons };
}
