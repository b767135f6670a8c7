import { readFileSync } from "node:fs";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dayOf } from "../../lib/calendar/day.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { type Answered, call, give, keyFor, upload } from "../server/api-world.ts";

/*
 * The Big List of Naughty Strings: taken as they are or refused, never a failure. Every one stands as a title and as a
 * comment; in each of the many other places every seventh stands, beginning elsewhere from place to place.
 */

const naughty = JSON.parse(readFileSync(new URL("../../../shared/data/badinput/blns.json", import.meta.url), "utf8")) as string[];
let world: World;
let key: string;
let officer: string;
let draft: string;
let live: string;

beforeAll(async () => {
  process.env.API_RATE = "10000000";
  world = await demoWorld();
  key = await keyFor("researcher@hkust.example");
  draft = (await create({ title: "x" })).body.id;
  const [row] = await world.owner<{ id: string; requester: string; officer: string }[]>`
    select r.request_id as id, q.email as requester, p.email as officer from requests r join people q on q.id = r.requester join steps s using (request_id) join grants g on g.scope_kind = 'desk' and g.scope_id = s.desk join people p on p.id = g.person_id
     where r.status = 'in-review' and s.status = 'open' order by 1 limit 1`;
  live = row?.id ?? "";
  [key, officer] = [await keyFor("researcher@hkust.example"), await keyFor(row?.officer ?? "")];
}, 180_000);
afterAll(() => world.stop());

test("there are hundreds of them", () => expect(naughty.length).toBeGreaterThan(400));

test("as title, endorser and claim; a title that is taken comes back as it was typed", async () => {
  await each(naughty, async (text) => {
    const begun = await create({ title: text, endorser: text.slice(0, 300), claims: [text.slice(0, 80)] });
    expectAnswer(text, begun);
    if (begun.status === 201) expect((await call("GET /api/v1/requests/{id}", `/api/v1/requests/${begun.body.id}`, { key })).body.title).toBe(text);
  });
});

test("as line, institution, unit, fact and the name of a fact", async () => {
  await each(seventh(0), async (text) => {
    for (const part of [{ lines: [{ material: text, container: "tube-15ml", count: 1, each: 1, unit: "mL" }] }, { lines: [{ [text]: text }] }, { parties: { home: text || "x", host: text || "x" } }, { limit: { value: "1", unit: text || "x" } }, { limit: { value: text, unit: "tube" } }, { facts: { mode: text, "to.city": text } }, { facts: { [text]: 1 } }, { window: { from: text, to: text } }, { id: text }, { kind: text }]) expectAnswer(text, await create(part));
    expectAnswer(text, await call("POST /api/v1/requirements", "/api/v1/requirements", { json: { id: text, facts: { kind: "sample", mode: text, [text]: text }, claims: [text] } }));
  });
});

test("in every field of every command, of a draft and of a running case", async () => {
  const said = (text: string): Readonly<Record<string, unknown>>[] => [
    { type: "saveDraft", title: text, host: text, endorser: text, facts: { mode: text } },
    { type: "acceptTerms", terms: [text] },
    { type: "recordRequirement", requirement: text, outcome: "filed", reference: text, date: dayOf(new Date()) },
    { type: "recordRequirement", requirement: "x", outcome: text, reference: "x", date: text, validUntil: text },
    { type: text },
    { type: "comment", audience: text, text },
    { type: "submit", commandId: text },
  ];
  const toCase = (text: string): Readonly<Record<string, unknown>>[] => [
    { type: "approve", step: text },
    { type: "reject", step: text, reasons: [{ code: text, text }] },
    { type: "return", step: text, questions: [{ fact: text, text }] },
    { type: "approveWithConditions", step: text, conditions: [{ text }] },
    { type: "resubmit", answers: [{ question: text, text }], facts: { [text]: text } },
    { type: "withdraw", reason: text },
    { type: "recordMovement", direction: "out", quantity: { value: text, unit: text }, controlPoint: text, at: text },
    { type: "revoke", reason: text },
  ];
  await each(seventh(1), async (text) => {
    for (const command of said(text)) expectAnswer(text, await give(draft, key, command));
    for (const command of toCase(text)) expectAnswer(text, await give(live, officer, command));
  });
});

test("as a comment, which comes back as it was written", async () => {
  await each(naughty, async (text) => {
    const comment = await give(live, officer, { type: "comment", audience: "desks", text });
    expectAnswer(text, comment);
    if (comment.status !== 200) return;
    const { body } = await call("GET /api/v1/requests/{id}/events", `/api/v1/requests/${live}/events?cursor=${comment.body.events[0].seq - 1}`, { key: officer });
    expect(Object.values(body.items[0].texts)).toEqual([expect.objectContaining({ body: text.trim() })]);
  });
});

test("in an address: as search, filter, cursor, number, id and document", async () => {
  await each(seventh(2), async (text) => {
    for (const field of ["q", "status", "kind", "desk", "cursor", "limit", text]) expectAnswer(text, await call("GET /api/v1/requests", `/api/v1/requests?${new URLSearchParams({ [field]: text })}`, { key }));
    for (const field of ["desk", "cursor"]) expectAnswer(text, await call("GET /api/v1/inbox", `/api/v1/inbox?${new URLSearchParams({ [field]: text })}`, { key }));
    const part = encodeURIComponent(text);
    if (part === "" || /^\.+$/.test(part)) return;
    expectAnswer(text, await call("GET /api/v1/permits/{number}", `/api/v1/permits/${part}`, { headers: { "x-forwarded-for": newId() } }));
    expectAnswer(text, await call("GET /api/v1/requests/{id}", `/api/v1/requests/${part}`, { key }));
    expectAnswer(text, await call("GET /api/v1/requests/{id}/documents/{document}", `/api/v1/requests/${draft}/documents/${part}`, { key }));
  });
});

test("as the name and the content of a paper, which comes back byte by byte", async () => {
  const id = async () => (await create({ title: "Papers" })).body.id as string;
  let holder = await id();
  for (const [at, text] of seventh(3).entries()) {
    // A request holds a hundred papers.
    if (at % 90 === 0) holder = await id();
    const sent = await upload(holder, key, text, text);
    expectAnswer(text, sent);
    if (sent.status !== 201) continue;
    const { response } = await call("GET /api/v1/requests/{id}/documents/{document}", `/api/v1/requests/${holder}/documents/${sent.body.id}`, { key });
    expect(Buffer.from(await response.arrayBuffer())).toEqual(Buffer.from(text));
    expect(sent.body.name).not.toMatch(/[/\\\u0000-\u001f]/);
  }
});

/** Eight at a time: as many as there are connections to go round. */
async function each(texts: readonly string[], work: (text: string) => Promise<void>): Promise<void> {
  for (let at = 0; at < texts.length; at += 8) await Promise.all(texts.slice(at, at + 8).map(work));
}

function seventh(first: number): string[] {
  return naughty.filter((_, at) => at % 7 === first);
}

function create(json: object): Promise<Answered> {
  return call("POST /api/v1/requests", "/api/v1/requests", { key, json: { kind: "sample", ...json } });
}

function expectAnswer(text: string, { status, body }: Answered): void {
  expect([text, status < 500, status]).toEqual([text, true, status]);
  if (status === 422 || status === 400) expect(body.refusals.length).toBeGreaterThan(0);
}
