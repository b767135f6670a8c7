import canonicalize from "canonicalize";
import fc from "fast-check";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, dayOf } from "../../lib/calendar/day.ts";
import { stories } from "../../lib/server/demo/stories.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { type Answered, call, give, keyFor, upload } from "./api-world.ts";

/* P6: equal acts sent again under the same id have one effect, at once or later, also with a refusal in between. */

const today = dayOf(new Date());
const facts = { ...stories.find(({ title }) => title === "Seawater for microplastics, spring")?.facts, date: addDays(today, 20) };
const people = ["researcher@hkust.example", "pi@hkust.example", "office@hkust.example", "host@sustech.example", "researcher@um.example"] as const;
const keys = new Map<string, string>();
let world: World;

beforeAll(async () => {
  world = await demoWorld();
  for (const email of people) keys.set(email, await keyFor(email));
});
afterAll(() => world.stop());

const keyOf = (email: string) => keys.get(email) ?? "";
const look = (id: string) => call("GET /api/v1/requests/{id}", `/api/v1/requests/${id}`, { key: keyOf(people[0]) });
const body = (id: string, title: string) => ({ id, kind: "sample", title, facts, parties: { home: "hkust", host: "sustech" }, endorser: "pi@hkust.example", window: { from: today, to: addDays(today, 60) }, limit: { value: "24", unit: "tube" } });
const create = (json: object, email: string = people[0]) => call("POST /api/v1/requests", "/api/v1/requests", { key: keyOf(email), json });

const act = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("endorsement", "sign-off", "acceptance").map((step) => ({ type: "approve", step })) },
  { weight: 3, arbitrary: fc.constant({ type: "submit" }) },
  fc.constantFrom({ type: "comment", audience: "requester", text: "Noted" }, { type: "comment", audience: "side", text: "Ours" }),
  fc.constantFrom({ type: "acceptTerms", terms: ["true-answers", "material-use"] }, { type: "saveDraft", title: "Other" }, { type: "deleteDraft" }, { type: "withdraw", reason: "x" }),
  fc.constant({ type: "return", step: "endorsement", questions: [{ text: "Why?" }] }),
  fc.constant({ type: "resubmit", answers: [{ question: "1", text: "So" }] }),
  fc.constant({ type: "recordRequirement", requirement: "cn-customs-declaration", outcome: "filed", reference: "A/1", date: today }),
  fc.constant({ type: "recordMovement", direction: "out", quantity: { value: "20", unit: "tube" }, at: new Date().toISOString() }),
);
const sendings = fc.array(fc.record({ email: fc.constantFrom(...people), said: act, copies: fc.integer({ min: 2, max: 4 }), atOnce: fc.boolean(), refusedBetween: fc.boolean() }), { minLength: 3, maxLength: 10 });

test("P6: whatever is sent twice under one id happens once, and is answered alike", async () => {
  await fc.assert(
    fc.asyncProperty(sendings, fc.boolean(), async (sent, ready) => {
      const id = newId();
      expect((await create(body(id, "Once"))).status).toBe(201);
      if (ready) await give(id, keyOf(people[0]), { type: "acceptTerms", terms: ["true-answers", "material-use"] });
      for (const { email, said, copies, atOnce, refusedBetween } of sent) await once(id, email, { ...said, commandId: newId() }, { copies, atOnce, refusedBetween });
    }),
    { numRuns: 12 },
  );
});

type How = { readonly copies: number; readonly atOnce: boolean; readonly refusedBetween: boolean };

async function once(id: string, email: string, said: Readonly<Record<string, unknown>>, { copies, atOnce, refusedBetween }: How): Promise<void> {
  const before = await footprint(id);
  const send = () => give(id, keyOf(email), said);
  const answers = atOnce ? await Promise.all(Array.from({ length: copies }, send)) : await inTurn(copies, send);
  const after = await footprint(id);
  if (answers.some(({ status }) => status !== 200)) {
    expect(new Set(answers.map((one) => JSON.stringify(one.body))).size).toBe(1);
    expect(after).toEqual(before);
    return;
  }
  expect(answers.filter((one) => one.body.repeated === false)).toHaveLength(1);
  expect(new Set(answers.map(alike)).size).toBe(1);
  const [{ body: first }] = answers as [Answered];
  if (first.status !== "deleted") expect(after).toEqual({ version: first.version, events: before.events + first.events.length });
  if (refusedBetween) expect((await give(id, keyOf(email), { type: "approve", step: "no-such-step" })).status).not.toBe(200);
  const again = await send();
  expect([again.status, alike(again), again.body.repeated]).toEqual([200, alike(answers[0] as Answered), true]);
  expect(await footprint(id)).toEqual(after);
  expect([409, 422]).toContain((await give(id, keyOf(email), { type: "comment", commandId: said.commandId, audience: "requester", text: "Another act" })).status);
}

test("P6: a request is begun once, however often and by however many at once it is sent", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 2, max: 6 }), fc.boolean(), async (copies, strangerToo) => {
      const id = newId();
      const send = () => create(body(id, "Begun once"));
      const answers = await Promise.all(Array.from({ length: copies }, send));
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
      expect(answers.filter((one) => one.body.repeated === false)).toHaveLength(1);
      expect(new Set(answers.map(alike)).size).toBe(1);
      // Refusals in between, of which neither says whose the id is: another body, and somebody else with the same id.
      const other = await create(body(id, "Another"));
      const said = ({ status, body: { refusals } }: Answered) => ({ status, refusals: refusals.map(({ code, path, params }: Record<string, unknown>) => ({ code, path, params })) });
      expect(said(other)).toEqual({ status: 409, refusals: [{ code: "idTaken", path: "id", params: {} }] });
      if (strangerToo) expect(said(await create({ id, kind: "sample", parties: { home: "um" } }, people[4]))).toEqual(said(other));
      const again = await send();
      expect([alike(again), again.body.repeated]).toEqual([alike(answers[0] as Answered), true]);
      expect(await world.owner`select 1 from drafts where request_id = ${id}`).toHaveLength(1);
    }),
    { numRuns: 10 },
  );
});

test("P6: a beginning that was refused is judged anew, and counts once when it is accepted", async () => {
  const id = newId();
  const wrong = { ...body(id, "Refused first"), facts: { ...facts, mode: "teleport" } };
  expect((await create(wrong)).status).toBe(422);
  expect((await create(wrong)).status).toBe(422);
  expect((await create(body(id, "Refused first"))).body.repeated).toBe(false);
  expect((await create(body(id, "Refused first"))).body.repeated).toBe(true);
});

test("P6: a paper sent several times at once under one id is one paper, whole", async () => {
  const id = newId();
  await create(body(id, "Papers"));
  const content = "a,b\n1,2\n".repeat(50_000);
  for (let round = 0; round < 5; round++) {
    const commandId = newId();
    const answers = await Promise.all(Array.from({ length: 4 }, () => upload(id, keyOf(people[0]), content, "rows.csv", { commandId })));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map((one) => JSON.stringify(one.body))).size).toBe(1);
    const { response } = await call("GET /api/v1/requests/{id}/documents/{document}", `/api/v1/requests/${id}/documents/${answers[0]?.body.id}`, { key: keyOf(people[0]) });
    expect((await response.text()).length).toBe(content.length);
    expect((await look(id)).body.documents).toHaveLength(round + 1);
  }
});

/** What an answer says, whether for the first time or again, in whatever order the database kept its fields. */
function alike({ body: said }: Answered): string {
  return canonicalize({ ...said, repeated: null }) ?? "";
}

/** How far a request has come: its version, and how many events it has. */
async function footprint(id: string): Promise<{ version: number | null; events: number }> {
  const [row] = await world.owner<{ version: number | null; events: number }[]>`
    select coalesce((select version from requests where request_id = ${id}), (select version from drafts where request_id = ${id})) as version,
           (select count(*)::int from events where request_id = ${id}) as events`;
  return row ?? { version: null, events: 0 };
}

async function inTurn<T>(times: number, send: () => Promise<T>): Promise<T[]> {
  const answers: T[] = [];
  for (let time = 0; time < times; time++) answers.push(await send());
  return answers;
}
