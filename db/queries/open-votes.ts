import type { PersonActor } from "../../lib/access/actor.ts";
import { againstVoting } from "../../lib/request/commands/vote.ts";
import { replay } from "../../lib/request/evolve.ts";
import type { Refusal } from "../../lib/request/refusal.ts";
import { tallyAt } from "../../lib/workflow/members.ts";
import type { ScopedTx } from "../client.ts";
import { loadEvents } from "../log.ts";

export type OpenVote = { /** It waits for the casting vote of the head of its desk. */ readonly tied: boolean; /** What keeps the person from voting. */ readonly against: readonly Refusal[] };

/** How the votes that are open in these requests stand for somebody who decides at their desks, by `request step`. Votes are counted from the record alone: no read table holds them. */
export async function openVotes(tx: ScopedTx, actor: PersonActor, requests: readonly string[]): Promise<ReadonlyMap<string, OpenVote>> {
  const found = await Promise.all(
    [...new Set(requests)].map(async (id) => {
      const state = replay(await loadEvents(tx, id));
      if (state.status === "none") return [];
      return state.steps.flatMap((step): [string, OpenVote][] => (step.status === "open" && step.vote ? [[`${id} ${step.id}`, { tied: tallyAt(step, state.deciders)?.outcome === "tied", against: againstVoting(step, state, actor) }]] : []));
    }),
  );
  return new Map(found.flat());
}
