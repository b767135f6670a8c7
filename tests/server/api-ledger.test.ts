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
  for (const said of [{ type: "recordMovement", direction: "out" }, { type: "planMovement", direction: "out" }, { type: "recordStage", stage: "departed" }]) expect([said.type, ...refused(await say(requester, { ...said, quantity, at: at() }))]).toEqual([said.type, status, codes]);
});

test("what is refused says in the reader's language what is left", async () => {
  const { remaining } = (await look(id, requester)).body.permit;
  const answer = await say(requester, { type: "recordMovement", direction: "out", quantity: { value: "100000", unit }, at: at() }, "zh-Hant");
  expect(answer.body.detail).toContain(`尚餘：${remaining}`);
});
