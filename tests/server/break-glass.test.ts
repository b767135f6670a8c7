import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asActor, asReader } from "../../db/client.ts";
import { breakGlassCount, breakGlassUses } from "../../db/queries/break-glass.ts";
import { verify } from "../../db/verify.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import { openDocument, attachDocument } from "../../lib/server/documents.ts";
import { isAccepted } from "../../lib/server/answer.ts";
import { personActor } from "../../lib/server/person.ts";
import { breakTheGlass, mendGlass } from "../../lib/server/publish-break-glass.ts";
import { requestDetail } from "../../lib/server/request-detail.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { publish } from "../../lib/server/publish.ts";
import { type Mailbox, mailbox } from "../support/mailbox.ts";
import { call, keyOf } from "./api-world.ts";
import { v7 as newId } from "uuid";

const admin = "admin@causeway.example";
const reason = "A traveller was taken to hospital and nobody of the case answers.";
let world: World;
let post: Mailbox;
let request: { id: string; number: string; requester: string; home: string; draft: string };
beforeAll(async () => {
  post = await mailbox();
  world = await demoWorld();
  const [row] = await world.owner<(typeof request)[]>`
    select r.request_id as id, r.number, p.email as requester, r.home, (select request_id from drafts limit 1) as draft from requests r join people p on p.id = r.requester
     where r.status = 'in-review' and r.host_organisation is not null order by 1 limit 1`;
  if (!row) throw new Error("nothing is in review");
  request = row;
});
afterAll(async () => {
  await post.stop();
  await world.stop();
});

const as = async (email: string) => (await personActor(email)) as PersonActor;
const open = async (email: string, said: Readonly<Record<string, unknown>> = {}) => call("POST /api/v1/break-glass", "/api/v1/break-glass", { key: await keyOf(email), json: { request: request.number, reason, ...said } });
const look = async (email: string, id = request.id) => (await call("GET /api/v1/requests/{id}", `/api/v1/requests/${id}`, { key: await keyOf(email) })).status;
const codes = ({ status, body }: Awaited<ReturnType<typeof open>>) => [status, (body.refusals ?? []).map(({ code }: { code: string }) => code)];
/** As if so much time had passed. */
const later = (hours: number) => world.owner`update break_glass set opened_at = opened_at - make_interval(hours => ${hours}), until_at = until_at - make_interval(hours => ${hours})`;

test.each([
  ["without a reason", {}, { reason: "" }, [422, ["glassReason"]]],
  ["with a reason that says nothing", {}, { reason: "need it" }, [422, ["glassReason"]]],
  ["for longer than a day", {}, { hours: 25 }, [422, ["glassHours"]]],
  ["for no time", {}, { hours: 0 }, [422, ["glassHours"]]],
  ["for half an hour", {}, { hours: 0.5 }, [400, ["malformed"]]],
  ["with everything wrong at once", {}, { reason: "", hours: 99 }, [422, ["glassReason", "glassHours"]]],
  ["of which there is none", {}, { request: "CW-0000-0000-0000" }, [404, []]],
  ["by an id that nothing has", {}, { request: "019a0000-0000-7000-8000-000000000000" }, [404, []]],
] as const)("a request is not opened %s", async (_, __, said, expected) => {
  expect(codes(await open(admin, said))).toEqual(expected);
});

test("nobody opens a draft, and whoever may open nothing learns not even whether there is such a request", async () => {
  expect(codes(await open(admin, { request: request.draft }))).toEqual([404, []]);
  for (const email of ["researcher@must.example", `admin@${request.home}.example`, "policy@causeway.example"]) for (const asked of [request.number, "CW-0000-0000-0000"]) expect([email, ...codes(await open(email, { request: asked }))]).toEqual([email, 422, ["notPermitted"]]);
});

describe("somebody of a request does not open it by force, and sees no more than they did", () => {
  test.each(["requester", "officer", "auditor"])("%s", async (who) => {
    const [officer] = await world.owner<{ email: string }[]>`select p.email from steps s join grants g on g.scope_kind = 'desk' and g.scope_id = s.desk join people p on p.id = g.person_id where s.request_id = ${request.id} order by 1 limit 1`;
    const email = { requester: request.requester, officer: officer?.email ?? "", auditor: "auditor@causeway.example" }[who] ?? "";
    const { id } = await as(email);
    await world.owner`insert into grants values (${id}, 'platform-admin', 'everything', '')`;
    expect(codes(await open(email))).toEqual([422, ["glassNotNeeded"]]);
    await world.owner`delete from grants where person_id = ${id} and role = 'platform-admin'`;
  });
});

describe("a request that was opened", () => {
  test("shows itself and nothing else to whoever opened it, in pages, API and database alike; and then no more", async () => {
    expect(await look(admin)).toBe(404);
    const before = await counts();
    const answer = await open(admin);
    expect(answer).toMatchObject({ status: 201, body: { request: request.id } });
    expect(Date.parse(answer.body.until) - Date.now()).toBeGreaterThan(55 * 60_000);
    expect(await look(admin)).toBe(200);
    const { body: list } = await call("GET /api/v1/requests", "/api/v1/requests", { key: await keyOf(admin) });
    expect(list.items.map(({ id }: { id: string }) => id)).toEqual([request.id]);
    const during = await counts();
    expect(during.requests).toEqual([request.id]);
    for (const table of ["events", "steps", "texts", "documents", "permits", "movements"]) expect([table, during[table]?.filter((id) => id !== request.id && !(before[table] ?? []).includes(id))]).toEqual([table, []]);
    for (const table of ["dossiers", "drafts", "accounts"]) expect([table, during[table]]).toEqual([table, before[table]]);
    expect(codes(await open(admin))).toEqual([422, ["glassOpen"]]);
    await later(2);
    expect(await look(admin)).toBe(404);
    expect(await counts()).toEqual(before);
    expect((await call("POST /api/v1/break-glass/{id}/end", `/api/v1/break-glass/${answer.body.id}/end`, { key: await keyOf(admin), json: {} })).status).toBe(404);
    await world.owner`update break_glass set opened_at = opened_at + interval '2 hours', until_at = until_at + interval '2 hours'`;
    expect((await call("POST /api/v1/break-glass/{id}/end", `/api/v1/break-glass/${answer.body.id}/end`, { key: await keyOf("policy@causeway.example"), json: {} })).status).toBe(404);
    expect((await call("POST /api/v1/break-glass/{id}/end", `/api/v1/break-glass/${answer.body.id}/end`, { key: await keyOf(admin), json: {} })).status).toBe(200);
    expect(await look(admin)).toBe(404);
  });

  test("is opened again with another reason, and nothing is written through it", async () => {
    expect((await open(admin, { reason: `${reason} Still.`, hours: 24 })).status).toBe(201);
    const actor = await as(admin);
    for (const statement of [sql`update requests set status = 'closed' where request_id = ${request.id}`, sql`update heads set seq = 0 where request_id = ${request.id}`, sql`delete from steps where request_id = ${request.id}`]) await expect(asActor(actor, (tx) => tx.execute(statement))).resolves.toMatchObject({ count: 0 });
    for (const statement of [sql`insert into request_access values (${request.id}, 'person:me')`, sql`insert into texts (request_id, digest, salt) values (${request.id}, 'x', 'x')`]) await expect(asActor(actor, (tx) => tx.execute(statement))).rejects.toMatchObject({ cause: { code: "42501" } });
    for (const json of [{ type: "comment", audience: "requester", text: "Hello" }, { type: "withdraw", reason: "No" }]) expect((await call("POST /api/v1/requests/{id}/commands", `/api/v1/requests/${request.id}/commands`, { key: await keyOf(admin), json: { commandId: newId(), ...json } })).status).toBeGreaterThanOrEqual(400);
  });

  test("every look at it is recorded with the reason, for its requester and auditors; each opening of a paper too", async () => {
    const attached = await attachDocument(await as(request.requester), request.id, { name: "list.txt", bytes: new TextEncoder().encode("A list."), paper: null, commandId: newId() });
    if (!isAccepted(attached) || !attached.document) throw new Error("not attached");
    expect(await openDocument(await as(admin), request.id, attached.document.id)).toMatchObject({ name: "list.txt" });
    for (const email of [request.requester, "auditor@causeway.example"]) {
      const { body } = await call("GET /api/v1/requests/{id}/reads", `/api/v1/requests/${request.id}/reads`, { key: await keyOf(email) });
      expect(body.items).toContainEqual(expect.objectContaining({ document: "list.txt", capacity: "breakGlass", reason: `${reason} Still.` }));
      expect(body.items).toContainEqual(expect.objectContaining({ document: null, capacity: "breakGlass", reason }));
    }
  });

  test("is told to its organisations’ administrators, its desks’ heads and its requester at once, and to nobody else", async () => {
    const { drainOutbox } = await import("../../lib/server/notify.ts");
    await world.owner`delete from outbox where topic <> 'access.glassBroken'`;
    await drainOutbox();
    const told = (await world.owner<{ email: string }[]>`select distinct p.email from outbox o join people p on p.id = (o.payload ->> 'person')::uuid where o.topic = 'mail.access.glassBroken' order by 1`).map(({ email }) => email);
    expect(told).toContain(`admin@${request.home}.example`);
    expect(told).toContain(request.requester);
    expect(told).not.toContain(admin);
    const [heads] = await world.owner<{ emails: string[] }[]>`select array_agg(distinct p.email) as emails from steps s join grants g on g.scope_id = s.desk and g.role = 'desk-lead' join people p on p.id = g.person_id where s.request_id = ${request.id} and p.active`;
    expect(told).toEqual(expect.arrayContaining(heads?.emails ?? []));
    for (const email of told) expect((await as(email)).grants.some(({ permissions }) => permissions.includes("people.manage") || permissions.includes("permit.revoke")) || email === request.requester).toBe(true);
    // Whoever loses that right before the mail goes out is sent none.
    const { id: person, grants } = await as(`admin@${request.home}.example`);
    await publish({ kind: "system" }, [{ of: "grants", person, grants: [] }]);
    await post.fill();
    await publish({ kind: "system" }, [{ of: "grants", person, grants: grants.map(({ role, scope }) => ({ role, scope })) }]);
    expect([...new Set(post.mails.map(({ to }) => to))].toSorted()).toEqual(told.filter((email) => email !== `admin@${request.home}.example`));
  });

  test("is listed for its people, auditors and administrators, and stands in the record, which holds", async () => {
    // The demonstration has one of its own.
    const [{ before = "" } = {}] = await world.owner<{ before: string }[]>`select request_id as before from break_glass where request_id <> ${request.id}`;
    const list = async (email: string) => (await call("GET /api/v1/break-glass", "/api/v1/break-glass", { key: await keyOf(email) })).body.items.map((one: { request: string }) => one.request).filter((one: string) => one !== before);
    for (const email of [admin, request.requester, "auditor@causeway.example", `admin@${request.home}.example`]) expect([email, await list(email)]).toEqual([email, [request.id, request.id]]);
    expect(await list("researcher@must.example")).toEqual([]);
    const counts = async (email: string) => (await call("GET /api/v1/break-glass", "/api/v1/break-glass?counts=1", { key: await keyOf(email) })).body.counts;
    for (const email of [admin, request.requester, "auditor@causeway.example"]) expect([email, await counts(email)]).toEqual([email, { all: (await breakGlassUses(await as(email))).items.length, more: false }]);
    expect(await counts("researcher@must.example")).toEqual({ all: 0, more: false });
    expect([(await breakGlassCount(await as(request.requester), 1)), (await breakGlassUses(await as(request.requester), { limit: 1 })).next]).toEqual([{ count: 1, more: true }, expect.any(String)]);
    // By the number that they were told, also once they see it no more; no page links to what they do not see.
    await later(25);
    const { items } = await breakGlassUses(await as(admin));
    expect(items.filter((one) => one.request === request.id).map(({ number, isSeen }) => [number, isSeen])).toEqual([[request.number, false], [request.number, false]]);
    await later(-25);
    const events = await world.owner<{ data: { access: { ended: boolean } } }[]>`select data from events where type = 'config.changed' and data ->> 'of' = 'break-glass' and data -> 'access' ->> 'request' = ${request.id} order by at, seq`;
    expect(events.map(({ data }) => data.access.ended)).toEqual([false, true, false]);
    const { problems } = await verify();
    // The clock was set back by hand above, and that is found.
    expect(problems.filter(({ field }) => !field.startsWith("break_glass["))).toEqual([]);
    await world.owner`update break_glass set reason = 'another'`;
    expect((await verify()).problems).toContainEqual(expect.objectContaining({ field: expect.stringMatching(/^break_glass\[.*\]\.reason$/), code: "differs" }));
  });
});

test("ends with the right to open it, whatever of its time is left, and with it comes back", async () => {
  const [other] = await world.owner<{ number: string; id: string; home: string; to: string }[]>`select number, request_id as id, home, to_jurisdiction as to from requests where status = 'in-review' and request_id <> ${request.id} order by 2 limit 1`;
  const { number = "", id = "", home = "", to = "" } = other ?? {};
  const answer = await open(admin, { request: number, hours: 24 });
  expect(answer.status).toBe(201);
  const { id: person } = await as(admin);
  const rows = async () => (await asReader(await as(admin), (tx) => tx.execute(sql`select 1 from events where request_id = ${id}`))).length > 0;
  const both = async () => [await look(admin, id), await rows(), ((await as(admin)).opened ?? []).includes(answer.body.id)];
  expect(await both()).toEqual([200, true, true]);
  const held = await world.owner<{ role: string; scope_kind: string; scope_id: string }[]>`delete from grants where person_id = ${person} returning role, scope_kind, scope_id`;
  expect(await both()).toEqual([404, false, false]);
  for (const [kind, of, sees] of [["organisation", home, true], ["organisation", "elsewhere", false], ["jurisdiction", to, true], ["jurisdiction", "XX", false]] as const) {
    await world.owner`insert into grants values (${person}, 'platform-admin', ${kind}, ${of})`;
    expect([kind, of, await rows()]).toEqual([kind, of, sees]);
    await world.owner`delete from grants where person_id = ${person}`;
  }
  for (const { role, scope_kind, scope_id } of held) await world.owner`insert into grants values (${person}, ${role}, ${scope_kind}, ${scope_id})`;
  const actor = await as(admin);
  await world.owner`update people set active = false where id = ${person}`;
  expect(await asReader(actor, (tx) => tx.execute(sql`select 1 from events where request_id = ${id}`))).toHaveLength(0);
  await world.owner`update people set active = true where id = ${person}`;
  expect(await both()).toEqual([200, true, true]);
  await world.owner`update break_glass set ended_at = now() where request_id = ${id}`;
});

test("two at once open it once", async () => {
  const [other] = await world.owner<{ number: string; id: string }[]>`select number, request_id as id from requests where request_id <> ${request.id} limit 1`;
  const actor = await as(admin);
  const both = await Promise.all([1, 2].map(() => breakTheGlass(actor, other?.number ?? "", { reason, hours: 1 })));
  expect(both.map((one) => "refusals" in one)).toEqual(expect.arrayContaining([true, false]));
  const opened = both.find((one) => "id" in one);
  if (opened && "id" in opened) expect(await mendGlass(actor, opened.id)).toMatchObject({ request: other?.id });
  expect(await requestDetail(await as(admin), other?.id ?? "")).toBeNull();
});

async function counts(): Promise<Record<string, string[]>> {
  const actor = await as(admin);
  const tables = ["requests", "events", "steps", "texts", "documents", "permits", "movements", "drafts"].map((name) => [name, "request_id"]).concat([["dossiers", "dossier_id"], ["accounts", "account_id"]]);
  const found = await Promise.all(tables.map(async ([name = "", key = ""]) => [name, (await asReader(actor, (tx) => tx.execute<{ id: string }>(sql.raw(`select distinct ${key}::text as id from ${name} order by 1`)))).map(({ id }) => id)] as const));
  return Object.fromEntries(found);
}
