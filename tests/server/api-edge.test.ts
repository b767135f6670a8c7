import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { METHODS } from "node:http";
import { isServed, readableAddress } from "../../cli/serve/web.ts";
import { DELETE, OPTIONS, PATCH, PUT } from "@/app/api/v1/requests/route";
import { GET as nothing } from "@/app/api/v1/[[...path]]/route";
import { demoWorld, type World } from "../db/demo-world.ts";
import { type Answered, call, keyFor, upload } from "./api-world.ts";

/* What every route of the API has in common. */

const languages = [["en", "en"], ["zh-HK", "zh-Hant"], ["zh-CN", "zh-Hans"], ["pt-PT", "pt"]] as const;
let world: World;
let key: string;
let draft: string;

beforeAll(async () => {
  world = await demoWorld();
  key = await keyFor("researcher@hku.example");
  draft = (await call("POST /api/v1/requests", "/api/v1/requests", { key, json: { kind: "sample", title: "Tubes", parties: { home: "hku" } } })).body.id;
});
afterAll(() => world.stop());

describe("a problem speaks the caller's language", () => {
  const ways: Readonly<Record<string, (language: string) => Promise<Answered>>> = {
    "400 of a body": (language) => call("POST /api/v1/requests", "/api/v1/requests", { key, language, json: { kind: 7 } }),
    "400 of a query": (language) => call("GET /api/v1/requests", "/api/v1/requests?status=lost", { key, language }),
    "401": (language) => call("GET /api/v1/inbox", "/api/v1/inbox", { language }),
    "404 of a request": (language) => call("GET /api/v1/requests/{id}", "/api/v1/requests/1", { key, language }),
    "404 of a permit": (language) => call("GET /api/v1/permits/{number}", "/api/v1/permits/1", { language }),
    "413": (language) => upload(draft, key, Buffer.alloc(25 * 1024 * 1024 + 1, 0x20), "a.txt", {}, language),
    "415": (language) => call("POST /api/v1/requirements", "/api/v1/requirements", { language, body: "x" }),
    "422": (language) => call("POST /api/v1/requests", "/api/v1/requests", { key, language, json: { kind: "sample", facts: { mode: "teleport" } } }),
  };
  test.each(Object.keys(ways))("%s", async (name) => {
    const answers = await Promise.all(languages.map(([asked]) => ways[name]!(asked)));
    expect(answers.map(({ response }) => response.headers.get("content-language"))).toEqual(languages.map(([, answered]) => answered));
    expect(new Set(answers.map(({ body }) => body.title)).size).toBe(4);
    const [{ body, status }] = answers as [Answered];
    expect(status).toBe(Number(name.slice(0, 3)));
    if (body.refusals.length > 0) expect(new Set(answers.map((one) => one.body.detail)).size).toBe(4);
  });
});

test("what was expected of a malformed field is said in the caller's language", async () => {
  const told = await Promise.all(languages.map(async ([language]) => (await call("POST /api/v1/requests", "/api/v1/requests", { key, language, json: { kind: "sample", title: 7, colour: 1, shape: 2 } })).body.refusals));
  expect(told[0].map((one: { path: string }) => one.path)).toEqual(["title", "colour", "shape"]);
  expect(new Set(told.map((refusals) => refusals[0].params.expected)).size).toBe(4);
});

test("the sentences of a problem stand one after another as the reader's language sets them", async () => {
  const detail = async (language: string): Promise<string> => (await call("POST /api/v1/requests", "/api/v1/requests", { key, language, json: { kind: "sample", parties: { home: "hku" }, facts: { mode: "teleport", date: "2027-02-30" } } })).body.detail;
  expect(await detail("en")).toMatch(/\. \p{Lu}/u);
  for (const language of ["zh-HK", "zh-CN"]) expect(await detail(language)).toMatch(/。(?=\p{Script=Han})/u);
});

test("a person's own language answers when none is asked for", async () => {
  const theirs = await call("GET /api/v1/requests/{id}", "/api/v1/requests/1", { key: await keyFor("researcher@um.example") });
  expect(theirs.response.headers.get("content-language")).toBe("pt");
});

test("every answer says that it is what it says, and that nobody keeps it", async () => {
  const answers = [
    await call("GET /api/v1/requests", "/api/v1/requests", { key }),
    await call("GET /api/v1/requests", "/api/v1/requests"),
    await call("POST /api/v1/requirements", "/api/v1/requirements", { json: { facts: {} } }),
    await call("GET /api/v1/permits/{number}", "/api/v1/permits/x"),
  ];
  for (const { response } of answers) expect([response.headers.get("x-content-type-options"), response.headers.get("cache-control")]).toEqual(["nosniff", "no-store"]);
});

test("a method that a path does not have is a problem that names those it has", async () => {
  const ask = (route: typeof PUT, method: string) => route(new Request("http://localhost/api/v1/requests", { method }), { params: Promise.resolve(undefined) });
  for (const answer of [await ask(DELETE, "DELETE"), await ask(PATCH, "PATCH"), await ask(PUT, "PUT")]) {
    expect([answer.status, answer.headers.get("allow"), answer.headers.get("content-type")]).toEqual([405, "GET, HEAD, POST", "application/problem+json"]);
  }
  expect((await ask(OPTIONS, "OPTIONS")).status).toBe(204);
  expect((await nothing(new Request("http://localhost/api/v1"), { params: Promise.resolve({}) })).headers.get("content-type")).toBe("application/problem+json");
});

test("a name that a query does not know is refused like an unknown field", async () => {
  for (const [name, path] of [["GET /api/v1/inbox", "/api/v1/inbox"], ["GET /api/v1/requests", "/api/v1/requests"], ["GET /api/v1/requests/{id}/events", `/api/v1/requests/${draft}/events`]] as const) {
    expect(await call(name, `${path}?colour=red`, { key })).toMatchObject({ status: 400, body: { refusals: [{ code: "malformed", path: "colour" }] } });
  }
  expect((await upload(draft, key, "a,b", "a.csv", { colour: "red" })).status).toBe(400);
});

test("the history of one's own draft is there and empty", async () => {
  expect((await call("GET /api/v1/requests/{id}/events", `/api/v1/requests/${draft}/events`, { key })).body).toEqual({ items: [], next: null });
});

test("an id in a path is the same id in capitals", async () => {
  expect((await call("GET /api/v1/requests/{id}", `/api/v1/requests/${draft.toUpperCase()}`, { key })).status).toBe(200);
});

test("numbers beyond all numbers, and bodies in another coding, are not read", async () => {
  const headers = { "content-type": "application/json" };
  for (const number of ["1e999", "-1e999", "9".repeat(400_000)]) {
    expect((await call("POST /api/v1/requirements", "/api/v1/requirements", { body: `{"facts":{"sample.quantity":${number}}}`, headers })).status).toBe(400);
  }
  for (const word of ["NaN", "Infinity", "0x10", "01", "+1", "1."]) expect((await call("POST /api/v1/requirements", "/api/v1/requirements", { body: `{"facts":{"sample.quantity":${word}}}`, headers })).status).toBe(400);
  expect((await call("POST /api/v1/requirements", "/api/v1/requirements", { body: "{}", headers: { ...headers, "content-encoding": "gzip" } })).status).toBe(415);
});

test("a method of which the platform makes no request is refused at the door, and every other goes on", () => {
  const isMade = (method: string) => {
    try {
      return new Request("http://localhost:3000", { method }).method === method;
    } catch {
      return false;
    }
  };
  expect(METHODS.filter((method) => !isMade(method))).toEqual(expect.arrayContaining(["TRACE"]));
  for (const method of METHODS) expect([method, isServed(method)]).toEqual([method, isMade(method)]);
});

test("an address that cannot be decoded stands for itself, and its query stays", () => {
  expect(readableAddress("/api/v1/requests/%E0%A4%A?q=%E0")).toBe("/api/v1/requests/%25E0%25A4%25A?q=%E0");
  for (const good of ["/", "/requests/%E6%A8%A3", "/permits/%00?x=%", "*"]) expect(readableAddress(good)).toBe(good);
});
