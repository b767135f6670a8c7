import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listedWorkflows } from "../../lib/server/workflow-detail.ts";
import { queryCalls } from "./query-calls.ts";
import { type SecondWall, secondWall } from "./second-wall.ts";
import { somethingOfEach } from "./something-of-each.ts";

/* The first wall by itself: every query of db/queries as each role, in a database whose row-level security is off. */

let wall: SecondWall;
beforeAll(async () => {
  wall = await secondWall();
  const tables = await wall.world.owner<{ name: string }[]>`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relrowsecurity`;
  for (const { name } of tables) await wall.world.owner.unsafe(`alter table "${name}" disable row level security`);
});
afterAll(() => wall.world.stop());

/** Queries that stand behind the wall: they do not ask who asks, because what asks them has; or nobody does but the system. Each with what that is. */
const behindTheWall: Readonly<Record<string, string>> = {
  "break-glass.breakGlassById": "publish-break-glass, which holds an access to its opener and whoever administers",
  "desks-of-request.desksOfRequest": "askedOfCase, and commands of a working paper on one of its own cases",
  "desks-of-request.organisationsOfRequest": "as the desks",
  "event-hashes.eventHashes": "commands of a working paper, on one of its own cases",
  "leaves.leavesOf": "proofs of the log, which are public, and files of a record to whoever has its events",
  "linked-requests.linkedRequests": "pages of a dossier: the numbers of its requests are for whoever sees the dossier",
  "owed.owedIn": "lists and pages, of requests that they have found for their reader",
  "record-chains.nextChains": "export of the whole record by whoever runs the server, as the system",
  "retention.organisationHoldsOf": "the page of what is kept, of the organisations that its reader administers or audits",
  "stream-page.streamBackwards": "histories of accounts and working papers, once they are found for their reader",
  "stream-page.streamPage": "histories of accounts, dossiers and working papers, once they are found for their reader",
};

test("no query shows anything foreign without the policies, but those that stand behind the wall", async () => {
  const shown = new Map<string, Set<string>>();
  const things = await Promise.all([0, 1, 2, 3].map((nth) => somethingOfEach(wall.world, nth)));
  for (const actor of wall.actors) {
    for (const asked of things) {
      for (const [name, ask] of Object.entries(queryCalls)) {
        const found = await wall.foreignIn(actor, [await ask(actor, asked)]);
        if (found.length > 0) shown.set(name, new Set([...(shown.get(name) ?? []), ...found.map((what) => `${actor.email}: ${what}`)]));
      }
    }
  }
  expect([...shown].flatMap(([name, what]) => (name in behindTheWall ? [] : [...what].map((one) => `${name} shows ${one}`)))).toEqual([]);
  // One that has come to ask who asks needs no reason any more.
  const silent = ["desks-of-request.desksOfRequest", "desks-of-request.organisationsOfRequest", "event-hashes.eventHashes", "leaves.leavesOf", "owed.owedIn"];
  expect(Object.keys(behindTheWall).filter((name) => !shown.has(name)).toSorted()).toEqual(silent);
}, 600_000);

test("without the policies a request or draft of others is answered like one that is nowhere", async () => {
  const about = await somethingOfEach(wall.world);
  const [other] = await wall.world.owner<{ request: string; draft: string }[]>`select (select request_id from requests r where not exists (select from dossier_requests d where d.request_id = r.request_id) order by 1 limit 1) as request, (select request_id from drafts order by 1 limit 1) as draft`;
  const told = new Map<string, string>();
  let asked = 0;
  for (const actor of wall.actors) {
    for (const id of [about.request, other?.request ?? "", other?.draft ?? ""]) {
      if (await wall.isSeen(actor, id)) continue;
      asked += 1;
      for (const [name, ask] of Object.entries(queryCalls)) {
        // Only what asks about a request: lists say the same of both, and say it long.
        if (!/\brequest\b|ask\(tx/.test(ask.toString()) || name in behindTheWall || name in aboutOthersToo) continue;
        const [foreign, nowhere] = await Promise.all([id, randomUUID()].map(async (request) => `${JSON.stringify((await ask(actor, { ...about, request })) ?? null, (_, value: unknown) => (value instanceof Map || value instanceof Set ? [...value] : value))}`.replaceAll(request, "it")));
        if (foreign !== nowhere) told.set(`${actor.email}: ${name}`, `${foreign} where nothing is: ${nowhere}`.slice(0, 300));
      }
    }
  }
  expect([...told]).toEqual([]);
  expect(asked).toBeGreaterThan(6);
}, 600_000);

/** What asks about a request and answers something of others, for which it is left out of the count. */
const aboutOthersToo: Readonly<Record<string, string>> = {
  "late-obligations.lateObligations": "what else its requester owes, beside it",
  "year-totals.yearTotal": "a sum of an organisation, without it",
};

test("workflows as they are proposed are listed for whoever keeps the rules, decides by them or audits, without the policies too", async () => {
  const lists = await Promise.all(wall.actors.map(async (actor) => [actor.email, (await listedWorkflows(actor)) !== null]));
  expect(lists.slice(0, 5)).toEqual([["researcher@smu.example", false], ["biosafety@hku.example", true], ["auditor.cn@causeway.example", true], ["admin@causeway.example", true], ["sz-bay@boundary.example", false]]);
});
