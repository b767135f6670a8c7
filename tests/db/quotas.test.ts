import { sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asReader } from "../../db/client.ts";
import { verify } from "../../db/verify.ts";
import { addDays, dayOf } from "../../lib/calendar/day.ts";
import { personActor } from "../../lib/server/person.ts";
import { publish } from "../../lib/server/publish.ts";
import { sampleWorkflow } from "../../lib/workflow/sample.ts";
import { type Answered, call, give, keyOf } from "../server/api-world.ts";
import { endorsed } from "../server/seawater.ts";
import { mailsSent } from "../support/mails-sent.ts";
import { demoWorld, type World } from "./demo-world.ts";

/* A quota that many requests take from at once: each in a transaction of its own, through the API. */

const today = dayOf(new Date());
const crossing = addDays(today, 20);
const year = crossing.slice(0, 4);
const [requester, officer, colleague, head] = ["researcher@hkust.example", "export@hkust.example", "customs@hkust.example", "office@hkust.example"];
const path = `/api/v1/accounts/hkust/seawater/${year}`;
const route = "/api/v1/accounts/{organisation}/{quota}/{year}";
let world: World;
beforeAll(async () => {
  world = await demoWorld();
  for (const email of [officer, colleague]) {
    const actor = await personActor(email);
    if (!actor) throw new Error(`nobody has ${email}`);
    await publish({ kind: "system" }, [{ of: "grants", person: actor.id, grants: [...actor.grants.map(({ role, scope }) => ({ role, scope })), { role: "desk-officer", scope: { kind: "desk", id: "hkust.sign-off" } }] }]);
  }
  const steps = sampleWorkflow.steps.map((step) => (step.id === "sign-off" ? { ...step, reserves: { quota: "seawater", unit: "tube", fact: "sample.quantity" } } : step));
  await publish({ kind: "system" }, [{ of: "workflow", kind: "sample", definition: { ...sampleWorkflow, version: sampleWorkflow.version + 1, steps } }]);
}, 180_000);
afterAll(() => world.stop());

const say = async (id: string, email: string, said: Readonly<Record<string, unknown>>): Promise<Answered> => give(id, await keyOf(email), said);
const look = async (id: string, email: string): Promise<Answered> => call("GET /api/v1/requests/{id}", `/api/v1/requests/${id}`, { key: await keyOf(email) });
const account = async (email: string): Promise<Answered> => call(`GET ${route}`, path, { key: await keyOf(email) });
const set = async (email: string, value: string, more: Readonly<Record<string, unknown>> = {}) => call(`POST ${route}`, path, { key: await keyOf(email), json: { commandId: newId(), desk: "hkust.sign-off", limit: { value, unit: "tube" }, ...more } });
const refusals = ({ status, body }: Answered) => [status, (body.refusals ?? []).map(({ code }: { code: string }) => code)];
const approve = { type: "approve", step: "sign-off" };

test("a quota is set and raised by its desk's head alone, once however often it is sent, and read by its desks and auditors", async () => {
  const id = await endorsed({ quantity: 5 });
  expect(refusals(await say(id, officer, approve))).toEqual([422, ["noQuota"]]);
  expect(refusals(await set(officer, "7"))).toEqual([422, ["notPermitted"]]);
  expect(refusals(await set(head, "0"))).toEqual([422, ["notPositive"]]);
  expect((await set(head, "seven")).status).toBe(400);
  const commandId = newId();
  const twice = await Promise.all([set(head, "7", { commandId }), set(head, "7", { commandId }), set(head, "9", { reason: "Another at once." })]);
  expect(twice.slice(0, 2).map(({ status, body }) => [status, body.repeated]).toSorted()).toEqual([[200, false], [200, true]]);
  expect(refusals(await set(head, "8", { commandId }))).toEqual([409, ["commandIdReused"]]);
  await set(head, "7");
  expect((await account(officer)).body).toMatchObject({ organisation: "hkust", quota: "seawater", year: Number(year), unit: "tube", limit: "7", reserved: "0", used: "0", left: "7" });
  expect((await account("auditor@causeway.example")).status).toBe(200);
  expect([(await account(requester)).status, (await account("host@sustech.example")).status]).toEqual([404, 404]);
  expect((await call("GET /api/v1/accounts", "/api/v1/accounts", { key: await keyOf(head) })).body.items).toHaveLength(1);
  expect((await call("GET /api/v1/accounts", "/api/v1/accounts", { key: await keyOf(requester) })).body.items).toEqual([]);
  expect((await call(`GET ${route}`, "/api/v1/accounts/hkust/Sea Water/26", { key: await keyOf(head) })).status).toBe(404);
  await say(id, requester, { type: "withdraw", reason: "Not needed." });
});

test("two officers who take the last of it at once: one gets it, the other is told what is left, and the record verifies", async () => {
  const [first, second] = [await endorsed({ quantity: 5 }), await endorsed({ quantity: 5 })];
  const answers = await Promise.all([say(first, officer, approve), say(second, colleague, approve)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  const told = answers.find(({ status }) => status === 422);
  expect(told?.body.refusals).toMatchObject([{ code: "quotaExceeded", params: { quota: "seawater", year, asked: "5", left: "2", unit: "tube" } }]);
  expect(told?.body.detail).toMatch(/seawater.*2/);
  const [got, lost] = answers[0]?.status === 200 ? [first, second] : [second, first];
  const shown = (await look(lost, officer)).body;
  expect(shown.steps.find((one: { id: string }) => one.id === "sign-off").reserves).toEqual({ quota: "seawater", year: Number(year), amount: { value: "5", unit: "tube" }, left: "2" });
  expect(shown.allowed.find((one: { command: string; step: string }) => one.command === "approve" && one.step === "sign-off")).toMatchObject({ allowed: false, reasons: [{ code: "quotaExceeded" }] });
  expect((await look(lost, requester)).body.steps.find((one: { id: string }) => one.id === "sign-off").reserves).not.toHaveProperty("left");
  expect(refusals(await set(head, "4"))).toEqual([422, ["quotaBelowTaken"]]);

  // The requester lets go of what they had, though they may not read the account.
  expect((await say(got, requester, { type: "withdraw", reason: "Not needed." })).status).toBe(200);
  expect((await say(lost, officer, approve)).status).toBe(200);
  const history = await call(`GET ${route}/events`, `${path}/events`, { key: await keyOf(officer) });
  const entries = history.body.items.filter(({ type }: { type: string }) => type !== "quota.set");
  expect(entries.map(({ type, data }: { type: string; data: { amount: object; because: string } }) => [type, data.amount, data.because])).toEqual([
    ["quota.reserved", { value: "5", unit: "tube" }, "step.approved"],
    ["quota.released", { value: "5", unit: "tube" }, "request.withdrawn"],
    ["quota.reserved", { value: "5", unit: "tube" }, "step.approved"],
  ]);
  expect(entries.map(({ data }: { data: { request: string } }) => data.request)).toEqual([got, got, lost]);
  expect(await verify()).toMatchObject({ ok: true, problems: [] });
});

test("of six at once as many get it as there is enough for, whichever they are", async () => {
  await set(head, "11");
  const ids = await Promise.all(Array.from({ length: 6 }, () => endorsed({ quantity: 2 })));
  const answers = await Promise.all(ids.map((id, at) => say(id, at % 2 === 0 ? officer : colleague, approve)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
  expect((await account(officer)).body).toMatchObject({ limit: "11", reserved: "11", left: "0" });
  expect(await verify()).toMatchObject({ ok: true, problems: [] });
});

test("votes that are over and wait for the last of it go on when it is raised, or when another lets go: who waited longest first, each told meanwhile", async () => {
  const steps = sampleWorkflow.steps.map((step) => (step.id === "sign-off" ? { ...step, reserves: { quota: "seawater", unit: "tube", fact: "sample.quantity" }, mode: { vote: { present: 2, carries: "majority" as const, veto: false, casting: false } } } : step));
  await publish({ kind: "system" }, [{ of: "workflow", kind: "sample", definition: { ...sampleWorkflow, version: sampleWorkflow.version + 2, steps } }]);
  await set(head, "16");
  const ids = [await endorsed({ quantity: 5 }), await endorsed({ quantity: 5 }), await endorsed({ quantity: 5 })];
  for (const id of ids) for (const email of [officer, colleague]) expect((await say(id, email, { type: "vote", step: "sign-off", vote: "for" })).status).toBe(200);
  const numbers = await Promise.all(ids.map(async (id): Promise<string> => (await look(id, requester)).body.number));
  const told = (await mailsSent()).filter((line) => line.includes("waits for the quota") || line.includes("等候配額") || line.includes("等候配额") || line.includes("aguarda a quota"));
  const toldOf = (number = "") => told.filter((line) => line.includes(number)).flatMap((line) => [requester, officer, colleague, head].filter((email) => line.includes(email))).toSorted();
  expect(numbers.map(toldOf)).toEqual([[], [head, requester], [head, requester]]);
  const standing = async () => Promise.all(ids.map(async (id) => {
    const { body } = await look(id, requester);
    return [body.steps.find((one: { id: string }) => one.id === "sign-off").status, body.blockers.some((one: { code: string; by: string; step?: string }) => one.code === "quotaExceeded" && one.by === "desk" && one.step === "sign-off")];
  }));
  expect(await standing()).toEqual([["done", false], ["open", true], ["open", true]]);
  expect(refusals(await say(ids[1] ?? "", head, { type: "closeVote", step: "sign-off" }))).toEqual([422, ["quotaExceeded"]]);
  expect((await set(head, "20")).status).toBe(200);
  expect(await standing()).toEqual([["done", false], ["open", true], ["open", true]]);
  expect((await set(head, "21")).status).toBe(200);
  expect(await standing()).toEqual([["done", false], ["done", false], ["open", true]]);
  expect((await say(ids[0] ?? "", requester, { type: "withdraw", reason: "Not needed." })).status).toBe(200);
  expect((await standing()).slice(1)).toEqual([["done", false], ["done", false]]);
  expect((await account(officer)).body).toMatchObject({ limit: "21", reserved: "21", left: "0" });
  expect(await verify()).toMatchObject({ ok: true, problems: [] });
});

describe("the walls around it", () => {
  test("show its entries to nobody but its desks and auditors, and let nobody else move it", async () => {
    const seen = async (email: string) => {
      const actor = await personActor(email);
      if (!actor) throw new Error(`nobody has ${email}`);
      return asReader(actor, async (tx) => [...(await tx.execute<{ rows: string; entries: string }>(sql`select (select count(*) from accounts where organisation = 'hkust') as rows, (select count(*) from events where stream like 'account:hkust:%') as entries`))][0]);
    };
    expect(Number((await seen(officer))?.entries)).toBeGreaterThan(0);
    expect(Number((await seen(requester))?.entries)).toBe(0);
    expect(await seen("researcher@um.example")).toEqual({ rows: "0", entries: "0" });
    const stranger = (await personActor("researcher@um.example"))?.id ?? "";
    const moved = await world.serving.begin(async (tx) => {
      await tx.unsafe(`set local causeway.actor = '${stranger}'`);
      return tx`update accounts set used = 0 where organisation = 'hkust'`;
    });
    expect(moved.count).toBe(0);
  });

  test.each([
    ["update accounts set limit_value = limit_value + 1", "update accounts set limit_value = limit_value - 1", "limit_value"],
    ["update quota_holdings set reserved = reserved + 1 where reserved > 0", "update quota_holdings set reserved = reserved - 1 where reserved > 0", "quotaHoldings"],
  ])("%s behind the record is found by verify", async (change, back, field) => {
    await world.owner.unsafe(change);
    expect((await verify()).problems).toContainEqual(expect.objectContaining({ stream: `account:hkust:seawater:${year}`, field: expect.stringContaining(field), code: "differs" }));
    await world.owner.unsafe(back);
    expect(await verify()).toMatchObject({ ok: true });
  });
});
