import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verify } from "../../db/verify.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import { isAccepted } from "../../lib/server/answer.ts";
import { attachDocument } from "../../lib/server/documents.ts";
import { personActor } from "../../lib/server/person.ts";
import { publishDeskRule } from "../../lib/server/publish-desk.ts";
import { requestDetail } from "../../lib/server/request-detail.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { type Mailbox, mailbox } from "../support/mailbox.ts";
import { readAll } from "./everything-read.ts";
import { call, give, keyOf } from "./api-world.ts";

/* Scenario 44: where a desk decides without names, no name of its officers appears to requesters, and names do for officers. */

let world: World;
let post: Mailbox;
let request: { id: string; step: string; requester: string; desk: string; officer: string; colleague: string; home: string };
beforeAll(async () => {
  post = await mailbox();
  world = await demoWorld();
  const [row] = await world.owner<(typeof request)[]>`
    select r.request_id as id, s.step_id as step, q.email as requester, s.desk, p.email as officer, l.email as colleague, r.home
      from requests r join people q on q.id = r.requester join steps s on s.request_id = r.request_id and s.status = 'open' and s.assignee is null and not s.by_vote
      join grants g on g.scope_kind = 'desk' and g.scope_id = s.desk join people p on p.id = g.person_id and p.active and p.id <> r.requester
      join steps o on o.request_id = r.request_id and o.desk <> s.desk join grants h on h.scope_kind = 'desk' and h.scope_id = o.desk join people l on l.id = h.person_id and l.active and l.id not in (p.id, r.requester)
     where r.status = 'in-review' order by 1, 2, 5 limit 1`;
  if (!row) throw new Error("nothing is open");
  request = row;
});
afterAll(async () => {
  await world.stop();
  await post.stop();
});

const as = async (email: string) => (await personActor(email)) as PersonActor;
const say = async (email: string, said: Readonly<Record<string, unknown>>) => give(request.id, await keyOf(email), said);

describe("a desk that decides without names", () => {
  test("is set so by its head or administrator, on record, and by nobody else", async () => {
    for (const email of [request.requester, "researcher@must.example"]) expect(await publishDeskRule(await as(email), { desk: request.desk, allot: null, hidesOfficers: true })).toMatchObject({ refusals: [{ code: "notPermitted" }] });
    const [{ organisation = "" } = {}] = await world.owner<{ organisation: string }[]>`select organisation from desks where id = ${request.desk}`;
    const before = await world.owner`select 1 from events where type = 'config.changed'`;
    for (const _ of [1, 2]) expect(await publishDeskRule(await as(`admin@${organisation}.example`), { desk: request.desk, allot: null, hidesOfficers: true })).toEqual({ done: true });
    expect((await world.owner`select 1 from events where type = 'config.changed'`).length).toBe(before.length + 1);
    expect((await verify()).problems).toEqual([]);
  });

  test("says its own name to the requester’s side wherever an officer’s would stand, and names to officers and auditors", async () => {
    const officer = await as(request.officer);
    // Nobody else of the world may have this name.
    await world.owner`update people set name = 'Quirinus Unmistakable' where id = ${officer.id}`;
    const named = ({ text }: { readonly text: string }) => text.includes("Quirinus Unmistakable") || text.includes(officer.email);
    // By a comment alone, which is said at no step, as by what is done at one.
    expect((await say(request.officer, { type: "comment", audience: "requester", text: "We look at it this week." })).status).toBe(200);
    expect((await readAll(world, request.requester, request.id)).filter(named).map(({ where }) => where)).toEqual([]);
    expect((await say(request.officer, { type: "claim", step: request.step })).status).toBe(200);
    const attached = await attachDocument(await as(request.requester), request.id, { name: "list.txt", bytes: new TextEncoder().encode("A list."), paper: null, commandId: newId() });
    if (!isAccepted(attached) || !attached.document) throw new Error("not attached");
    await call("GET /api/v1/requests/{id}/documents/{document}", `/api/v1/requests/${request.id}/documents/${attached.document.id}`, { key: await keyOf(request.officer) });
    const shown = await readAll(world, request.requester, request.id);
    expect(shown.filter(named).map(({ where }) => where)).toEqual([]);
    // Not even an id by which one officer could be told from another.
    expect(shown.filter(({ text }) => text.includes(officer.id)).map(({ where }) => where)).toEqual([]);
    expect(shown.find(({ where }) => where === "GET /api/v1/requests/{id}/export")?.text).toContain('"withheld":true');
    const [{ names } = { names: {} as Record<string, string> }] = await world.owner<{ names: Record<string, string> }[]>`select names from desks where id = ${request.desk}`;
    const detail = await requestDetail(await as(request.requester), request.id);
    const holder = detail?.steps.find(({ id }) => id === request.step)?.holder;
    expect([holder?.person, detail?.names.people[holder?.person ?? ""]]).toEqual([request.desk, names[(await as(request.requester)).language]]);
    const { body: seen } = await call("GET /api/v1/requests/{id}", `/api/v1/requests/${request.id}`, { key: await keyOf(request.requester) });
    expect(seen.steps.find(({ id }: { id: string }) => id === request.step).holder).toMatchObject({ id: request.desk });
    const { body } = await call("GET /api/v1/requests/{id}/events", `/api/v1/requests/${request.id}/events`, { key: await keyOf(request.requester) });
    expect(JSON.stringify(body)).not.toContain(officer.id);
    expect(body.items).toContainEqual(expect.objectContaining({ type: "step.claimed", masked: true, actor: { desk: request.desk } }));
    expect(body.items.every((one: { digest: string; hash: string }) => /^[0-9a-f]{64}$/.test(one.digest) && /^[0-9a-f]{64}$/.test(one.hash))).toBe(true);
    for (const email of [request.colleague, "auditor@causeway.example"]) {
      const seen = await readAll(world, email, request.id);
      expect([email, seen.some(named)]).toEqual([email, true]);
    }
    await post.fill();
    expect(post.mails.some(({ to }) => to === request.requester)).toBe(true);
    expect(post.mails.filter(({ to, text }) => to === request.requester && (named({ text }) || text.includes(officer.id)))).toEqual([]);
  });

  test("has its officers' names taken out of what others write to the requester's side, wherever that stands; the record keeps each word", async () => {
    const officer = await as(request.officer);
    await world.owner`update people set name = 'Quirinus Unmistakable 昆無誤' where id = ${officer.id}`;
    const written = `Dr Quirinus  UNMISTAKABLE (昆无误老師, ${officer.email}) looked at it.`;
    const [{ names } = { names: {} as Record<string, string> }] = await world.owner<{ names: Record<string, string> }[]>`select names from desks where id = ${request.desk}`;
    const desk = names[(await as(request.requester)).language];
    const named = /quirinus\s+unmistakable|昆[無无][誤误]/i;
    for (const email of [request.colleague, request.officer]) expect((await say(email, { type: "comment", audience: "requester", text: written })).status).toBe(200);
    const shown = await readAll(world, request.requester, request.id);
    expect(shown.filter(({ text }) => named.test(text) || text.includes(officer.email)).map(({ where }) => where)).toEqual([]);
    expect((await requestDetail(await as(request.requester), request.id))?.talk.at(-1)?.text).toBe(`Dr ${desk} (${desk}老師, ${desk}) looked at it.`);
    await post.fill();
    expect(post.mails.filter(({ to, text }) => to === request.requester && named.test(text))).toEqual([]);
    for (const email of [request.colleague, "auditor@causeway.example"]) expect([email, (await requestDetail(await as(email), request.id))?.talk.at(-1)?.text]).toEqual([email, written]);
    // Of a name that the requester wrote themselves nothing is kept from them.
    expect((await say(request.requester, { type: "comment", audience: "requester", text: written })).status).toBe(200);
    expect((await requestDetail(await as(request.requester), request.id))?.talk.at(-1)?.text).toBe(written);
    expect((await verify()).problems.filter(({ stream }) => stream.startsWith("request:"))).toEqual([]);
    await world.owner`update people set name = 'Quirinus Unmistakable' where id = ${officer.id}`;
  });

  test("has a surname with a title taken out too, and their name in names of papers and in why a request was opened by break-glass", async () => {
    const officer = await as(request.officer);
    await world.owner`update people set name = 'Quirinus da Cruz Unmistakable 昆無誤' where id = ${officer.id}`;
    expect((await say(request.officer, { type: "comment", audience: "requester", text: "Dr Unmistakable, Senhora da Cruz, UNMISTAKABLE教授 and 昆博士 agree." })).status).toBe(200);
    for (const name of ["review_Quirinus_da_Cruz_Unmistakable.txt", "昆无误的意見.txt"]) expect(isAccepted(await attachDocument(await as(request.colleague), request.id, { name, bytes: new TextEncoder().encode(`A paper of ${name.length}.`), paper: null, commandId: newId() }))).toBe(true);
    const opened = await call("POST /api/v1/break-glass", "/api/v1/break-glass", { key: await keyOf("admin@causeway.example"), json: { request: request.id, reason: "Prof. Unmistakable of that desk cannot be reached, and the parcel stands at the border.", hours: 1 } });
    expect([opened.status, opened.body]).toMatchObject([201, {}]);
    for (const { id } of await world.owner<{ id: string }[]>`select document_id as id from documents where request_id = ${request.id}`) await call("GET /api/v1/requests/{id}/documents/{document}", `/api/v1/requests/${request.id}/documents/${id}`, { key: await keyOf(request.colleague) });
    const named = /unmistakable|da[ _]cruz|昆(?:博士|[無无])/i;
    // What the requester wrote of them before stays theirs.
    const own = (text: string) => text.replaceAll(/Dr Quirinus {2}UNMISTAKABLE \(昆无误老師, [^)]*\) looked at it\./g, "");
    expect((await readAll(world, request.requester, request.id)).filter(({ text }) => named.test(own(text))).map(({ where, text }) => [where, text.match(new RegExp(`.{80}(?:${named.source}).{40}`, "i"))?.[0]])).toEqual([]);
    const files = (await world.owner<{ id: string }[]>`select document_id as id from documents where request_id = ${request.id}`).map(async ({ id }) => (await call("GET /api/v1/requests/{id}/documents/{document}", `/api/v1/requests/${request.id}/documents/${id}`, { key: await keyOf(request.requester) })).response.headers.get("content-disposition") ?? "");
    expect((await Promise.all(files)).filter((one) => named.test(decodeURIComponent(one)))).toEqual([]);
    await post.fill();
    expect(post.mails.filter(({ to, text }) => to === request.requester && named.test(own(text)))).toEqual([]);
    expect((await readAll(world, request.colleague, request.id)).some(({ text }) => text.includes("review_Quirinus_da_Cruz_Unmistakable.txt"))).toBe(true);
    await world.owner`update people set name = 'Quirinus Unmistakable' where id = ${officer.id}`;
  });

  test("keeps silent about an officer who has left it since, whatever they said at no step", async () => {
    const officer = await as(request.officer);
    await attachDocument(officer, request.id, { name: "note.txt", bytes: new TextEncoder().encode("A note."), paper: null, commandId: newId() });
    await say(request.officer, { type: "release", step: request.step });
    await world.owner`delete from grants where person_id = ${officer.id} and scope_kind = 'desk'`;
    const shown = await readAll(world, request.requester, request.id);
    expect(shown.filter(({ text }) => text.includes("Quirinus Unmistakable") || text.includes(officer.id)).map(({ where }) => where)).toEqual([]);
  });
});
