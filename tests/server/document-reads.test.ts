import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asReader } from "../../db/client.ts";
import { documentReadCount, documentReadsOf, documentSeen, readsOfOwnPapers, readsOfOwnPapersCount } from "../../db/queries/documents.ts";
import { documentReads } from "../../db/schema/record.ts";
import { verify } from "../../db/verify.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import { isAccepted } from "../../lib/server/answer.ts";
import { attachDocument, openDocument } from "../../lib/server/documents.ts";
import { createRequest } from "../../lib/server/execute.ts";
import { personActor } from "../../lib/server/person.ts";
import { publishReads } from "../../lib/server/publish-reads.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { type Answered, call, keyOf } from "./api-world.ts";

let world: World;
let request: { id: string; requester: string; officer: string; home: string };
beforeAll(async () => {
  world = await demoWorld();
  const [row] = await world.owner<(typeof request)[]>`
    select r.request_id as id, p.email as requester, o.email as officer, r.home from requests r join people p on p.id = r.requester join steps s on s.request_id = r.request_id and s.step_id = 'acceptance'
      join grants g on g.scope_kind = 'desk' and g.scope_id = s.desk join people o on o.id = g.person_id where r.status = 'in-review' order by 1, 3 limit 1`;
  if (!row) throw new Error("nothing is in review");
  request = row;
});
afterAll(() => world.stop());

const as = async (email: string) => (await personActor(email)) as PersonActor;
const text = (name: string) => ({ name, bytes: new TextEncoder().encode("A list."), paper: null, commandId: newId() });

async function attach(email: string, id = request.id): Promise<string> {
  const attached = await attachDocument(await as(email), id, text("list.txt"));
  if (!isAccepted(attached) || !attached.document) throw new Error("not attached");
  return attached.document.id;
}

test("every opening of a paper is on record, for its auditors and for whose papers they are, and for nobody else", async () => {
  const paper = await attach(request.requester);
  expect(await openDocument(await as(request.officer), request.id, paper)).toMatchObject({ name: "list.txt", mediaType: "text/plain" });
  expect(await openDocument(await as("auditor@causeway.example"), request.id, paper)).not.toBeNull();
  const readers = async (email: string) => (await documentReadsOf(await as(email), request.id)).items.map(({ person }) => person);
  const [officer, auditor] = [(await as(request.officer)).name, (await as("auditor@causeway.example")).name];
  for (const email of [request.requester, "auditor@causeway.example", `auditor@${request.home}.example`]) expect([email, await readers(email)]).toEqual([email, [auditor, officer]]);
  for (const email of [request.officer, `pi@${request.home}.example`, `admin@${request.home}.example`]) expect([email, await readers(email)]).toEqual([email, []]);
});

test("whoever attached a paper sees who opened it", async () => {
  const paper = await attach(request.officer);
  await openDocument(await as(request.requester), request.id, paper);
  expect((await documentReadsOf(await as(request.officer), request.id)).items.map(({ document, person }) => [document, person])).toEqual([["list.txt", (await as(request.requester)).name]]);
});

test("the second wall says the same: a desk sees its own openings and no others", async () => {
  const seen = async (email: string) => new Set((await asReader(await as(email), (tx) => tx.select({ person: documentReads.person }).from(documentReads))).map(({ person }) => person));
  expect(await seen(`auditor@${request.home}.example`)).toEqual(new Set([await as(request.officer), await as("auditor@causeway.example"), await as(request.requester)].map(({ id }) => id)));
  expect(await seen("researcher@mpu.example")).toEqual(new Set());
});

test("a reading says as what, worked out from the reader’s place in the case", async () => {
  const paper = await attach(request.requester);
  const [advised] = await world.owner<{ email: string }[]>`select email from people p where active and not exists (select from request_access a where a.request_id = ${request.id} and a.subject = 'person:' || p.id) and not exists (select from grants g where g.person_id = p.id and (g.scope_kind = 'desk' or g.role = 'auditor')) order by 1 limit 1`;
  const adviser = await as(advised?.email ?? "");
  await world.owner`insert into referrals (request_id, referral_id, step_id, person, at, status) values (${request.id}, 'one', 'acceptance', ${adviser.id}, now(), 'open')`;
  await world.owner`insert into request_access values (${request.id}, ${`adviser:${adviser.id}`})`;
  for (const email of [request.requester, request.officer, adviser.email, `auditor@${request.home}.example`]) await openDocument(await as(email), request.id, paper);
  const found = await world.owner<{ email: string; capacity: string; desk: string | null; step: string | null }[]>`select p.email, r.capacity, r.desk, r.step_id as step from document_reads r join people p on p.id = r.person where r.document_id = ${paper}`;
  const [step] = await world.owner<{ desk: string }[]>`select desk from steps where request_id = ${request.id} and step_id = 'acceptance'`;
  expect(found).toEqual(
    expect.arrayContaining([
      { email: request.requester, capacity: "requester", desk: null, step: null },
      { email: request.officer, capacity: "desk", desk: step?.desk, step: "acceptance" },
      { email: adviser.email, capacity: "adviser", desk: null, step: "acceptance" },
      { email: `auditor@${request.home}.example`, capacity: "auditor", desk: null, step: null },
    ]),
  );
  expect((await readsOfOwnPapers(await as(request.requester))).items.filter(({ capacity }) => capacity === "adviser")).toMatchObject([{ document: "list.txt", person: adviser.name, request: request.id }]);
  expect((await readsOfOwnPapers(adviser)).items).toEqual([]);
  await world.owner`delete from referrals where referral_id = 'one'`;
  await world.owner`delete from request_access where subject = ${`adviser:${adviser.id}`}`;
});

test("a key reads in the name of its person, and that is recorded too", async () => {
  const paper = await attach(request.requester);
  expect((await call("GET /api/v1/requests/{id}/documents/{document}", `/api/v1/requests/${request.id}/documents/${paper}`, { key: await keyOf(request.officer) })).status).toBe(200);
  expect(await world.owner`select p.email from document_reads r join people p on p.id = r.person where r.document_id = ${paper}`).toMatchObject([{ email: request.officer }]);
});

test("readings are told page by page, each once and the newest first, with how many there are", async () => {
  const key = await keyOf(request.requester);
  const ask = (query: string, language?: string) => call("GET /api/v1/requests/{id}/reads", `/api/v1/requests/${request.id}/reads?${query}`, { key, language });
  const whole = (await ask("limit=100&counts=1")).body;
  const ids = whole.items.map(({ id }: { id: string }) => id);
  expect(ids.length).toBeGreaterThan(4);
  expect([ids, whole.next, whole.counts]).toEqual([ids.toSorted().toReversed(), null, { all: ids.length, more: false }]);
  const found: string[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const { status, body }: Answered = await ask(`limit=2${cursor && `&cursor=${cursor}`}`);
    expect([status, body.items.length <= 2, body.counts]).toEqual([200, true, undefined]);
    found.push(...body.items.map(({ id }: { id: string }) => id));
    cursor = body.next;
  }
  expect(found).toEqual(ids);
  const own = await as(request.requester);
  expect(await documentReadCount(own, request.id, 3)).toEqual({ count: 3, more: true });
  const others = (await readsOfOwnPapers(own)).items.length;
  expect([await readsOfOwnPapersCount(own), await readsOfOwnPapersCount(own, 1)]).toEqual([{ count: others, more: false }, { count: 1, more: true }]);
  expect(await documentReadCount(await as("researcher@mpu.example"), request.id)).toEqual({ count: 0, more: false });
  for (const wrong of ["cursor=x", "cursor=%00", "limit=0", "limit=101", "counts=yes", "before=x", "cursor=a&cursor=b"]) expect([wrong, (await ask(wrong)).status]).toEqual([wrong, 400]);
  for (const [language, words] of [["en", /expected/], ["pt", /esperad|esperava/], ["zh-Hant", /[應须須]/], ["zh-Hans", /[应须]/]] as const) expect((await ask("cursor=x", language)).body.refusals).toMatchObject([{ code: "malformed", path: "cursor", message: expect.stringMatching(words) }]);
});

test("readings are sealed in batches, once each; what was changed, taken away or put in afterwards is found", async () => {
  const count = async () => Number((await world.owner`select count(*)::int as n from document_reads`)[0]?.n);
  expect(await publishReads()).toBe(await count());
  expect(await publishReads()).toBe(0);
  expect(await world.owner`select data -> 'batch' ->> 'count' as n from events where data ->> 'of' = 'reads'`).toMatchObject([{ n: String(await count()) }]);
  const problems = async () => (await verify()).problems.filter(({ field }) => field.startsWith("data.batch") || field.startsWith("document_reads") || field.startsWith("read_batches"));
  expect(await problems()).toEqual([]);
  const [one] = await world.owner<{ id: string; person: string }[]>`select id, person from document_reads order by id limit 1`;
  await world.owner`update document_reads set person = request_id where id = ${one?.id ?? ""}`;
  expect(await problems()).toMatchObject([{ seq: 1, field: "data.batch.digest", code: "differs" }]);
  await world.owner`update document_reads set person = ${one?.person ?? ""} where id = ${one?.id ?? ""}`;
  expect(await problems()).toEqual([]);
  const [gone] = await world.owner`delete from document_reads where id = ${one?.id ?? ""} returning *`;
  expect(await problems()).toMatchObject([{ field: "data.batch.count", code: "differs" }]);
  await world.owner`insert into document_reads ${world.owner(gone ?? {})}`;
  const planted = newId();
  await world.owner`insert into document_reads (request_id, id, person, at) values (${request.id}, ${planted}, ${request.id}, now())`;
  expect(await problems()).toMatchObject([{ field: `document_reads[${planted}]`, code: "surplusRow" }]);
  await world.owner`delete from document_reads where id = ${planted}`;
  await world.owner`update read_batches set count = count + 1`;
  expect(await problems()).toContainEqual(expect.objectContaining({ field: expect.stringMatching(/^read_batches\[.*\]\.count$/), code: "differs" }));
  await world.owner`update read_batches set count = count - 1`;
});

test("a paper is found by whoever sees its request, and by nobody else; neither is what is no id", async () => {
  const paper = await attach(request.requester);
  expect((await documentSeen(await as(request.officer), request.id, paper)).document?.id).toBe(paper);
  expect(await documentSeen(await as("researcher@mpu.example"), request.id, paper)).toEqual({ seen: false, document: null });
  expect(await documentSeen(await as(request.officer), request.id, newId())).toEqual({ seen: true, document: null });
  for (const id of ["", "x", `${paper}'`]) expect(await documentSeen(await as(request.officer), request.id, id)).toEqual({ seen: false, document: null });
  expect(await openDocument(await as("researcher@mpu.example"), request.id, paper)).toBeNull();
  expect(await attachDocument(await as("researcher@mpu.example"), request.id, text("b.txt"))).toEqual({ notFound: true });
});

test("a draft's papers are its requester's, and no officer's or auditor's", async () => {
  const requester = await as(request.requester);
  const begun = await createRequest(requester, { kind: "sample", title: "Seawater" });
  if (!isAccepted(begun)) throw new Error("not begun");
  const paper = await attach(request.requester, begun.id);
  expect(await openDocument(requester, begun.id, paper)).not.toBeNull();
  for (const email of [request.officer, "auditor@causeway.example"]) expect([email, await openDocument(await as(email), begun.id, paper)]).toEqual([email, null]);
});
