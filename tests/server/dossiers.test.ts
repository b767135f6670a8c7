import { v5 as idFrom, v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { asActor, asReader } from "../../db/client.ts";
import { sql } from "drizzle-orm";
import { ownWork } from "../../db/queries/own-work.ts";
import { verify } from "../../db/verify.ts";
import type { Actor } from "../../lib/access/actor.ts";
import { digestOf, genesis, hashAfter, wordsDigest } from "../../lib/audit/chain.ts";
import { addDays, dayOf } from "../../lib/calendar/day.ts";
import { movesOf } from "../../lib/request/agenda.ts";
import { stories } from "../../lib/server/demo/stories.ts";
import { drainOutbox } from "../../lib/server/notify.ts";
import { personActor } from "../../lib/server/person.ts";
import { releaseApproved } from "../../lib/server/worker.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { type Answered, call, give, keyFor, keyOf, upload } from "./api-world.ts";

/* Dossiers through the API: opened, linked, waited in, held to their record, and shut to whoever has no part in them. */

const today = dayOf(new Date());
const water = { ...stories.find(({ title }) => title === "Seawater for microplastics, spring")?.facts, date: addDays(today, 20) };
const common = { parties: { home: "hkust", host: "sustech" }, endorser: "pi@hkust.example", window: { from: today, to: addDays(today, 60) } };
const leg = { kind: "sample", title: "Seawater", facts: water, limit: { value: "24", unit: "tube" }, ...common };
const owner = "researcher@hkust.example";
let world: World;
beforeAll(async () => void (world = await demoWorld()));
afterAll(() => world.stop());

async function start(json: Readonly<Record<string, unknown>>, email = owner): Promise<Answered> {
  return call("POST /api/v1/dossiers", "/api/v1/dossiers", { key: await keyOf(email), json });
}
async function say(id: string, said: Readonly<Record<string, unknown>>, email = owner): Promise<Answered> {
  return call("POST /api/v1/dossiers/{id}/commands", `/api/v1/dossiers/${id}/commands`, { key: await keyOf(email), json: { commandId: newId(), ...said } });
}
async function look(id: string, email = owner): Promise<Answered> {
  return call("GET /api/v1/dossiers/{id}", `/api/v1/dossiers/${id}`, { key: await keyOf(email) });
}
async function history(id: string, email = owner): Promise<Answered> {
  return call("GET /api/v1/dossiers/{id}/events", `/api/v1/dossiers/${id}/events`, { key: await keyOf(email) });
}
async function listed(email: string): Promise<string[]> {
  const { body } = await call("GET /api/v1/dossiers", "/api/v1/dossiers?limit=100", { key: await keyOf(email) });
  return body.items.map((one: { id: string }) => one.id);
}
async function request(id: string, email = owner): Promise<Answered> {
  return call("GET /api/v1/requests/{id}", `/api/v1/requests/${id}`, { key: await keyOf(email) });
}
async function tell(id: string, said: Readonly<Record<string, unknown>>, email = owner): Promise<Answered> {
  return give(id, await keyOf(email), said);
}

/** Two legs in one dossier; the second waits for the first. */
async function twoLegs(until = "approved"): Promise<{ id: string; first: string; second: string; numbers: string[] }> {
  const [id, first, second] = [newId(), newId(), newId()];
  const { status, body } = await start({ id, title: "Microplastics", start: [{ ...leg, id: first }, { ...leg, id: second }], dependencies: [{ waiting: second, awaits: first, until, reason: "The first shipment shows whether the method holds." }] });
  expect([status, JSON.stringify(body)]).toEqual([201, expect.stringContaining("dependency.added")]);
  return { id, first, second, numbers: body.started.map((one: { number: string }) => one.number) };
}

async function grantOpen(id: string): Promise<void> {
  const { body } = await request(id);
  for (const { requirement } of body.blockers) if (requirement) await tell(id, { type: "recordRequirement", requirement, outcome: "granted", reference: "A/1", date: today });
}
async function submit(id: string): Promise<void> {
  const { body } = await request(id);
  await tell(id, { type: "acceptTerms", terms: body.terms.map((one: { id: string }) => one.id) });
  await grantOpen(id);
  expect(await tell(id, { type: "submit" })).toMatchObject({ status: 200 });
}
async function approve(id: string): Promise<void> {
  for (let at = 0; at < 8; at++) {
    const [row] = await world.owner<{ step: string; email: string }[]>`
      select s.step_id as step, p.email from steps s join people p on p.id = s.assignee or (s.assignee is null and exists (select 1 from grants g where g.person_id = p.id and g.scope_kind = 'desk' and g.scope_id = s.desk))
       where s.request_id = ${id} and s.status = 'open' order by s.step_id, p.email limit 1`;
    if (!row) break;
    expect(await tell(id, { type: "approve", step: row.step }, row.email)).toMatchObject({ status: 200 });
  }
  await grantOpen(id);
}

describe("a request that waits for another", () => {
  test("is decided, has no permit, says for what it waits, and gets its permit by itself once the other is approved", async () => {
    const { id, first, second, numbers } = await twoLegs();
    await submit(second);
    await approve(second);
    const held = await request(second);
    expect(held.body).toMatchObject({ status: "approved", permit: null });
    expect(held.body.blockers).toEqual([{ code: "dependencyOpen", by: "other", number: numbers[0], until: "approved" }]);
    expect(held.body.allowed.find((one: { command: string }) => one.command === "recordMovement").reasons.map((one: { code: string }) => one.code)).toEqual(["wrongStatus", "dependencyOpen"]);
    const moved = await call("POST /api/v1/requests/{id}/commands", `/api/v1/requests/${second}/commands`, { key: await keyOf(owner), language: "en", json: { commandId: newId(), type: "recordMovement", direction: "out", quantity: { value: "1", unit: "tube" }, at: new Date().toISOString() } });
    expect(moved).toMatchObject({ status: 422 });
    expect(moved.body.detail).toContain(`This waits for ${numbers[0]} until it is approved.`);
    expect((await look(id)).body.dependencies).toMatchObject([{ standing: "open" }]);
    expect(await say(id, { type: "closeDossier" })).toMatchObject({ status: 422, body: { refusals: [{ code: "stillWaits" }] } });

    await submit(first);
    expect((await request(second)).body.status).toBe("approved");
    await approve(first);
    expect((await request(second)).body).toMatchObject({ status: "permitted", blockers: expect.not.arrayContaining([expect.objectContaining({ code: "dependencyOpen" })]) });
    const [issued] = await world.owner`select actor from events where request_id = ${second} and type = 'permit.issued'`;
    expect(issued?.actor).toEqual({ system: true });
    expect((await look(id)).body.dependencies).toMatchObject([{ standing: "met" }]);
    expect(await say(id, { type: "closeDossier", reason: "Both are through." })).toMatchObject({ status: 200, body: { status: "closed" } });
    expect(await say(id, { type: "rename", title: "x" })).toMatchObject({ status: 422, body: { refusals: [{ code: "dossierClosed" }] } });
  }, 60_000);

  test("is told plainly when the other ended, and goes on once its people take the dependency away", async () => {
    const { id, first, second, numbers } = await twoLegs("permit");
    await submit(first);
    await submit(second);
    await approve(second);
    await tell(first, { type: "withdraw", reason: "The boat is in dock." });
    expect((await request(second)).body).toMatchObject({ status: "approved", blockers: [{ code: "dependencyEnded", number: numbers[0] }] });
    expect(await say(id, { type: "removeDependency", waiting: second, awaits: first })).toMatchObject({ status: 400 });
    expect(await say(id, { type: "removeDependency", waiting: second, awaits: first, reason: "It was withdrawn." })).toMatchObject({ status: 200 });
    expect((await request(second)).body.status).toBe("permitted");
    expect(await say(id, { type: "addDependency", waiting: second, awaits: first, until: "permit", reason: "x" })).toMatchObject({ status: 422, body: { refusals: [{ code: "dependencyTooLate" }] } });
  }, 60_000);

  test("tells its people when what it waits for will not come about: by mail, and first on their home", async () => {
    const { first, second, numbers } = await twoLegs();
    await submit(first);
    await submit(second);
    while ((await drainOutbox()) > 0);
    const [open] = await world.owner<{ step: string; email: string }[]>`select s.step_id as step, p.email from steps s join people p on p.id = s.assignee where s.request_id = ${first} and s.status = 'open' limit 1`;
    const sent = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    expect(await tell(first, { type: "reject", step: open?.step, reasons: [{ code: "other", text: "No boat." }] }, open?.email)).toMatchObject({ status: 200 });
    while ((await drainOutbox()) > 0);
    const mails = sent.mock.calls.map(([line]) => String(line)).filter((line) => line.includes(owner));
    sent.mockRestore();
    expect(mails.filter((line) => line.includes(numbers[0] ?? "-"))).toHaveLength(1);
    expect(mails.filter((line) => line.includes(numbers[1] ?? "-"))).toHaveLength(1);
    const actor = await personActor(owner);
    const moves = actor ? movesOf(await ownWork(actor), today, new Map()) : [];
    expect(moves.filter(({ is }) => is === "unbind")).toMatchObject([{ request: { id: second }, wait: { number: numbers[0], standing: "ended" } }]);
  }, 60_000);

  test("is let go by the worker when whoever met it ended before saying so", async () => {
    const { second } = await twoLegs();
    await submit(second);
    await approve(second);
    expect(await releaseApproved()).toBe(0);
    await world.owner`update dossier_dependencies set until = 'submitted', awaits = (select request_id from requests where status = 'permitted' and request_id <> ${second} limit 1) where request_id = ${second}`;
    await world.owner`insert into dossier_requests select awaits, dossier_id, 'CW-other', 'related' from dossier_dependencies where request_id = ${second} on conflict do nothing`;
    expect(await releaseApproved()).toBe(1);
    expect((await request(second)).body.status).toBe("permitted");
    await world.owner`delete from dossier_requests where number = 'CW-other'`;
    await world.owner`update dossier_dependencies d set until = 'approved', awaits = (select m.request_id from dossier_requests m where m.dossier_id = d.dossier_id and m.request_id <> d.request_id) where d.request_id = ${second}`;
    expect((await verify()).problems).toEqual([]);
  }, 60_000);
});

describe("opening and changing", () => {
  test("all of it begins or nothing, and the same sent twice, even at once, begins once", async () => {
    const wrong = newId();
    expect(await start({ id: wrong, title: "Half", start: [leg, { ...leg, facts: { parrot: 1 } }], requests: [{ request: newId(), role: "sample" }] })).toMatchObject({ status: 422, body: { refusals: [{ code: "unknownFact", path: "start.1.facts.parrot" }, { code: "unknownRequest", path: "requests.0.request" }] } });
    expect((await look(wrong)).status).toBe(404);
    const [{ left } = { left: -1 }] = await world.owner<{ left: number }[]>`select count(*)::int as left from drafts where request_id = any (${[0, 1].map((at) => idFrom(String(at), wrong))}::uuid[])`;
    expect(left).toBe(0);

    const asked = { id: newId(), title: "Twice", start: [leg, { kind: "data", facts: { "from.city": "hongkong", "to.city": "shenzhen" }, parties: common.parties }] };
    const both = await Promise.all([start(asked), start(asked)]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(both.map(({ body }) => body.repeated).toSorted()).toEqual([false, true]);
    expect(both[0]?.body.started).toEqual(both[1]?.body.started);
    const { body } = await look(asked.id);
    expect(body.requests).toMatchObject([{ role: "sample", kind: "sample", status: "draft", title: "Seawater" }, { role: "data", kind: "data", title: "Twice", from: "hongkong" }]);
    expect(await start({ ...asked, title: "Other" })).toMatchObject({ status: 409, body: { refusals: [{ code: "idTaken" }] } });
    expect(await start({ ...asked, title: "Other" }, "researcher@hku.example")).toMatchObject({ status: 409, body: { refusals: [{ code: "idTaken" }] } });
  });

  test("no id serves both a request and a dossier", async () => {
    const { id, first } = await twoLegs();
    expect(await start({ id: first, title: "x" })).toMatchObject({ status: 409, body: { refusals: [{ code: "idTaken" }] } });
    expect(await call("POST /api/v1/requests", "/api/v1/requests", { key: await keyOf(owner), json: { ...leg, id } })).toMatchObject({ status: 409 });
  });

  test("commands are given once, on the version they were made on, and one after another", async () => {
    const { id } = await twoLegs();
    const commandId = newId();
    expect((await say(id, { type: "rename", title: "One", commandId })).body).toMatchObject({ version: 5, repeated: false });
    expect((await say(id, { type: "rename", title: "One", commandId })).body).toMatchObject({ version: 5, repeated: true });
    expect(await say(id, { type: "rename", title: "Two", commandId })).toMatchObject({ status: 409, body: { refusals: [{ code: "commandIdReused" }] } });
    expect(await say(id, { type: "rename", title: "Two", expectedVersion: 4 })).toMatchObject({ status: 409, body: { refusals: [{ code: "versionConflict" }] } });
    const many = await Promise.all(Array.from({ length: 6 }, (_, at) => say(id, { type: "rename", title: `Title ${at}` })));
    expect(many.map(({ body }) => body.version).toSorted((a, b) => a - b)).toEqual([6, 7, 8, 9, 10, 11]);
  });

  test("two who at once make each wait for the other do not both succeed", async () => {
    const { id, first, second } = await twoLegs();
    await say(id, { type: "removeDependency", waiting: second, awaits: first, reason: "x" });
    const both = await Promise.all([say(id, { type: "addDependency", waiting: first, awaits: second, until: "approved", reason: "x" }), say(id, { type: "addDependency", waiting: second, awaits: first, until: "approved", reason: "x" })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
    expect(both.find(({ status }) => status === 422)?.body.refusals).toMatchObject([{ code: "dependencyCircle" }]);
  });

  test("a request stands in one dossier, also when two take it at once", async () => {
    const { body } = await call("POST /api/v1/requests", "/api/v1/requests", { key: await keyOf(owner), json: leg });
    const link = { request: body.id, role: "sample" };
    const both = await Promise.all([start({ title: "A", requests: [link] }), start({ title: "B", requests: [link] })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 422]);
    expect(both.find(({ status }) => status === 422)?.body.refusals).toMatchObject([{ code: "linkedElsewhere", path: "requests.0.request" }]);
  });

  test("bad input is refused by name", async () => {
    const { id, first, second } = await twoLegs();
    for (const json of [{}, { title: "" }, { title: "x".repeat(201) }, { title: "a\nb" }, { title: "x", parrot: 1 }, { title: "x", requests: [{ request: "1", role: "sample" }] }, { title: "x", requests: [{ request: first, role: "parrot" }] }, { title: "x", start: [{ kind: "parrot" }] }, { title: "x", dependencies: [{ waiting: first, awaits: second, until: "ever", reason: "x" }] }]) expect([json, (await start(json)).status]).toEqual([json, 400]);
    for (const said of [{ type: "parrot" }, { type: "rename" }, { type: "link", request: first }, { type: "addDependency", waiting: first, awaits: second, until: "approved" }, { type: "rename", title: "\u202ex" }]) expect([said, (await say(id, said)).status]).toEqual([said, 400]);
    expect((await say(newId(), { type: "rename", title: "x" })).status).toBe(404);
    expect((await look("1")).status).toBe(404);
    expect((await call("GET /api/v1/dossiers", "/api/v1/dossiers?q=x", { key: await keyOf(owner) })).status).toBe(400);
    const steps = await say(id, { type: "addDependency", waiting: first, awaits: second, until: "step", step: "parrot", reason: "x" });
    expect(steps.body.refusals.map((one: { code: string }) => one.code)).toEqual(["dependencyCircle", "unknownStep"]);
  });
});

describe("who sees what", () => {
  test("an officer of one leg sees the dossier, and of the other its role and number and nothing else; a stranger sees nothing", async () => {
    const { id, first, second, numbers } = await twoLegs();
    await submit(first);
    const desk = "pi@hkust.example";
    expect(await listed(desk)).toContain(id);
    const { body } = await look(id, desk);
    expect(body.requests).toEqual([expect.objectContaining({ id: first, status: "submitted" }), { id: second, number: numbers[1], role: "sample", withheld: true }]);
    expect(body.allowed.every((one: { allowed: boolean }) => !one.allowed)).toBe(true);
    expect((await history(id, desk)).status).toBe(200);
    expect(await say(id, { type: "rename", title: "Mine" }, desk)).toMatchObject({ status: 422, body: { refusals: [{ code: "notPermitted" }] } });

    for (const stranger of ["researcher@um.example", "biosafety@smu.example", "auditor.mo@causeway.example"]) {
      if (stranger.startsWith("auditor") && (await world.owner`select 1 from people where email = ${stranger}`).length === 0) continue;
      expect([stranger, await listed(stranger)]).toEqual([stranger, expect.not.arrayContaining([id])]);
      expect([(await look(id, stranger)).status, (await history(id, stranger)).status, (await say(id, { type: "rename", title: "Mine" }, stranger)).status]).toEqual([404, 404, 404]);
    }
  });

  test("only one's own request is linked: neither a stranger's nor one that an officer merely sees", async () => {
    const { first } = await twoLegs();
    await submit(first);
    expect(await start({ title: "x", requests: [{ request: first, role: "sample" }] }, "researcher@um.example")).toMatchObject({ status: 422, body: { refusals: [{ code: "unknownRequest" }] } });
    expect(await start({ title: "x", requests: [{ request: first, role: "sample" }] }, "pi@hkust.example")).toMatchObject({ status: 422, body: { refusals: [{ code: "linkedElsewhere" }, { code: "notYourRequest" }] } });
    expect(await start({ title: "x" }, "auditor@causeway.example")).toMatchObject({ status: 422, body: { refusals: [{ code: "notPermitted" }] } });
  });

  test("a key that may only read changes no dossier", async () => {
    const reads = await keyFor(owner, ["read"]);
    const { id } = await twoLegs();
    expect((await call("GET /api/v1/dossiers/{id}", `/api/v1/dossiers/${id}`, { key: reads })).status).toBe(200);
    expect(await call("POST /api/v1/dossiers", "/api/v1/dossiers", { key: reads, json: { title: "x" } })).toMatchObject({ status: 422, body: { refusals: [{ code: "outsideKey" }] } });
    expect((await call("GET /api/v1/dossiers", "/api/v1/dossiers", {})).status).toBe(401);
  });

  test("the second wall: row-level security shows a dossier's rows to its people alone, and lets nobody else write them", async () => {
    const { id, first, second } = await twoLegs();
    await submit(first);
    const person = async (email: string): Promise<Actor> => ({ kind: "person", id: (await world.owner<{ id: string }[]>`select id from people where email = ${email}`)[0]?.id ?? "" }) as Actor;
    const [own, officer, stranger] = await Promise.all([owner, "pi@hkust.example", "researcher@um.example"].map(person));
    const seen = (actor: Actor) =>
      asReader(actor, async (tx) => {
        const of = async (table: string, column: string) => (await tx.execute(sql.raw(`select 1 from ${table} where ${column} = '${id}'`))).length > 0;
        const progress = (await tx.execute(sql`select * from dossier_progress(${id})`)).length;
        return [await of("dossiers", "dossier_id"), await of("dossier_requests", "dossier_id"), await of("dossier_dependencies", "dossier_id"), await of("events", "request_id"), await of("heads", "request_id"), await of("texts", "request_id"), progress > 0];
      });
    for (const actor of [own, officer]) expect(await seen(actor as Actor)).toEqual(Array(7).fill(true));
    for (const actor of [stranger as Actor, { kind: "public" } as const, { kind: "signIn" } as const]) expect(await seen(actor)).toEqual(Array(7).fill(false));
    const forged = [
      sql`insert into dossier_requests values (${newId()}, ${id}, 'CW-x', 'sample')`,
      sql`insert into dossier_dependencies values (${first}, ${second}, ${id}, 'approved', null, 'x')`,
      sql`insert into dossiers values (${newId()}, 'CWD-x', 'x', ${newId()}, 'open', 1, now(), now())`,
      sql`insert into events values (${id}, ${`dossier:${id}`}, 99, 'dossier.closed', now(), '{}', '{}', '', '', '', '')`,
      sql`insert into texts (request_id, digest, salt) values (${id}, 'x', 'x')`,
    ];
    for (const actor of [officer, stranger]) for (const statement of forged.slice(actor === officer ? 2 : 0, actor === officer ? 3 : undefined)) await expect(asActor(actor as Actor, (tx) => tx.execute(statement))).rejects.toMatchObject({ cause: { code: "42501" } });
    for (const statement of ["delete from dossier_requests", "delete from dossier_dependencies", "update dossiers set title = 'x'"]) await expect(asActor(stranger as Actor, (tx) => tx.execute(sql.raw(`${statement} where dossier_id = '${id}'`)))).resolves.toMatchObject({ count: 0 });
  });
});

describe("papers", () => {
  test("a paper of one request serves another of the dossier without being sent again, once, and for whoever sees both alone", async () => {
    const { first, second } = await twoLegs();
    const { body: paper } = await upload(first, await keyOf(owner), "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n", "consent.pdf", { paper: "consent" });
    const share = async (to: string, from: string, email = owner, commandId = newId()) => {
      const form = new FormData();
      form.set("from", from);
      form.set("commandId", commandId);
      return call("POST /api/v1/requests/{id}/documents", `/api/v1/requests/${to}/documents`, { key: await keyOf(email), body: form });
    };
    const commandId = newId();
    const shared = await share(second, `${first}/${paper.id}`, owner, commandId);
    expect(shared).toMatchObject({ status: 201, body: { name: "consent.pdf", paper: "consent", sha256: paper.sha256 } });
    expect((await share(second, `${first}/${paper.id}`, owner, commandId)).body).toEqual(shared.body);
    const key = await keyOf(owner);
    expect((await call("GET /api/v1/requests/{id}/documents", `/api/v1/requests/${second}/documents`, { key })).body.items).toEqual([shared.body]);
    const opened = await call("GET /api/v1/requests/{id}/documents/{document}", `/api/v1/requests/${second}/documents/${shared.body.id}`, { key });
    expect(opened.status).toBe(200);

    await tell(first, { type: "deleteDraft" });
    expect((await call("GET /api/v1/requests/{id}/documents/{document}", `/api/v1/requests/${second}/documents/${shared.body.id}`, { key })).status).toBe(200);
    const elsewhere = await twoLegs();
    for (const [to, from, email] of [[elsewhere.first, `${second}/${shared.body.id}`, owner], [second, `${first}/${paper.id}`, owner], [second, `${newId()}/${newId()}`, owner], [second, `${elsewhere.first}/${shared.body.id}`, "researcher@um.example"]] as const) expect(await share(to, from, email)).toMatchObject({ status: 422, body: { refusals: [{ code: "unknownDocument", path: "from" }] } });
    expect((await share(second, "parrot")).status).toBe(400);
  });
});

describe("the record", () => {
  test("a copy of the history proves itself, and the whole record verifies", async () => {
    const { id } = await twoLegs();
    await say(id, { type: "rename", title: "Microplastics, two seasons" });
    const { body } = await history(id);
    let previous = genesis;
    for (const { seq, type, at, actor, data, salt, digest, hash, texts } of body.items) {
      expect(digestOf({ stream: `dossier:${id}`, seq, type, at, actor, data, salt })).toBe(digest);
      expect(hashAfter(previous, digest)).toBe(hash);
      for (const [of, words] of Object.entries(texts as Record<string, { salt: string; body: string }>)) expect(wordsDigest(words.salt, words.body)).toBe(of);
      previous = hash;
    }
    expect(body.items.map((one: { type: string }) => one.type)).toEqual(["dossier.opened", "dossier.linked", "dossier.linked", "dependency.added", "dossier.renamed"]);
    expect(await verify()).toMatchObject({ ok: true, problems: [] });
  });

  test("what somebody does to the tables behind its back is named: the stream, the event and the field", async () => {
    const { id, first, second } = await twoLegs();
    const stream = `dossier:${id}`;
    // Several at once, as far as none hides another.
    const forgeries: (readonly [forge: string, mend: string, problem: object])[][] = [
      [
        ["update dossiers set title = 'Other' where dossier_id = $1", "update dossiers set title = 'Microplastics' where dossier_id = $1", { stream, seq: 4, field: "dossiers.title", code: "differs" }],
        ["update dossier_requests set role = 'related' where dossier_id = $1", "update dossier_requests set role = 'sample' where dossier_id = $1", { stream, seq: 4, field: `dossierRequests[${first}].role`, code: "differs" }],
        ["update dossier_dependencies set until = 'submitted' where dossier_id = $1", "update dossier_dependencies set until = 'approved' where dossier_id = $1", { stream, seq: 4, field: `dossierDependencies[${second} ${first}].until`, code: "differs" }],
        [`insert into dossier_requests values ('${newId()}', $1, 'CW-forged', 'related')`, "delete from dossier_requests where dossier_id = $1 and number = 'CW-forged'", { stream, seq: 0, code: "surplusRow" }],
      ],
      [
        ["delete from dossier_dependencies where dossier_id = $1", `insert into dossier_dependencies values ('${second}', '${first}', $1, 'approved', null, 'The first shipment shows whether the method holds.')`, { stream, seq: 4, code: "missingRow" }],
        ["update texts set body = 'Other' where request_id = $1 and body = 'Microplastics'", "update texts set body = 'Microplastics' where request_id = $1 and body = 'Other'", { stream, seq: 1, field: "data.title", code: "wordsAltered" }],
      ],
      [["update events set data = jsonb_set(data, '{role}', '\"related\"') where request_id = $1 and seq = 2", "update events set data = jsonb_set(data, '{role}', '\"sample\"') where request_id = $1 and seq = 2", { stream, seq: 2, field: "content", code: "altered" }]],
    ];
    for (const together of forgeries) {
      for (const [forge] of together) await world.owner.unsafe(forge, [id]);
      expect((await verify()).problems).toEqual(expect.arrayContaining(together.map(([, , problem]) => expect.objectContaining(problem))));
      for (const [, mend] of together) await world.owner.unsafe(mend, [id]);
    }
    const nobody = newId();
    await world.owner`insert into dossiers values (${nobody}, 'CWD-x', 'x', ${newId()}, 'open', 1, now(), now())`;
    expect((await verify()).problems).toEqual([{ stream: `dossier:${nobody}`, seq: 0, field: "dossiers", code: "surplusRow" }]);
    await world.owner`delete from dossiers where dossier_id = ${nobody}`;
    expect((await verify()).problems).toEqual([]);
  });
});
