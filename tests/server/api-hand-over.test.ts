import { afterAll, beforeAll, expect, test } from "vitest";
import { verify } from "../../db/verify.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import { offeredBy } from "../../lib/server/hand-over.ts";
import { personActor } from "../../lib/server/person.ts";
import { publish } from "../../lib/server/publish.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { type Answered, call, give, keyOf, look } from "./api-world.ts";

/* A parcel goes from its requester to somebody of the host, who could not see the request before, and back, through the API. */

let world: World;
let id: string;
let requester: string;
let host: string;
let outsider: string;
let unit: string;
let movement: string;
beforeAll(async () => {
  world = await demoWorld();
  const rows = await world.owner<{ id: string; email: string; host: string }[]>`select p.request_id as id, m.email, r.host_organisation as host from permits p join requests r using (request_id) join people m on m.id = r.requester where p.status = 'valid' and p.kind in ('sample', 'reagent') and r.host_organisation is not null and p.limit_value - p.used >= 20 and p.valid_from <= now() order by 1`;
  for (const row of rows) {
    const { body } = await look(row.id, row.email);
    if (!body.allowed.some((one: { command: string; allowed: boolean }) => one.command === "recordMovement" && one.allowed)) continue;
    [id, requester, unit] = [row.id, row.email, body.permit.limit.unit];
    host = await researcherOf(row.host);
    outsider = await researcherOf("must");
    const gone = await give(id, await keyOf(requester), { type: "recordStage", stage: "departed", quantity: { value: "3", unit }, at: new Date(Date.now() - 60_000).toISOString() });
    if (gone.status !== 200) throw new Error(JSON.stringify(gone.body));
    movement = (await look(id, requester)).body.ledger.at(-1).id;
    return;
  }
  throw new Error("no permit of the demonstration lets anything leave");
});
afterAll(() => world.stop());

async function researcherOf(organisation: string): Promise<string> {
  const [found] = await world.owner<{ email: string }[]>`select p.email from people p join grants g on g.person_id = p.id where g.role = 'researcher' and g.scope_kind = 'organisation' and g.scope_id = ${organisation} and p.organisation = ${organisation} and p.active and not exists (select 1 from request_access a where a.request_id = ${id} and a.subject = 'person:' || p.id) order by p.email limit 1`;
  if (!found) throw new Error(`nobody of ${organisation} is apart from the request`);
  return found.email;
}

const show = async (email: string): Promise<Answered> => call("POST /api/v1/requests/{id}/hand-overs", `/api/v1/requests/${id}/hand-overs`, { key: await keyOf(email), json: { movement } });
const scan = async (email: string, code: string): Promise<Answered> => call("GET /api/v1/hand-overs/{code}", `/api/v1/hand-overs/${code}`, { key: await keyOf(email) });
const take = async (email: string, code: string, said: Readonly<Record<string, unknown>> = {}, language?: string): Promise<Answered> => give(id, await keyOf(email), { type: "takeOver", code, place: "Loading bay", isSound: true, ...said }, language);
const refused = ({ status, body }: Answered) => [status, (body.refusals ?? []).map(({ code }: { code: string }) => code)];

test("whoever is shown the code sees what it is, takes it over once, has the request from then on and hands it on", async () => {
  expect((await look(id, host)).status).toBe(404);
  expect((await show(host)).status).toBe(404);
  const { status, body: shown } = await show(requester);
  expect([status, shown.link]).toEqual([201, expect.stringMatching(/\/hand-over\/[\w-]+$/)]);
  expect((await scan(host, shown.code)).body).toMatchObject({ request: { id }, movement, quantity: { value: "3", unit }, allowed: true, reasons: [] });
  expect((await scan(requester, shown.code)).body).toMatchObject({ allowed: false, reasons: [{ code: "codeOwn" }] });
  expect(refused(await scan(outsider, shown.code))).toEqual([422, ["notPermitted"]]);
  expect(refused(await take(outsider, shown.code))).toEqual([422, ["notPermitted"]]);
  expect(refused(await take(requester, shown.code))).toEqual([422, ["codeOwn"]]);

  const said = { commandId: "01900000-0000-7000-8000-00000000aaaa", quantity: { value: "2", unit }, condition: "One is missing." };
  const taken = await take(host, shown.link, said);
  expect(taken.body.events.map(({ type }: { type: string }) => type)).toEqual(["movement.handedOver", "discrepancy.opened"]);
  expect((await take(host, shown.link, said)).body).toMatchObject({ repeated: true });
  expect(refused(await take(host, shown.code))).toEqual([422, ["codeUsed"]]);
  const by = async (email: string) => offeredBy((await personActor(email)) as PersonActor, shown.code);
  expect([await by(host), await by(requester)]).toMatchObject([{ isTheirs: true }, { isTheirs: false }]);

  const { body } = await look(id, host);
  expect(body.custody.at(-1)).toMatchObject({ movement, quantity: { value: "2", unit }, isSound: true, place: "Loading bay", condition: "One is missing." });
  expect(body.discrepancies.at(-1)).toMatchObject({ code: "handedOverLess", found: "2", expected: "3" });
  const { body: next } = await show(host);
  expect((await take(requester, next.code)).status).toBe(200);
  expect((await look(id, requester)).body.custody.slice(-2).map(({ from, to }: { from: string; to: string }) => [from, to])).toEqual([[body.custody.at(-1).from, body.custody.at(-1).to], [body.custody.at(-1).to, body.custody.at(-1).from]]);
  expect(refused(await show(host))).toEqual([422, ["notPermitted"]]);
  expect(await verify()).toMatchObject({ ok: true, problems: [] });
});

test("both are told, and so are those of the request", async () => {
  const { drainOutbox } = await import("../../lib/server/notify.ts");
  while ((await drainOutbox()) > 0);
  const [event] = await world.owner<{ seq: number }[]>`select seq from events where request_id = ${id} and type = 'movement.handedOver' order by seq limit 1`;
  const told = await world.owner<{ email: string }[]>`select distinct p.email from outbox o join people p on p.id::text = o.payload->>'person' where o.request_id = ${id} and (o.payload->>'seq')::int = ${event?.seq ?? 0}`;
  expect(told.map(({ email }) => email)).toEqual(expect.arrayContaining([requester, host]));
});

test.each([
  ["no code at all", "CWP-0000-0000-0000", "codeForeign"],
  ["a code of another system", "https://elsewhere.example/hand-over/AAAA", "codeForeign"],
  ["a code with another signature", "A".repeat(150), "codeForeign"],
])("%s is refused", async (_, code, refusal) => expect(refused(await take(requester, code))).toEqual([422, [refusal]]));

test("a code that one letter was changed of is none of ours, and one that has expired says so in the reader's language", async () => {
  const { body: shown } = await show(requester);
  const changed = `${shown.code.slice(0, 20)}${shown.code[20] === "A" ? "B" : "A"}${shown.code.slice(21)}`;
  expect((await take(outsider, changed)).status).toBe(404);
  expect(refused(await take(requester, changed))).toEqual([422, ["codeForeign"]]);
  const late = await take(host, shown.code, { at: new Date(Date.now() - 3_600_000).toISOString() }, "zh-Hant");
  expect([late.status, late.body.detail]).toEqual([422, expect.stringContaining("此碼已失效")]);
});

test("a code stops counting with the account of whoever showed it, wherever it is read, and counts again with it", async () => {
  const { id: person, email, name, language, organisation } = (await personActor(requester)) as PersonActor;
  const { body: shown } = await show(requester);
  const set = (active: boolean) => publish({ kind: "system" }, [{ of: "person", id: person, email, name, language, organisation, active }]);
  await set(false);
  expect((await scan(host, shown.code)).body).toMatchObject({ allowed: false, reasons: [{ code: "codeWithdrawn" }] });
  expect(refused(await take(host, shown.code))).toEqual([422, ["codeWithdrawn"]]);
  await set(true);
  expect((await scan(host, shown.code)).body).toMatchObject({ allowed: true, reasons: [] });
});

test("whoever has it books it in, and after its arrival nothing is handed over any more", async () => {
  const arrived = { type: "recordStage", stage: "arrived", movement, quantity: { value: "2", unit }, at: new Date().toISOString() };
  expect(refused(await give(id, await keyOf(host), arrived))).toEqual([422, ["notPermitted"]]);
  const { body: shown } = await show(requester);
  expect((await take(host, shown.code)).status).toBe(200);
  const { body: next } = await show(host);
  expect((await give(id, await keyOf(host), { ...arrived, at: new Date().toISOString() })).status).toBe(200);
  expect(refused(await show(requester))).toEqual([422, ["arrivedAlready"]]);
  expect(refused(await take(requester, next.code))[0]).toBe(422);
});
