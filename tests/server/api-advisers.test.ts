import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asReader } from "../../db/client.ts";
import { documents } from "../../db/schema/requests.ts";
import { verify } from "../../db/verify.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import { checkFile } from "../../lib/audit/record-file/check-file.ts";
import { addDays, dayOf } from "../../lib/calendar/day.ts";
import { openDocument } from "../../lib/server/documents.ts";
import { stories } from "../../lib/server/demo/stories.ts";
import { personActor } from "../../lib/server/person.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { call, give, keyOf, upload } from "./api-world.ts";
import { readAll } from "./everything-read.ts";

/* Scenario 43: given a private field and a private form, a reviewer does not get the answer, the question, the previous answer, the file, nor the printed copy. */

const today = dayOf(new Date());
const requester = "researcher@smu.example";
const adviser = "researcher@um.example";
const auditor = "auditor@causeway.example";
const story = stories.find(({ title }) => title === "Two clinicians observe transplant rounds");
/** What of the request is about one person, and where it was written. */
const kept = {
  question: "person.hk_nationality_pass_years",
  "answer in a line": "Zqtraveller",
  "question of a desk": "Zqasked",
  "reply to it": "Zqreplied",
  "name of a file": "Zqpassport",
  "content of a file": "Zqcontent",
};

let world: World;
let request: { id: string; step: string; officer: string; passport: string; letter: string };
beforeAll(async () => {
  world = await demoWorld();
  const id = newId();
  const key = await keyOf(requester);
  const said = { kind: "person", title: "Two clinicians", facts: { ...story?.facts, date: addDays(today, 20), [kept.question]: 17 }, lines: [{ traveller: "Zqtraveller", role: "clinician", document: "eep", endorsement: "applying", trips: 2 }], parties: { home: "smu", host: "hku" }, endorser: "pi@smu.example", window: { from: today, to: addDays(today, 60) } };
  const begun = await call("POST /api/v1/requests", "/api/v1/requests", { key, json: { id, ...said } });
  if (begun.status !== 201) throw new Error(JSON.stringify(begun.body));
  const passport = (await upload(id, key, "Zqcontent of a passport.", "Zqpassport.txt", { paper: "passport" })).body.id;
  const letter = (await upload(id, key, "An invitation.", "invitation.txt", { paper: "host-invitation" })).body.id;
  const look = async () => (await call("GET /api/v1/requests/{id}", `/api/v1/requests/${id}`, { key })).body;
  await say(id, requester, { type: "acceptTerms", terms: (await look()).terms.map((one: { id: string }) => one.id) });
  for (const { requirement } of (await look()).blockers) if (requirement) await say(id, requester, { type: "recordRequirement", requirement, outcome: "granted", reference: "A/1", date: today });
  await say(id, requester, { type: "submit" });
  const open = await openStep(id);
  await say(id, open.officer, { type: "return", step: open.step, questions: [{ fact: kept.question, text: "Zqasked: which years?" }, { text: "Which wards?" }] });
  await say(id, requester, { type: "resubmit", facts: { [kept.question]: 23 }, answers: [{ question: "1", text: "Zqreplied: twenty-three." }, { question: "2", text: "Transplant." }] });
  const again = await openStep(id);
  await say(id, again.officer, { type: "refer", step: again.step, to: adviser, question: "Is the ward fit for visitors?" });
  request = { id, ...again, passport, letter };
});
afterAll(() => world.stop());

const as = async (email: string) => (await personActor(email)) as PersonActor;

async function say(id: string, email: string, said: Readonly<Record<string, unknown>>): Promise<void> {
  const { status, body } = await give(id, await keyOf(email), said);
  if (status !== 200) throw new Error(`${said.type}: ${JSON.stringify(body)}`);
}

async function openStep(id: string): Promise<{ step: string; officer: string }> {
  const [row] = await world.owner<{ step: string; officer: string }[]>`
    select s.step_id as step, p.email as officer from steps s join people p on p.id = s.assignee or (s.assignee is null and exists (select 1 from grants g where g.person_id = p.id and g.scope_kind = 'desk' and g.scope_id = s.desk))
    where s.request_id = ${id} and s.status = 'open' order by s.step_id, p.email limit 1`;
  if (!row) throw new Error("no open step");
  return row;
}

test("43: whoever is only asked for advice gets neither question nor answer nor earlier answer nor file of what is about one person, anywhere", async () => {
  const given = await readAll(world, adviser, request.id);
  const found = Object.entries(kept).flatMap(([name, mark]) => given.filter(({ text }) => text.includes(mark)).map(({ where }) => `${name} in ${where}`));
  expect(found).toEqual([]);
  // The rest is theirs: they could not advise without it.
  for (const mark of ["person.purpose", "clinician", "Which wards?", "invitation.txt", "Is the ward fit for visitors?"]) expect([mark, given.some(({ text }) => text.includes(mark))]).toEqual([mark, true]);
});

test("43: desks, auditors and the requester get all of it", async () => {
  for (const email of [requester, request.officer, auditor]) {
    const given = await readAll(world, email, request.id);
    expect([email, Object.entries(kept).filter(([, mark]) => !given.some(({ text }) => text.includes(mark))).map(([name]) => name)]).toEqual([email, []]);
  }
});

test("43: the answers differ in what they hold and in nothing else: earlier ones, events, and a file of the record that still verifies", async () => {
  const key = await keyOf(adviser);
  const { body } = await call("GET /api/v1/requests/{id}", `/api/v1/requests/${request.id}`, { key });
  expect([body.facts["person.purpose"], body.facts[kept.question], body.lines, body.documents.map(({ id }: { id: string }) => id)]).toEqual(["clinical_observation", undefined, [{ role: "clinician", trips: 2 }], [request.letter]]);
  const events = (await call("GET /api/v1/requests/{id}/events", `/api/v1/requests/${request.id}/events`, { key })).body.items;
  const again = events.find(({ type }: { type?: string }) => type === "request.resubmitted");
  expect([again.masked, again.data.changed, again.salt]).toEqual([true, [], undefined]);
  // Answers of which a part was taken come without their salt, or the rest could be guessed by their digest.
  expect(again.texts[again.data.answers.digest].salt).toBeNull();
  const file = await (await call("GET /api/v1/requests/{id}/export", `/api/v1/requests/${request.id}/export`, { key })).response.text();
  const check = checkFile();
  for (const line of file.trimEnd().split("\n")) check.bytes(Buffer.from(line), 0, Buffer.byteLength(line));
  expect(check.end().problems).toEqual([]);
  expect(file).toContain('"withheld":true');
});

test("43: a file is not found by its id, not in the tables, and not by a search for what is in the lines", async () => {
  const key = await keyOf(adviser);
  const paper = (id: string) => call("GET /api/v1/requests/{id}/documents/{document}", `/api/v1/requests/${request.id}/documents/${id}`, { key });
  expect([(await paper(request.passport)).status, (await paper(request.letter)).status]).toEqual([404, 200]);
  expect(await openDocument(await as(adviser), request.id, request.passport)).toBeNull();
  // The second wall by itself.
  const rows = await asReader(await as(adviser), (tx) => tx.select({ id: documents.documentId }).from(documents));
  expect(rows.map(({ id }) => id)).toEqual([request.letter]);
  const search = async (q: string, email: string) => (await call("GET /api/v1/requests", `/api/v1/requests?${new URLSearchParams({ q })}`, { key: await keyOf(email) })).body.items.map(({ id }: { id: string }) => id);
  expect([await search("Zqtraveller", adviser), await search("Zqtraveller", request.officer), await search("Two clinicians", adviser)]).toEqual([[], [request.id], [request.id]]);
});

test("43: whoever advises and also staffs a desk of the case gets all of it, and so does whoever alone may decide", async () => {
  const [other] = await world.owner<{ email: string }[]>`
    select p.email from people p join grants g on g.person_id = p.id and g.scope_kind = 'desk' join steps s on s.desk = g.scope_id and s.request_id = ${request.id}
     where p.active and p.email not in (${request.officer}, ${requester}) and s.assignee is null and s.status = 'waiting' order by 1 limit 1`;
  const named = other?.email ?? "";
  await say(request.id, request.officer, { type: "refer", step: request.step, to: named, question: "And you?" });
  const { body } = await call("GET /api/v1/requests/{id}", `/api/v1/requests/${request.id}`, { key: await keyOf(named) });
  expect([body.facts[kept.question], body.lines[0].traveller, body.documents.length]).toEqual([23, "Zqtraveller", 2]);
});

test("the record of all this verifies, and says of each paper whether it is for advisers", async () => {
  expect((await verify()).problems).toEqual([]);
  await world.owner`update documents set for_advisers = true where document_id = ${request.passport}`;
  expect((await verify()).problems).toMatchObject([{ code: "differs", field: expect.stringContaining("for_advisers") }]);
  await world.owner`update documents set for_advisers = false where document_id = ${request.passport}`;
});
