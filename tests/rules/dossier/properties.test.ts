import fc from "fast-check";
import { expect, test } from "vitest";
import { replayDossier } from "../../../lib/dossier/evolve.ts";
import { people } from "../request/builders.ts";
import { type Act, aContext, aRequest, give, opened, requestId, type Told } from "./builders.ts";

const numbers = [1, 2, 3, 4, 5];
const ids = fc.constantFrom(...numbers).map(requestId);
const acts = fc.oneof(
  ids.map((request) => ({ type: "link" as const, request, role: "related" as const })),
  ids.map((request) => ({ type: "unlink" as const, request })),
  { weight: 4, arbitrary: fc.tuple(ids, ids).map(([waiting, awaits]) => ({ type: "addDependency" as const, waiting, awaits, until: "approved" as const, reason: "x" })) },
  fc.tuple(ids, ids).map(([waiting, awaits]) => ({ type: "removeDependency" as const, waiting, awaits, reason: "x" })),
  fc.constant({ type: "rename" as const, title: "Another" }),
);
const actors = fc.constantFrom(people.requester, people.requester, people.teammate, people.stranger);
/** Of whom each request is: the stranger has the last one. */
const own = (actor: string, number: number) => (number === 5 ? actor === people.stranger.id : actor === people.requester.id);

function play(moves: readonly (readonly [(typeof people)["requester"], Act])[]): Told {
  let now = opened([aRequest(1), aRequest(2)]);
  for (const [actor, act] of moves) {
    const next = give(now, act, aContext(numbers.map((one) => aRequest(one, { isOwn: own(actor.id, one) })), { actor }));
    if ("state" in next) now = next;
  }
  return now;
}

const plays = fc.array(fc.tuple(actors, acts), { maxLength: 60 });

test("whatever is done, nothing ever waits in a circle, and only linked requests wait or are waited for", () => {
  fc.assert(
    fc.property(plays, (moves) => {
      const { state } = play(moves);
      const linked = state.requests.map(({ request }) => request);
      expect(new Set(linked).size).toBe(linked.length);
      for (const { waiting, awaits } of state.dependencies) expect([linked.includes(waiting), linked.includes(awaits)]).toEqual([true, true]);
      // What waits for nothing is taken away again and again: a circle would be left over.
      let left = state.dependencies;
      for (let before = -1; before !== left.length; ) {
        before = left.length;
        left = left.filter(({ awaits }) => left.some(({ waiting }) => waiting === awaits));
      }
      expect(left).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("the state after replay is the state when live, and every event has its place", () => {
  fc.assert(
    fc.property(plays, (moves) => {
      const { state, events } = play(moves);
      expect(replayDossier(events)).toEqual(state);
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, at) => at + 1));
    }),
    { numRuns: 200 },
  );
});

test("whoever takes part in nothing of a dossier never changes it", () => {
  fc.assert(
    fc.property(plays, acts, (moves, act) => {
      const before = play(moves);
      const outside = aContext(numbers.map((one) => aRequest(one, { isOwn: false })), { actor: people.stranger });
      expect(give(before, act, outside)).toEqual({ refusals: [{ code: "notPermitted" }] });
    }),
    { numRuns: 200 },
  );
});
