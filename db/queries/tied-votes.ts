import { replay } from "../../lib/request/evolve.ts";
import { tallyAt } from "../../lib/workflow/members.ts";
import type { ScopedTx } from "../client.ts";
import { loadEvents } from "../log.ts";

/** The steps of these requests whose vote is tied and waits for the head of its desk, as `request step`. Votes are counted from the record alone: no read table holds them. */
export async function tiedVotes(tx: ScopedTx, requests: readonly string[]): Promise<ReadonlySet<string>> {
  const tied = await Promise.all(
    [...new Set(requests)].map(async (id) => {
      const state = replay(await loadEvents(tx, id));
      if (state.status === "none") return [];
      return state.steps.flatMap((step) => (step.status === "open" && tallyAt(step, state.deciders)?.outcome === "tied" ? [`${id} ${step.id}`] : []));
    }),
  );
  return new Set(tied.flat());
}
