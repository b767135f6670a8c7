import { v7 as newId } from "uuid";
import { inbox } from "../../db/queries/inbox.ts";
import { sealKept } from "../../db/queries/seals.ts";
import { requestEvents } from "../../db/queries/request-events.ts";
import { type ListFilters, requestList } from "../../db/queries/request-list.ts";
import type { Kind } from "../../lib/policy/pack.ts";
import type { RequestStatus } from "../../lib/request/state.ts";
import { createRequest, execute } from "../../lib/server/execute.ts";
import { actorFromKey } from "../../lib/server/keys.ts";
import { proofOfEvent, proofOfGrowth } from "../../lib/server/log-proofs.ts";
import { meaningOf } from "../../lib/server/search-meaning.ts";
import { requestDetail } from "../../lib/server/request-detail.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import { ask, type Asked } from "./ask.ts";
import { newRequest, openSteps, type Player, readyDrafts } from "./cast.ts";
import type { Attempt } from "./measure.ts";

/**
 * One operation of the API: how it is asked, and the same work done in this process, to hear what it says to the
 * database. `works` are so many different pieces of it; those that write are each good for one time. `most` is how often one
 * measurement may do it, and `recordings` how often it is written down: that takes longer than doing it.
 */
export type Operation = { readonly name: string; readonly writes: boolean; readonly most: number; readonly recordings: number; readonly attempt: Attempt; readonly works: (count: number) => (() => Promise<unknown>)[] };
/** How often each is done before it is measured. */
export const warmUps = 10;
export type Share = { readonly most: number; readonly recorded: number };

export type World = { readonly base: string; readonly sealed: number; readonly researchers: readonly Player[]; readonly officers: readonly Player[]; readonly auditor: Player; readonly auditorOfOne: Player; readonly requests: readonly { readonly player: Player; readonly id: string }[] };

/** The operations, with something to write on for so many measurements of at most so many times each. */
export async function operationsOn({ base, sealed, researchers, officers, auditor, requests }: World, measurements: number, { most, recorded }: Share): Promise<Operation[]> {
  // One recording more: what weighs entries is written down for itself.
  const wanted = measurements * (most + recorded) + recorded;
  const drafts = await readyDrafts(researchers, wanted + warmUps);
  const steps = await openSteps(officers, wanted + warmUps);
  // There may be fewer steps to decide than asked for: each measurement has its part.
  const share = (of: number) => Math.max(1, Math.floor((of * (steps.length - warmUps)) / wanted));
  const reads = { writes: false, most: Infinity, recordings: Math.min(40, recorded) } as const;
  const writes = { writes: true, most, recordings: recorded } as const;
  const turn = turns();
  const api = `${base}/api/v1`;
  const command = (request: string, said: object, { api: headers }: Player) => asked(`${api}/requests/${request}/commands`, { method: "POST", headers, body: JSON.stringify({ commandId: newId(), ...said }) }, 200);
  const researcher = (at: number) => pick(researchers, at);
  return [
    {
      name: "create",
      ...writes,
      attempt: () => {
        const player = researcher(turn("create"));
        return asked(`${api}/requests`, { method: "POST", headers: player.api, body: JSON.stringify(newRequest(player.actor.organisation ?? "")) }, 201);
      },
      works: (count) => several(count, (at) => asPlayer(researcher(at), (actor) => createRequest(actor, newRequest(actor.organisation ?? "")))),
    },
    {
      name: "submit",
      ...writes,
      attempt: () => {
        const draft = drafts.pop();
        return draft ? command(draft.request, { type: "submit" }, draft.player) : nothingLeft;
      },
      works: (count) => drafts.splice(0, count).map(({ player, request }) => asPlayer(player, (actor) => execute(actor, request, { type: "submit", commandId: newId() }))),
    },
    {
      name: "decide",
      ...writes,
      most: share(most),
      recordings: share(recorded),
      attempt: () => {
        const open = steps.pop();
        return open ? command(open.request, { type: "approve", step: open.step }, open.player) : nothingLeft;
      },
      works: (count) => steps.splice(0, count).map(({ player, request, step }) => asPlayer(player, (actor) => execute(actor, request, { type: "approve", step, commandId: newId() }))),
    },
    {
      name: "inbox",
      ...reads,
      attempt: () => asked(`${api}/inbox`, { headers: pick(officers, turn("inbox")).api }, 200),
      works: (count) => several(count, (at) => asPlayer(pick(officers, at), (actor) => inbox(actor))),
    },
    {
      name: "detail with history",
      ...reads,
      attempt: async () => {
        const { id, player } = pick(requests, turn("detail"));
        return (await asked(`${api}/requests/${id}`, { headers: player.api }, 200)) && (await asked(`${api}/requests/${id}/events`, { headers: player.api }, 200));
      },
      works: (count) =>
        several(count, (at) => async () => {
          const { id, player } = pick(requests, at);
          await asPlayer(player, (actor) => requestDetail(actor, id))();
          await asPlayer(player, (actor) => requestEvents(actor, id))();
        }),
    },
    {
      name: "list with filters",
      ...reads,
      attempt: () => {
        const at = turn("list");
        return asked(`${api}/requests?${new URLSearchParams(pick(filters, at))}`, { headers: researcher(at).api }, 200);
      },
      works: (count) => several(count, (at) => asPlayer(researcher(at), (actor) => requestList(actor, asFilters(pick(filters, at))))),
    },
    {
      name: "list with filters, by an auditor of everything",
      ...reads,
      attempt: () => asked(`${api}/requests?${new URLSearchParams(pick(filters, turn("audit")))}`, { headers: auditor.api }, 200),
      works: (count) => several(count, (at) => asPlayer(auditor, (actor) => requestList(actor, asFilters(pick(filters, at))))),
    },
    {
      name: "newest seal",
      ...reads,
      attempt: () => asked(`${api}/log/seal`, {}, 200),
      works: (count) => several(count, () => () => sealKept()),
    },
    {
      name: "proof of an event",
      ...reads,
      attempt: () => asked(`${api}/log/proof?event=request:${pick(requests, turn("proof")).id}/1`, {}, 200),
      works: (count) => several(count, (at) => () => proofOfEvent({ stream: `request:${pick(requests, at).id}`, seq: 1 })),
    },
    {
      name: "proof of growth",
      ...reads,
      attempt: () => asked(`${api}/log/consistency?from=${1 + (turn("growth") * 7919) % sealed}`, {}, 200),
      works: (count) => several(count, (at) => () => proofOfGrowth(1 + ((at * 7919) % sealed), null)),
    },
  ];
}

const filters = [{}, { status: "in-review" }, { status: "permitted", kind: "sample" }, { q: "serum" }] as const satisfies readonly { readonly status?: RequestStatus; readonly kind?: Kind; readonly q?: string }[];
/** What the route makes of the address. */
function asFilters({ q, ...filters }: { readonly status?: RequestStatus; readonly kind?: Kind; readonly q?: string }): ListFilters {
  return { ...filters, search: q === undefined ? undefined : { q, meant: meaningOf(q) } };
}

const nothingLeft = Promise.resolve(null);

async function asked(address: string, how: Asked, wanted: number): Promise<boolean> {
  return (await ask(address, how)).status === wanted;
}

/** As the API finds its actor: by the key, in the database. */
function asPlayer(player: Player, work: (actor: PersonActor) => Promise<unknown>): () => Promise<void> {
  return async () => {
    const actor = await actorFromKey(new Request("http://localhost/", { headers: player.api }));
    if (!actor) throw new Error(`no key for ${player.actor.email}`);
    const outcome = await work(actor);
    if (outcome === null || (typeof outcome === "object" && ("refusals" in outcome || "notFound" in outcome))) throw new Error(`${player.actor.email}: ${JSON.stringify(outcome)}`);
  };
}

function several<T>(count: number, make: (at: number) => T): T[] {
  return Array.from({ length: count }, (_, at) => make(at));
}

function pick<T>(list: readonly T[], at: number): T {
  return list[at % list.length] as T;
}

/** Counts each kind of turn by itself. */
function turns(): (name: string) => number {
  const counts: Record<string, number> = {};
  return (name) => (counts[name] = (counts[name] ?? -1) + 1);
}
