import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, dayOf } from "../../lib/calendar/day.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { type Answered, call, give, keyFor, type Sent, upload } from "./api-world.ts";

const today = dayOf(new Date());
const pdf = "%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n";
let world: World;
let researcher: string;
let stranger: string;
let reading: string;
/** A draft of the researcher's. */
let draft: string;

beforeAll(async () => {
  world = await demoWorld();
  [researcher, stranger, reading] = await Promise.all([keyFor("researcher@hku.example"), keyFor("researcher@um.example"), keyFor("researcher@hku.example", ["read"])]);
  const begun = await create({ kind: "sample", title: "Tubes", facts: {}, parties: { home: "hku", host: "szu" } });
  draft = begun.body.id;
});
afterAll(() => world.stop());

function create(json: unknown, sent: Sent = {}): Promise<Answered> {
  return call("POST /api/v1/requests", "/api/v1/requests", { key: researcher, json, ...sent });
}

describe("working days, without a key", () => {
  const ask = (query: string, language?: string) => call("GET /api/v1/workdays", `/api/v1/workdays?${query}`, { language });

  test("are counted on both sides at once, on and back, with holidays in the caller's language", async () => {
    expect((await ask("from=2026-01-30&days=10&regions=CN,HK")).body).toMatchObject({ due: "2026-02-13", skipped: [{ date: "2026-01-31", regions: ["CN", "HK"], reason: "weekend" }, {}, {}, {}] });
    expect((await ask("from=2026-02-20&days=-1&regions=HK", "pt")).body).toMatchObject({ due: "2026-02-16", skipped: [{ names: { HK: "Novo Ano Lunar" } }, {}, {}] });
    expect((await ask("from=2026-12-31&days=1&regions=CN")).body.provisional).toEqual([{ region: "CN", year: 2027 }]);
  });

  test.each(["", "from=2026-02-30&days=1&regions=CN", "from=2026-01-30&days=1.5&regions=CN", "from=2026-01-30&days=&regions=CN", "from=2026-01-30&days=100000&regions=CN", "from=2026-01-30&days=1&regions=US", "from=2026-01-30&days=1&regions=", "from=2026-01-30&days=1&regions=CN&more=1", "from=%00&days=1&regions=CN"])("?%s is refused", async (query) => {
    expect((await ask(query)).status).toBe(400);
  });
});

describe("a question about requirements names each wrong answer with what was expected, and answers by the others", () => {
  const route = { kind: "sample", "from.city": "guangzhou", "to.city": "hongkong", mode: "courier", date: "2026-12-14" };
  const wrong: readonly (readonly [string, string, unknown, string, RegExp])[] = [
    ["an amount of forty digits", "sample.quantity", Number("9".repeat(40)), "outOfRange", /^1 – 1000000$/],
    ["the same as text", "sample.quantity", "9".repeat(40), "wrongType", /whole number/],
    ["a negative count", "sample.quantity", -3, "outOfRange", /^1 – 1000000$/],
    ["half a container", "sample.quantity", 2.5, "notWhole", /whole number/],
    ["a place in no jurisdiction", "from.city", "atlantis", "unknownPlace", /guangzhou \|/],
    ["a jurisdiction that is none", "to.jur", "ZZ", "unknownPlace", /^CN \| HK \| MO \| XX$/],
    ["a city elsewhere than its jurisdiction", "to.jur", "MO", "placesDisagree", /^HK, /],
    ["a transit through the origin", "transit.jurs", ["CN"], "transitIsEnd", /^MO \| XX$/],
    ["a transit through the destination", "transit.jurs", ["HK", "MO"], "transitIsEnd", /^MO \| XX$/],
    ["a date in 1900", "date", "1900-01-01", "outOfRange", /^1990-01-01 – 2199-12-31$/],
    ["a date in 9999", "date", "9999-12-31", "outOfRange", /^1990-01-01 – 2199-12-31$/],
    ["a day that is none", "date", "2027-02-29", "impossibleDate", /yyyy-mm-dd/],
    ["a number for a place", "from.city", 7, "wrongType", /text/],
    ["an unknown fact", "sample.colour", "red", "unknownFact", /catalogue/],
    ["an object", "mode", { by: "air" }, "wrongType", /text/],
    ["nothing at all", "mode", null, "wrongType", /text/],
  ];
  test.each(wrong)("%s", async (_what, fact, value, code, expected) => {
    const { status, body } = await call("POST /api/v1/requirements", "/api/v1/requirements", { json: { facts: { ...route, [fact]: value } } });
    expect(status).toBe(200);
    expect(body.problems).toEqual([{ fact, code, expected: expect.stringMatching(expected) }]);
    expect(body.unknown).toEqual([fact]);
  });

  test("a name beside `facts`, `request` and `claims` is refused by that name", async () => {
    const { status, body } = await call("POST /api/v1/requirements", "/api/v1/requirements", { json: { ...route, claim: [] } });
    expect([status, body.refusals.map(({ code, path }: { code: string; path: string }) => `${code} ${path}`)]).toEqual([400, [...Object.keys(route), "claim"].map((name) => `malformed ${name}`)]);
  });

  test("all at once, and a claim of nothing", async () => {
    const { body } = await call("POST /api/v1/requirements", "/api/v1/requirements", { json: { facts: { kind: "wish", date: "9999-01-01", "sample.quantity": -1, colour: 1 }, claims: ["no-such-programme"] } });
    expect(body.problems.map(({ fact, code }: { fact: string; code: string }) => `${fact} ${code}`)).toEqual(["colour unknownFact", "kind unknownValue", "date outOfRange", "sample.quantity outOfRange", "kind missing", "claims notOffered"]);
  });
});

test("half-filled lines are refused by line and cell, each with what was expected, and empty ones are no lines", async () => {
  const serum = { material: "Serum", container: "tube-5ml", count: 3, each: "1.5", unit: "mL" };
  const lines = [serum, { container: "tube-5ml", count: 4 }, {}, { ...serum, count: "", each: "9".repeat(40) }, { ...serum, count: -2, unit: "furlong" }];
  const answer = await create({ ...good, lines });
  expect(answer.status).toBe(422);
  const said = answer.body.refusals.map(({ path, params }: { path: string; params: { problem: string; line: number } }) => `${path} ${params.problem} ${params.line}`);
  expect(said).toEqual(["lines.1.material empty 2", "lines.1.each empty 2", "lines.1.unit empty 2", "lines.3.count empty 4", "lines.3.each outOfRange 4", "lines.3.each doesNotFit 4", "lines.4.unit unknownValue 5", "lines.4.count outOfRange 5"]);
  for (const { params, message } of answer.body.refusals) expect([params.expected, message]).toEqual([expect.stringMatching(/./), expect.stringMatching(/./)]);
  expect((await create({ ...good, lines: [serum, {}] })).status).toBe(201);
});

const good = { kind: "sample", title: "Tubes", facts: {}, parties: { home: "hku" } };

describe("a wrong request begins nothing and says what is wrong", () => {
  const cases: readonly (readonly [string, unknown, number, string?])[] = [
    ["a list", [], 400],
    ["nothing", null, 400],
    ["an unknown field", { ...good, colour: "red" }, 400, "colour"],
    ["an unknown kind", { ...good, kind: "parrot" }, 400, "kind"],
    ["a title that is a number", { ...good, title: 7 }, 400, "title"],
    ["a title with control characters", { ...good, title: "a\u0007b" }, 400, "title"],
    ["a title with NUL", { ...good, title: "a\u0000b" }, 400],
    ["a title with half a character", { ...good, title: "a\ud800b" }, 400],
    ["a title too long", { ...good, title: "x".repeat(2001) }, 400, "title"],
    ["facts as a list", { ...good, facts: [] }, 400, "facts"],
    ["a fact that is an object", { ...good, facts: { mode: {} } }, 400, "facts.mode"],
    ["an unknown fact", { ...good, facts: { "sample.colour": "red" } }, 422, "facts.sample.colour"],
    ["a fact named __proto__", JSON.parse('{"kind":"sample","title":"x","parties":{"home":"hku"},"facts":{"__proto__":"x","constructor":"y"}}'), 422],
    ["a wrong value", { ...good, facts: { mode: "teleport" } }, 422, "facts.mode"],
    ["an unknown place", { ...good, facts: { "to.city": "atlantis" } }, 422, "facts.to.city"],
    ["a number for text", { ...good, facts: { "to.city": 5 } }, 422, "facts.to.city"],
    ["a date in the past", { ...good, facts: { date: "2020-02-02" } }, 422, "facts.date"],
    ["a date that is none", { ...good, facts: { date: "2027-02-30" } }, 422, "facts.date"],
    ["a window before the year one", { ...good, window: { from: "0000-01-01", to: addDays(today, 9) } }, 400, "window.from"],
    ["a window in the past", { ...good, window: { from: "2020-01-01", to: "2020-02-01" } }, 422, "window.to"],
    ["a window with a time", { ...good, window: { from: today, to: `${today}T00:00` } }, 400, "window.to"],
    ["a limit as a number", { ...good, limit: { value: 5, unit: "tube" } }, 400, "limit.value"],
    ["a limit of minus one", { ...good, limit: { value: "-1", unit: "tube" } }, 400, "limit.value"],
    ["a limit of nothing", { ...good, limit: { value: "0", unit: "tube" } }, 422, "limit.value"],
    ["a limit in furlongs", { ...good, limit: { value: "1", unit: "furlong" } }, 422, "limit.unit"],
    ["an unknown home", { ...good, parties: { home: "nowhere" } }, 422, "parties.home"],
    ["an unknown host", { ...good, parties: { home: "hku", host: "nowhere" } }, 422, "parties.host"],
    ["another's home", { ...good, parties: { home: "um" } }, 422],
    ["an id that is none", { ...good, id: "7" }, 400, "id"],
    ["lines of the wrong sort", { ...good, lines: [7, "x", { species: { a: 1 } }] }, 422],
    ["five hundred and one lines", { ...good, lines: Array.from({ length: 501 }, () => ({})) }, 400, "lines"],
    ["claims as text", { ...good, claims: "all" }, 400, "claims"],
    ["an endorser too long", { ...good, endorser: `${"x".repeat(330)}@hku.example` }, 400, "endorser"],
  ];
  test.each(cases)("%s", async (_name, json, status, path) => {
    const answer = await create(json);
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([status, expect.any(String)]);
    expect(answer.body.refusals.length).toBeGreaterThan(0);
    if (path) expect(answer.body.refusals.map((one: { path?: string }) => one.path)).toContain(path);
  });

  test("malformed JSON, bytes that are no UTF-8, no body", async () => {
    const headers = { "content-type": "application/json" };
    for (const body of ["{", "", `{"kind":"sample","lines":[${"[".repeat(9_999)}${"]".repeat(9_999)}]}`, "{'a':1}", new Uint8Array([0x7b, 0xff, 0x7d])]) expect((await create(undefined, { body, headers })).status).toBe(400);
  });
  test("another content type", async () => expect((await create(undefined, { body: "a=1", headers: { "content-type": "application/x-www-form-urlencoded" } })).status).toBe(415));
  test("more than a megabyte, with and without a length", async () => {
    const big = JSON.stringify({ ...good, title: "x".repeat(1_100_000) });
    const headers = { "content-type": "application/json" };
    expect((await create(undefined, { body: big, headers: { ...headers, "content-length": String(big.length) } })).status).toBe(413);
    const stream = new Blob([big]).stream();
    expect((await create(undefined, { body: stream, headers })).status).toBe(413);
    // The rest is let run through: whoever still sends when the connection closes never hears why.
    let left = 30;
    const counted = new ReadableStream({ pull: (to) => (left-- > 0 ? to.enqueue(new Uint8Array(100_000).fill(0x20)) : to.close()) });
    expect((await create(undefined, { body: counted, headers })).status).toBe(413);
    expect(left).toBeLessThan(0);
  });
  test("an id in capitals is the same id", async () => {
    const id = newId();
    expect((await create({ ...good, id: id.toUpperCase() })).body.id).toBe(id);
    expect((await create({ ...good, id })).body).toMatchObject({ id, repeated: true });
    expect((await create({ ...good, id, title: "Other" })).status).toBe(409);
    expect((await create({ ...good, id, parties: { home: "um" } }, { key: stranger })).body).toMatchObject({ status: 409, refusals: [{ code: "idTaken" }] });
  });
});

describe("a wrong command changes nothing", () => {
  const cases: readonly (readonly [string, Readonly<Record<string, unknown>>, number])[] = [
    ["no type", {}, 400],
    ["an unknown type", { type: "explode" }, 400],
    ["a type for the worker alone", { type: "expire" }, 400],
    ["a type for papers alone", { type: "attachDocument" }, 400],
    ["no command id", { type: "submit", commandId: undefined }, 400],
    ["a command id that is none", { type: "submit", commandId: "1" }, 400],
    ["a version that is text", { type: "submit", expectedVersion: "1" }, 400],
    ["an unknown field", { type: "submit", force: true }, 400],
    ["an old version", { type: "saveDraft", version: 99, title: "x" }, 409],
    ["another expected version", { type: "saveDraft", expectedVersion: 99, title: "x" }, 409],
    ["incomplete answers", { type: "submit" }, 422],
    ["a step of a draft", { type: "approve", step: "endorsement" }, 422],
    ["unknown terms", { type: "acceptTerms", terms: ["everything"] }, 422],
    ["an unknown requirement", { type: "recordRequirement", requirement: "x", outcome: "filed", reference: "A/1", date: today }, 422],
    ["a day before the year one", { type: "recordRequirement", requirement: "x", outcome: "filed", reference: "A/1", date: "0000-01-01" }, 400],
    ["a reference of two lines", { type: "recordRequirement", requirement: "x", outcome: "filed", reference: "A\nB", date: today }, 400],
    ["a movement of a draft", { type: "recordMovement", direction: "out", quantity: { value: "1", unit: "tube" }, at: new Date().toISOString() }, 422],
    ["a reply to nothing", { type: "resubmit", answers: [{ question: "1", text: "x" }] }, 422],
    ["words too long", { type: "withdraw", reason: "x".repeat(5001) }, 400],
    ["words turned around", { type: "withdraw", reason: "a\u202eb" }, 400],
    ["a fact that is null and unknown", { type: "saveDraft", facts: { nonsense: null } }, 422],
  ];
  test.each(cases)("%s", async (_name, said, status) => {
    expect((await give(draft, researcher, said)).status).toBe(status);
  });

  test("a command id has one meaning", async () => {
    const commandId = newId();
    expect((await give(draft, researcher, { type: "saveDraft", commandId, title: "One" })).body.repeated).toBe(false);
    expect((await give(draft, researcher, { type: "saveDraft", commandId, title: "One" })).body.repeated).toBe(true);
    expect((await give(draft, researcher, { type: "saveDraft", commandId, title: "Two" })).body).toMatchObject({ status: 409, refusals: [{ code: "commandIdReused" }] });
  });

  test("the sentence of a refusal is in the caller's language", async () => {
    const sentences = await Promise.all(["en", "zh-HK", "zh-CN", "pt"].map(async (language) => (await give(draft, researcher, { type: "saveDraft", version: 99 }, language)).body.detail as string));
    expect(new Set(sentences).size).toBe(4);
  });
});

describe("what is another's is not there", () => {
  const paths = ["GET /api/v1/requests/{id}", "GET /api/v1/requests/{id}/events", "GET /api/v1/requests/{id}/documents"];
  test.each(paths)("%s", async (name) => {
    for (const id of [draft, newId(), "1", "%00", "..%2f..", "x".repeat(5000)]) {
      expect((await call(name, name.split(" ")[1]!.replace("{id}", id), { key: stranger })).status).toBe(404);
    }
  });
  test("a command", async () => {
    expect((await give(draft, stranger, { type: "deleteDraft" })).status).toBe(404);
    expect((await give("1", stranger, { type: "deleteDraft" })).status).toBe(404);
  });
  test("a paper", async () => {
    expect((await upload(draft, stranger, pdf, "a.pdf")).status).toBe(404);
    const { body } = await upload(draft, researcher, pdf, "a.pdf");
    const path = `/api/v1/requests/${draft}/documents/${body.id}`;
    expect((await call("GET /api/v1/requests/{id}/documents/{document}", path, { key: stranger })).status).toBe(404);
    expect((await call("GET /api/v1/requests/{id}/documents/{document}", path, { key: researcher })).status).toBe(200);
  });
});

describe("keys", () => {
  test("none, a wrong one, one of another form", async () => {
    for (const key of [undefined, `cw_${"A".repeat(43)}`, "cw_short", "x y z", "'; drop table api_keys"]) expect((await call("GET /api/v1/requests", "/api/v1/requests", { key })).status).toBe(401);
  });
  test("a key to read changes nothing", async () => {
    for (const answer of [await create(good, { key: reading }), await give(draft, reading, { type: "deleteDraft" }), await upload(draft, reading, pdf, "a.pdf")]) expect(answer).toMatchObject({ status: 422, body: { refusals: [{ code: "outsideKey", params: { scope: "write" } }] } });
    expect((await call("GET /api/v1/requests", "/api/v1/requests", { key: reading })).status).toBe(200);
  });
});

describe("lists", () => {
  const wrong = ["status=lost", "kind=parrot", "limit=0", "limit=1e9", "limit=x", "cursor=1", "cursor=%00", "q=%00", `q=${"x".repeat(201)}`, "desk=%00", "desk=a%20b", "colour=red"];
  test.each(wrong)("GET requests?%s is malformed", async (query) => expect((await call("GET /api/v1/requests", `/api/v1/requests?${query}`, { key: researcher })).status).toBe(400));
  const odd = ["q=%25", "q=_", "q=%5C", "q='", "q=CW-", "q=%F0%9F%A7%AA", "desk=no.such", "status=draft&kind=sample&limit=1", "q=", "status="];
  test.each(odd)("GET requests?%s is answered", async (query) => expect((await call("GET /api/v1/requests", `/api/v1/requests?${query}`, { key: researcher })).status).toBeLessThan(401));
  test.each(["cursor=x", "cursor=%00", "desk=%00", "cursor=2026-99-99~2026-01-01T00:00:00.000Z~00000000-0000-0000-0000-000000000000~a", "cursor=2026-09-09~2026-01-01T99:00:00.000Z~00000000-0000-0000-0000-000000000000~a", "cursor=W10"])("GET inbox?%s is malformed", async (query) => expect((await call("GET /api/v1/inbox", `/api/v1/inbox?${query}`, { key: researcher })).status).toBe(400));
  test.each(["cursor=x", "cursor=-1", "cursor=99999999999", "cursor=%00"])("GET events?%s of a draft is not found or malformed", async (query) =>
    expect([400, 404]).toContain((await call("GET /api/v1/requests/{id}/events", `/api/v1/requests/${draft}/events?${query}`, { key: researcher })).status));
  test.each(["x", "CWP-0000-0000-0000", "%00", "%F0%9F%A7%AA", "x".repeat(3000)])("GET permits/%s is not found", async (number) => expect((await call("GET /api/v1/permits/{number}", `/api/v1/permits/${number}`)).status).toBe(404));
});

describe("papers", () => {
  const svg = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>';
  const refused: readonly (readonly [string, BlobPart, number])[] = [
    ["nothing", "", 422],
    ["a picture that can run", svg, 415],
    ["a page", "<!DOCTYPE html><p>hello", 415],
    ["a program", Buffer.from("4d5a90000300000004000000ffff0000b800000000000000", "hex"), 415],
    ["an archive", Buffer.from("504b0506000000000000000000000000000000000000", "hex"), 415],
    ["no text and no paper", Buffer.from([0, 1, 2, 3, 0xff]), 415],
    ["more than 25 MB", Buffer.alloc(25 * 1024 * 1024 + 1, 0x20), 413],
  ];
  test.each(refused)("%s is refused", async (_name, content, status) => expect((await upload(draft, researcher, content, "paper.pdf")).status).toBe(status));
  test("a form without a file, broken, or of another type", async () => {
    const path = `/api/v1/requests/${draft}/documents`;
    const name = "POST /api/v1/requests/{id}/documents";
    expect((await call(name, path, { key: researcher, body: new FormData() })).status).toBe(400);
    expect((await call(name, path, { key: researcher, body: "--x", headers: { "content-type": "multipart/form-data; boundary=x" } })).status).toBe(400);
    expect((await call(name, path, { key: researcher, body: "x", headers: { "content-type": "multipart/form-data" } })).status).toBeLessThan(416);
    expect((await call(name, path, { key: researcher, json: {} })).status).toBe(415);
    expect((await upload(draft, researcher, pdf, "a.pdf", { commandId: "1" })).status).toBe(400);
    expect((await upload(draft, researcher, pdf, "a.pdf", { paper: "x".repeat(61) })).status).toBe(400);
    expect((await upload(draft, researcher, pdf, "a.pdf", { paper: "a\u0000b" })).status).toBe(400);
  });
  test("a strange name is made plain and comes back as a download", async () => {
    const { status, body } = await upload(draft, researcher, pdf, `../..\\etc\u202e/${"名".repeat(300)}🧪"'.pdf`);
    expect(status).toBe(201);
    const { response } = await call("GET /api/v1/requests/{id}/documents/{document}", `/api/v1/requests/${draft}/documents/${body.id}`, { key: researcher });
    expect(response.headers.get("content-disposition")).toMatch(/^attachment; /);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("content-security-policy")).toContain("sandbox");
  });
  test("the same upload sent twice is one paper", async () => {
    const commandId = newId();
    const [first, second] = [await upload(draft, researcher, pdf, "b.pdf", { commandId }), await upload(draft, researcher, pdf, "b.pdf", { commandId })];
    expect(second.body.id).toBe(first.body.id);
    expect((await upload(draft, researcher, "other words", "b.pdf", { commandId })).status).toBe(409);
  });
});
