import { randomUUID } from "node:crypto";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PersonActor } from "../../lib/access/actor.ts";
import { publish } from "../../lib/server/publish.ts";
import { personActor } from "../../lib/server/person.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { call, keyOf } from "./api-world.ts";

/* What opened with a right, asked for again with the same key once the right was withdrawn: every door answers as for what is nowhere. */

let world: World;
beforeAll(async () => {
  world = await demoWorld();
});
afterAll(() => world.stop());

type Door = { readonly name: Parameters<typeof call>[0]; readonly path: (id: string) => string; readonly json?: () => object };
const readings: readonly Door[] = [
  { name: "GET /api/v1/requests/{id}", path: (id) => `/api/v1/requests/${id}` },
  { name: "GET /api/v1/requests/{id}/events", path: (id) => `/api/v1/requests/${id}/events` },
  { name: "GET /api/v1/requests/{id}/documents", path: (id) => `/api/v1/requests/${id}/documents` },
  { name: "GET /api/v1/requests/{id}/reads", path: (id) => `/api/v1/requests/${id}/reads` },
  { name: "GET /api/v1/requests/{id}/export", path: (id) => `/api/v1/requests/${id}/export` },
  { name: "POST /api/v1/requests/{id}/commands", path: (id) => `/api/v1/requests/${id}/commands`, json: () => ({ type: "comment", commandId: newId(), audience: "requester", text: "Said after all." }) },
];
const audits: readonly Door[] = [
  ...readings.slice(0, 5),
  { name: "GET /api/v1/requests/{id}/at", path: (id) => `/api/v1/requests/${id}/at?seq=1` },
  { name: "GET /api/v1/requests/{id}/bundle", path: (id) => `/api/v1/requests/${id}/bundle` },
];

async function through(doors: readonly Door[], email: string, id: string) {
  const key = await keyOf(email);
  const found: (readonly [string, number, string])[] = [];
  for (const { name, path, json } of doors) {
    const { status, response, body } = await call(name, path(id), { key, language: "en", ...(json && { json: json() }) });
    const said = body === undefined ? await response.clone().text().catch(() => "") : JSON.stringify(body);
    found.push([name, status, status < 400 ? "" : said.replaceAll(id, "it")]);
  }
  return found;
}

const statuses = (found: Awaited<ReturnType<typeof through>>) => found.map(([, status]) => status);
const rowsOf = (id: string) => world.owner`select count(*)::int as events from events where request_id = ${id}`;
const as = async (email: string) => (await personActor(email)) as PersonActor;

test("an officer whose grant was withdrawn is answered everywhere as if the request were nowhere, and changes nothing", async () => {
  const email = "biosafety@hku.example";
  const { id: person } = await as(email);
  const [{ request } = { request: "" }] = await world.owner<{ request: string }[]>`select s.request_id as request from steps s join grants g on g.scope_id = s.desk and g.person_id = ${person} where not exists (select 1 from request_access a where a.request_id = s.request_id and a.subject in ('person:' || ${person}, 'adviser:' || ${person})) and s.status = 'open' order by 1 limit 1`;
  expect(statuses(await through(readings, email, request))).toEqual(readings.map(() => 200));
  const before = await rowsOf(request);
  await publish({ kind: "system" }, [{ of: "grants", person, grants: [] }]);
  const gone = await through(readings, email, request);
  expect(gone).toEqual(await through(readings, email, randomUUID()));
  expect(statuses(gone).every((status) => status >= 400)).toBe(true);
  expect(await rowsOf(request)).toEqual(before);
  expect((await call("GET /api/v1/inbox", "/api/v1/inbox", { key: await keyOf(email) })).body.items).toEqual([]);
});

test("an auditor whose grant was withdrawn finds, takes away and is shown nothing of what they audited", async () => {
  const email = "auditor@hku.example";
  const { id: person } = await as(email);
  const [{ request } = { request: "" }] = await world.owner<{ request: string }[]>`select request_id as request from requests where home = 'hku' order by 1 limit 1`;
  expect(statuses(await through(audits, email, request))).toEqual(audits.map(() => 200));
  await publish({ kind: "system" }, [{ of: "grants", person, grants: [] }]);
  const gone = await through(audits, email, request);
  expect(gone).toEqual(await through(audits, email, randomUUID()));
  expect(statuses(gone).every((status) => status >= 400)).toBe(true);
  for (const [name, path] of [["GET /api/v1/audit/events", "/api/v1/audit/events"], ["GET /api/v1/audit/export", "/api/v1/audit/export?format=csv"], ["GET /api/v1/audit/sample", "/api/v1/audit/sample?size=3&seed=s"], ["GET /api/v1/audit/questions", "/api/v1/audit/questions"]] as const) {
    const { status } = await call(name, path, { key: await keyOf(email) });
    expect([name, [403, 404, 422].includes(status)]).toEqual([name, true]);
  }
});

test("whoever's account was locked opens no door with a key that they had", async () => {
  const email = "researcher@hku.example";
  const { id, name, language, organisation } = await as(email);
  const [{ request } = { request: "" }] = await world.owner<{ request: string }[]>`select request_id as request from requests where requester = ${id} and status in ('submitted', 'in-review', 'permitted') order by 1 limit 1`;
  expect(statuses(await through(readings, email, request))).toEqual(readings.map(() => 200));
  const key = await keyOf(email);
  await publish({ kind: "system" }, [{ of: "person", id, email, name, language, organisation, active: false }]);
  for (const { name: door, path, json } of readings) expect([door, (await call(door, path(request), { key, ...(json && { json: json() }) })).status]).toEqual([door, 401]);
});
