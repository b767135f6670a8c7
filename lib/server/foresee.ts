import { asReader } from "../../db/client.ts";
import type { Actor } from "../access/actor.ts";
import type { Command } from "../request/command.ts";
import { decide } from "../request/decide.ts";
import type { Refused } from "./answer.ts";
import { type Clock, moment, realClock } from "./clock.ts";
import { contextFor } from "./context.ts";
import { readTarget } from "./target.ts";

/** Why a command would be refused as things stand, without giving it; for what has to be done before, and is in vain then. It takes from no account. */
export async function foresee(actor: Actor, requestId: string, command: Command, clock: Clock = realClock): Promise<Refused | { readonly notFound: true }> {
  return asReader(actor, async (tx) => {
    const target = await readTarget(tx, requestId);
    if (!target) return { notFound: true };
    const outcome = decide(command, target, await contextFor(tx, actor, target, null, moment(clock)));
    return { refusals: "refusals" in outcome ? outcome.refusals : [] };
  });
}
