import { afterAll, beforeAll, expect, test } from "vitest";
import { verify } from "../../db/verify.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { type Answered, call, give, keyOf, upload } from "./api-world.ts";

/* The ledger of a permit, through the API. */

let world: World;
let id: string;
let requester: string;
let officer: string;
let unit: string;
beforeAll(async () => {
  world = await demoWorld();
  const rows = await world.owner<{ id: string; email: string }[]>`select p.request_id as id, m.email from permits p join requests r using (request_id) join people m on m.id = r.requester where p.status = 'valid' and p.kind = 'sample' and p.limit_value - p.used >= 20 and p.valid_from <= now() order by 1`;
  for (const row of rows) {
    const { body } = await look(row.id, row.email);
    if (!body.allowed.some((one: { command: string; allowed: boolean }) => one.command === "recordMovement" && one.allowed)) continue;
    [id, requester, unit] = [row.id, row.email, body.permit.limit.unit];
    const [desk] = await world.owner<{ email: string }[]>`select p.email from steps s join grants g on g.scope_kind = 'desk' and g.scope_id = s.desk join people p on p.id = g.person_id where s.request_id = ${id} and g.role = 'desk-officer' and p.email <> ${requester} limit 1`;
    officer = desk?.email ?? "";
    return;
  }
  throw new Error("no permit of the demonstration lets anything cross");
});
afterAll(() => world.stop());

const look = async (request: string, email: string): Promise<Answered> => call("GET /api/v1/requests/{id}", `/api/v1/requests/${request}`, { key: await keyOf(email) });
const say = async (email: string, said: Readonly<Record<string, unknown>>, language?: string): Promise<Answered> => give(id, await keyOf(email), said, language);
const at = () => new Date(Date.now() - 1000).toISOString();
const refused = ({ status, body }: Answered) => [status, (body.refusals ?? []).map(({ code, path }: { code: string; path?: string }) => `${code} ${path ?? ""}`.trim())];

test("a parcel of ten goes through its stages, arrives as nine, and the request closes only once a desk has settled the difference", async () => {
  const before = (await look(id, requester)).body.permit;
  const of = (value: string) => ({ value, unit });
  expect((await say(requester, { type: "planMovement", direction: "out", quantity: of("10"), at: new Date(Date.now() + 3_600_000).toISOString(), carrier: "Harbour Couriers" })).status).toBe(200);
  const movement = (await look(id, requester)).body.ledger.at(-1).id;
  for (const said of [{ type: "recordStage", stage: "departed" }, { type: "recordMovement", direction: "out" }]) expect((await say(requester, { ...said, movement, quantity: of("10"), at: at() })).status).toBe(200);
  const arrived = await say(requester, { type: "recordStage", stage: "arrived", movement, quantity: of("9"), at: at(), condition: "One broke." });
  expect(arrived.body.events.map(({ type }: { type: string }) => type)).toEqual(["movement.arrived", "discrepancy.opened"]);

  const { body } = await look(id, requester);
  expect(Number(before.remaining) - Number(body.permit.remaining)).toBe(10);
  expect(body.ledger.slice(-4).map((one: { stage: string; movement: string }) => [one.stage, one.movement])).toEqual(["planned", "departed", "crossed", "arrived"].map((stage) => [stage, movement]));
  expect(body.ledger.at(-1)).toMatchObject({ condition: "One broke.", by: expect.any(String) });
  expect(body.ledger.at(-4)).toMatchObject({ carrier: "Harbour Couriers" });
  expect(body.movements.at(-1)).toMatchObject({ direction: "out", quantity: of("10") });
  expect(body.discrepancies.at(-1)).toMatchObject({ code: "arrivedLess", found: "9", expected: "10", unit, resolved: null });
  expect(body.reconciliation).toMatchObject({ unit, planned: "10", departed: "10", arrived: "9" });

  expect(refused(await say(requester, { type: "close" }))).toEqual([422, ["discrepancyOpen"]]);
  const discrepancy = body.discrepancies.at(-1).id;
  expect(refused(await say(requester, { type: "resolveDiscrepancy", discrepancy, outcome: "explained", reason: "It broke." }))).toEqual([422, ["notPermitted"]]);
  expect((await say(officer, { type: "resolveDiscrepancy", discrepancy, outcome: "explained", reason: "A tube broke on the way." })).status).toBe(200);
  expect((await look(id, officer)).body.discrepancies.at(-1).resolved).toMatchObject({ outcome: "explained", reason: "A tube broke on the way." });
  expect((await say(requester, { type: "recordEnd", end: "destroyed", quantity: of("1"), at: at() })).status).toBe(200);
  expect(await verify()).toMatchObject({ ok: true, problems: [] });
});

test("a logger's file says how warm a movement was, and its hour outside the range is to be explained", async () => {
  // Loggers write whole seconds.
  const begun = Math.floor(Date.now() / 1000) * 1000 - 7_200_000;
  const when = (minutes: number) => new Date(begun + minutes * 60_000).toISOString();
  const content = ["Serial,X12", "time,temperature (C)", ...Array.from({ length: 60 }, (_, minute) => `${when(minute)},${minute >= 20 && minute < 30 ? 12.5 : 4}`)].join("\n");
  expect((await say(requester, { type: "recordMovement", direction: "out", quantity: { value: "1", unit }, at: when(5) })).status).toBe(200);
  const movement = (await look(id, requester)).body.ledger.at(-1).id;
  const { status, body: paper } = await upload(id, await keyOf(requester), content, "logger.csv");
  expect(status).toBe(201);
  const record = { type: "recordTrace", movement, document: paper.id, range: { from: "2", to: "8" } };
  expect((await say(requester, { ...record, range: { from: "2", to: "eight" } })).status).toBe(400);
  expect(refused(await say(requester, { ...record, document: movement }))).toEqual([422, ["unknownDocument document"]]);
  expect((await say(requester, record)).body.events.map(({ type }: { type: string }) => type)).toEqual(["movement.traced", "discrepancy.opened"]);
  const { body } = await look(id, officer);
  expect(body.traces.at(-1)).toMatchObject({ movement, document: paper.id, range: { from: "2", to: "8" }, readings: 60, lowest: "4", highest: "12.5", outside: 10, excursionCount: 1, excursions: [{ from: when(20), to: when(30), worst: "12.5" }] });
  expect(body.discrepancies.at(-1)).toMatchObject({ code: "temperatureExcursion", found: "12.5", expected: "2/8", resolved: null });
  expect(refused(await say(requester, record))).toEqual([422, ["nothingChanged document"]]);
  expect((await say(officer, { type: "resolveDiscrepancy", discrepancy: body.discrepancies.at(-1).id, outcome: "explained", reason: "The lid was open for ten minutes." })).status).toBe(200);
  expect(await verify()).toMatchObject({ ok: true, problems: [] });
});

test.each([
  ["29 digits", "12345678901234567890123456789", "", 400, ["malformed quantity.value"]],
  ["29 decimals", "1.12345678901234567890123456789", "", 400, ["malformed quantity.value"]],
  ["less than nothing", "-1", "", 400, ["malformed quantity.value"]],
  ["nothing", "0", "", 422, ["notPositive quantity.value"]],
  ["half a tube", "0.5", "", 422, ["wholeNumberNeeded quantity.value"]],
  ["another dimension", "1", "mL", 422, ["wrongUnit quantity.unit"]],
  ["money", "1", "CNY", 422, ["wrongUnit quantity.unit"]],
  ["more than is left", "100000", "", 422, ["overLimit quantity.value"]],
])("%s is refused, for every way to write it in", async (_, value, other, status, codes) => {
  const quantity = { value, unit: other || unit };
  const before = (await look(id, requester)).body;
  for (const said of [{ type: "recordMovement", direction: "out" }, { type: "planMovement", direction: "out" }, { type: "recordStage", stage: "departed" }]) expect([said.type, ...refused(await say(requester, { ...said, quantity, at: at() }))]).toEqual([said.type, status, codes]);
  const movement = before.ledger.findLast((one: { stage: string; isVoid?: boolean; correctedBy?: string | null }) => one.stage === "crossed" && !one.correctedBy)?.id;
  const others = [{ type: "correctMovement", movement, quantity, reason: "Counted again." }, { type: "recordEnd", end: "destroyed", quantity, at: at() }, { type: "recordReading", counter: "meter", total: quantity, at: at() }, { type: "recordMovement", direction: "return", quantity, at: at() }];
  for (const said of others) expect([said.type, (await say(requester, said)).status]).toEqual([said.type, status]);
  // Nothing changes.
  const after = (await look(id, requester)).body;
  expect([after.version, after.permit, after.ledger.length]).toEqual([before.version, before.permit, before.ledger.length]);
});

test("a clock that is a day ahead writes nothing, nor does a logger's that is a day off", async () => {
  const before = (await look(id, requester)).body.version;
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  for (const said of [{ type: "recordMovement", direction: "out" }, { type: "recordStage", stage: "departed" }, { type: "recordReading", counter: "meter", total: { value: "1", unit } }]) expect(refused(await say(requester, { ...said, ...("total" in said ? {} : { quantity: { value: "1", unit } }), at: tomorrow }))).toEqual([422, ["dateInFuture at"]]);
  const { ledger } = (await look(id, requester)).body;
  const off = (days: number) => Array.from({ length: 60 }, (_, minute) => `${new Date(Date.parse(ledger.at(-1).at) + days * 86_400_000 + minute * 60_000).toISOString()},4`).join("\n");
  for (const [days, code] of [[-3, "traceElsewhen"], [1, "dateInFuture"]] as const) {
    const { body: paper } = await upload(id, await keyOf(requester), off(days), `${days}.csv`);
    expect(refused(await say(requester, { type: "recordTrace", movement: ledger.at(-1).id, document: paper.id, range: { from: "2", to: "8" } }))).toEqual([422, [`${code} document`]]);
  }
  // Two papers more, and nothing else.
  expect((await look(id, requester)).body.version).toBe(before + 2);
});

test("a logger's file of 200,000 lines is read; one line more is refused, and nothing is recorded of it", async () => {
  const { ledger } = (await look(id, requester)).body;
  const moved = ledger.findLast((one: { stage: string; correctedBy?: string | null }) => one.stage === "crossed" && !one.correctedBy);
  const begun = Date.parse(moved.at) - 199_999 * 1000;
  const file = (lines: number) => Array.from({ length: lines }, (_, second) => `${new Date(begun + second * 1000).toISOString()},4.${second % 10}`).join("\n");
  const record = async (lines: number) => {
    const { status, body } = await upload(id, await keyOf(requester), file(lines), `${lines}.csv`);
    expect(status).toBe(201);
    return say(requester, { type: "recordTrace", movement: moved.id, document: body.id, range: { from: "2", to: "8" } });
  };
  expect(refused(await record(200_001))).toEqual([422, ["traceTooLong document"]]);
  const { traces, discrepancies } = (await look(id, requester)).body;
  expect((await record(200_000)).status).toBe(200);
  const after = (await look(id, requester)).body;
  expect([after.traces.length, after.traces.at(-1)]).toMatchObject([traces.length + 1, { readings: 200_000, lowest: "4", highest: "4.9", outside: 0 }]);
  expect(after.discrepancies).toEqual(discrepancies);
});

test.each([
  ["a wrong check character", (number: string) => `${number.slice(0, -1)}${number.endsWith("0") ? "1" : "0"}`],
  ["two characters changed places", (number: string) => number.replace(/(.)(.)$/, (_, a: string, b: string) => (a === b ? `${a}${b === "0" ? "1" : "0"}` : `${b}${a}`))],
  ["the code of another system", () => "https://permits.example.org/check?id=CWP-0000-0000-0000"],
  ["another kind of number", () => "CW-0000-0000-00"],
  ["no number at all", () => "\u0000"],
])("%s is no permit of ours, for whoever checks it", async (_, of) => {
  const { number } = (await look(id, requester)).body.permit;
  const asked = of(number);
  expect([asked === number, (await call("GET /api/v1/permits/{number}", `/api/v1/permits/${encodeURIComponent(asked)}`)).status]).toEqual([false, 404]);
  expect((await call("GET /api/v1/permits/{number}/credential", `/api/v1/permits/${encodeURIComponent(asked)}/credential`, { key: await keyOf(requester) })).status).toBe(404);
});

test("what is refused says in the reader's language what is left", async () => {
  const { remaining } = (await look(id, requester)).body.permit;
  const answer = await say(requester, { type: "recordMovement", direction: "out", quantity: { value: "100000", unit }, at: at() }, "zh-Hant");
  expect(answer.body.detail).toContain(`尚餘：${remaining}`);
});
