import { asReader } from "../../db/client.ts";
import { laterVersions } from "../../db/config.ts";
import type { PersonActor } from "../access/actor.ts";
import type { Command } from "../request/command.ts";
import type { Context, Target } from "../request/context.ts";
import { decide } from "../request/decide.ts";
import { plannedAnew } from "../request/commands/move.ts";
import type { PlanDifference } from "../workflow/difference.ts";
import { stepNames, type StepNames } from "../workflow/definition.ts";
import { moment, realClock } from "./clock.ts";
import { contextFor } from "./context.ts";
import { readTarget } from "./target.ts";

/** A later version of a case's workflow, with what moving to it would do to the steps; `decided` by what was signed or voted before, which is enough there. */
export type OfferedMove = { readonly version: number; readonly difference: PlanDifference; readonly decided: readonly { readonly step: string; readonly outcome: string }[]; readonly names: StepNames };

/** The later versions of a case's workflow that have taken effect, newest first, each with the difference it would make. */
export async function movesOffered(actor: PersonActor, id: string): Promise<OfferedMove[]> {
  return asReader(actor, async (tx) => {
    const target = await readTarget(tx, id);
    if (target?.at !== "live") return [];
    const { state } = target;
    const versions = await laterVersions(tx, state.kind, state.workflow.version, moment(realClock).today);
    const offered: OfferedMove[] = [];
    for (const version of versions) {
      const command = { type: "move", commandId: id, version, reason: "-" } as const;
      const context = await contextFor(tx, actor, target, command, moment(realClock));
      const anew = plannedAnew(state, context);
      if (anew && context.workflow) offered.push({ version, difference: anew.difference, decided: decidedBy(command, target, context), names: stepNames(context.workflow.definition) });
    }
    return offered;
  });
}

/** The steps that the move itself would bring to their end. */
function decidedBy(command: Command, target: Target, context: Context): OfferedMove["decided"] {
  const outcome = decide(command, target, context);
  return "events" in outcome ? outcome.events.flatMap((one) => (one.type === "step.settled" ? [{ step: one.data.step, outcome: one.data.outcome }] : [])) : [];
}
