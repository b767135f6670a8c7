import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asReader } from "../../db/client.ts";
import { documentReadsOf, documentSeen } from "../../db/queries/documents.ts";
import { documentReads } from "../../db/schema/record.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import { isAccepted } from "../../lib/server/answer.ts";
import { attachDocument, openDocument } from "../../lib/server/documents.ts";
import { createRequest } from "../../lib/server/execute.ts";
import { personActor } from "../../lib/server/person.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { scratchFolder } from "../support/scratch.ts";

process.env.CAUSEWAY_DATA = scratchFolder();
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
  const readers = async (email: string) => (await documentReadsOf(await as(email), request.id)).map(({ person }) => person);
  const [officer, auditor] = [(await as(request.officer)).name, (await as("auditor@causeway.example")).name];
  for (const email of [request.requester, "auditor@causeway.example", `auditor@${request.home}.example`]) expect([email, await readers(email)]).toEqual([email, [auditor, officer]]);
  for (const email of [request.officer, `pi@${request.home}.example`, `admin@${request.home}.example`]) expect([email, await readers(email)]).toEqual([email, []]);
});

test("whoever attached a paper sees who opened it", async () => {
  const paper = await attach(request.officer);
  await openDocument(await as(request.requester), request.id, paper);
  expect((await documentReadsOf(await as(request.officer), request.id)).map(({ document, person }) => [document, person])).toEqual([["list.txt", (await as(request.requester)).name]]);
});

test("the second wall says the same: a desk sees its own openings and no others", async () => {
  const seen = async (email: string) => new Set((await asReader(await as(email), (tx) => tx.select({ person: documentReads.person }).from(documentReads))).map(({ person }) => person));
  expect(await seen(`auditor@${request.home}.example`)).toEqual(new Set([await as(request.officer), await as("auditor@causeway.example"), await as(request.requester)].map(({ id }) => id)));
  expect(await seen("researcher@mpu.example")).toEqual(new Set());
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
