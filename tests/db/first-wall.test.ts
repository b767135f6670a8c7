import { randomUUID } from "node:crypto";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { adviceAsked } from "../../db/queries/advice-asked.ts";
import { bundleCase } from "../../db/queries/bundle-papers.ts";
import { documentSeen } from "../../db/queries/documents.ts";
import { requestList } from "../../db/queries/request-list.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import { momentsOf } from "../../lib/server/case-at.ts";
import { dossierDetail } from "../../lib/server/dossier-detail.ts";
import { executeOnPaper } from "../../lib/server/execute-paper.ts";
import { personActor } from "../../lib/server/person.ts";
import { listedWorkflows } from "../../lib/server/workflow-detail.ts";
import { PaperCommand } from "../../lib/working-paper/command.ts";
import { type Asked, queryCalls } from "./query-calls.ts";
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

/** What lib/server reads of a whole stream, by its own first wall. */
const streams: Readonly<Record<string, (actor: PersonActor, asked: Asked) => Promise<unknown>>> = {
  // Of its requests that are foreign nothing but the number; those of which more is known are named by their id.
  dossierDetail: async (actor, { dossier }) => {
    const found = await dossierDetail(actor, dossier);
    for (const { id } of found?.known ?? []) expect([actor.email, id, await wall.isSeen(actor, id)]).toEqual([actor.email, id, true]);
    return found;
  },
  momentsOf: (actor, { request }) => momentsOf(actor, request, [{ seq: 1 }]),
  "executeOnPaper, an auditor's": (actor, { paper }) => executeOnPaper(actor, paper, PaperCommand.parse({ type: "signPaper", commandId: newId(), expectedVersion: 1, conclusion: "Good." })),
  "executeOnPaper, a reply": (actor, { paper }) => executeOnPaper(actor, paper, PaperCommand.parse({ type: "replyToFinding", commandId: newId(), finding: 2, stance: "accepted", text: "So it was." })),
};

test("without the policies dossiers, cases of the record and working papers of others are answered like what is nowhere, and nothing of theirs changes", async () => {
  const things = await Promise.all([0, 1, 2, 3].map((nth) => somethingOfEach(wall.world, nth)));
  const told: unknown[] = [];
  const [seen, closed] = [new Set<string>(), new Set<string>()];
  for (const actor of wall.actors) {
    for (const asked of things) {
      for (const [name, ask] of Object.entries(streams)) {
        const nowhere = JSON.stringify(await ask(actor, { ...asked, dossier: randomUUID(), request: randomUUID(), paper: randomUUID() }));
        const before = await wall.world.owner`select count(*) from events`;
        const found = await ask(actor, asked);
        told.push(...(await wall.foreignIn(actor, [found])).map((what) => `${actor.email}: ${name} shows ${what}`));
        const isClosed = JSON.stringify(found) === nowhere;
        (isClosed ? closed : seen).add(name);
        // A researcher neither audits anything nor is asked by who does.
        if (actor === wall.actors[0] && name.includes("Paper")) expect([name, found]).toEqual([name, { notFound: true }]);
        if (isClosed) expect(await wall.world.owner`select count(*) from events`).toEqual(before);
      }
    }
  }
  expect(told).toEqual([]);
  // Each is open to somebody and closed to others, or asking would prove nothing.
  for (const who of [closed, seen]) expect([...who].toSorted()).toEqual(Object.keys(streams).toSorted());
}, 600_000);

test("without the policies whoever only advises is shown and finds nothing of a request that is not for advisers", async () => {
  const [row] = await wall.world.owner<{ request: string; email: string; requester: string }[]>`select r.request_id as request, p.email, q.email as requester from requests r join people q on q.id = r.requester, people p where r.kind = 'person' and exists (select from steps s where s.request_id = r.request_id and s.status = 'open') and p.email = 'researcher@must.example' and not exists (select from request_access a where a.request_id = r.request_id and a.subject like '%' || p.id) order by 1 limit 1`;
  if (!row) throw new Error("nobody travels");
  const { request } = row;
  const [adviser, requester] = [(await personActor(row.email)) as PersonActor, (await personActor(row.requester)) as PersonActor];
  await wall.world.owner`insert into request_access (request_id, subject) values (${request}, ${`adviser:${adviser.id}`})`;
  await wall.world.owner`insert into documents (request_id, document_id, name, media_type, size, sha256, at, for_advisers) values (${request}, ${newId()}, 'passport.pdf', 'text/plain', 1, ${"0".repeat(64)}, now(), false), (${request}, ${newId()}, 'plan.pdf', 'text/plain', 1, ${"1".repeat(64)}, now(), true)`;
  await wall.world.owner`update requests set answers = jsonb_set(answers, '{lines}', '[{"traveller": "Zqtraveller"}]') where request_id = ${request}`;
  const papers = async (actor: PersonActor) => {
    const rows = await wall.world.owner<{ id: string }[]>`select document_id as id from documents where request_id = ${request} and name in ('passport.pdf', 'plan.pdf') order by name`;
    return [...(await Promise.all(rows.map(async ({ id }) => (await documentSeen(actor, request, id)).document?.name ?? null))), ...((await bundleCase(actor, request))?.papers ?? []).map(({ name }) => name).filter((name) => name.endsWith(".pdf")).toSorted()];
  };
  const finds = async (actor: PersonActor) => (await requestList(actor, { search: { q: "Zqtraveller", meant: { kinds: [], statuses: [], cities: [], movers: [], options: [] } } })).items.map(({ id }) => id);
  expect([await papers(requester), await finds(requester)]).toEqual([["passport.pdf", "plan.pdf", "passport.pdf", "plan.pdf"], [request]]);
  expect([await papers(adviser), await finds(adviser)]).toEqual([[null, "plan.pdf", "plan.pdf"], []]);
  // What they are asked is asked of them, and of nobody else.
  await wall.world.owner`insert into referrals (request_id, referral_id, step_id, person, by, at, status) select request_id, ${newId()}, step_id, ${adviser.id}, ${requester.id}, now(), 'open' from steps where request_id = ${request} and status = 'open' limit 1`;
  const asked = async (actor: PersonActor) => (await adviceAsked(actor)).map((one) => one.request);
  expect(await asked(adviser)).toEqual([request]);
  for (const actor of [requester, ...wall.actors.filter(({ id }) => id !== adviser.id)]) expect([actor.email, await asked(actor)]).toEqual([actor.email, []]);
});

/** What asks about a request and answers something of others, for which it is left out of the count. */
const aboutOthersToo: Readonly<Record<string, string>> = {
  "late-obligations.lateObligations": "what else its requester owes, beside it",
  "year-totals.yearTotal": "a sum of an organisation, without it",
};

test("workflows as they are proposed are listed for whoever keeps the rules, decides by them or audits, without the policies too", async () => {
  const lists = await Promise.all(wall.actors.map(async (actor) => [actor.email, (await listedWorkflows(actor)) !== null]));
  expect(lists.slice(0, 5)).toEqual([["researcher@smu.example", false], ["biosafety@hku.example", true], ["auditor.cn@causeway.example", true], ["admin@causeway.example", true], ["sz-bay@boundary.example", false]]);
});
