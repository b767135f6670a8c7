import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, dayOf } from "../../lib/calendar/day.ts";
import { yoursAmong } from "../../db/queries/whose-move.ts";
import { personActor } from "../../lib/server/person.ts";
import { warnOfExpiry } from "../../lib/server/worker.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { call, give, keyOf } from "./api-world.ts";

/* What outside authorities were sent, asked, granted and refused, as the API takes and shows it. */

const today = dayOf(new Date());
const requester = "researcher@hku.example";
let world: World;
beforeAll(async () => void (world = await demoWorld()));
afterAll(() => world.stop());

async function look(id: string) {
  return (await call("GET /api/v1/requests/{id}", `/api/v1/requests/${id}`, { key: await keyOf(requester) })).body;
}
const record = async (id: string, requirement: string, outcome: string, more: Readonly<Record<string, unknown>> = {}) => give(id, await keyOf(requester), { type: "recordRequirement", requirement, outcome, reference: `${outcome}/1`, date: today, ...more });
const named = (items: readonly { id: string }[], id: string) => items.find((one) => one.id === id);

/** A request of the demonstration that is being decided, and a licence that nobody has filed for yet. */
async function withOneDue(): Promise<{ id: string; requirement: string }> {
  const { body } = await call("GET /api/v1/requests", "/api/v1/requests?status=in-review", { key: await keyOf(requester) });
  for (const { id } of body.items) {
    const { requirements, allowed } = await look(id);
    const may = allowed.some((one: { command: string; allowed: boolean }) => one.command === "recordRequirement" && one.allowed);
    const open = requirements.find((one: { due: string; status: string; uncertain: boolean }) => one.status === "open" && one.due === "before-permit" && !one.uncertain);
    if (open && may) return { id, requirement: open.id };
  }
  throw new Error("no licence is awaited");
}

test("what was recorded before anybody was told of its end is told of all the same: the migration fills in the day", async () => {
  const [fill = ""] = /update requirements[^;]*/.exec(readFileSync("db/migrations/0029_requirements_answered.sql", "utf8")) ?? [];
  const days = () => world.owner<{ day: string | null }[]>`select tell_on::text as day from requirements order by request_id, requirement_id`;
  const before = await days();
  expect(before.some(({ day }) => day !== null)).toBe(true);
  await world.owner`update requirements set tell_on = null`;
  await world.owner.unsafe(fill);
  expect(await days()).toEqual(before);
});

test("a query says what is asked and whose move it is; a grant in place of one that has expired names it", async () => {
  const { id, requirement } = await withOneDue();
  expect((await record(id, requirement, "queried", { question: "Why?" })).body.refusals).toMatchObject([{ code: "requirementNotFiled", path: "requirement", params: { requirement } }]);
  expect((await record(id, requirement, "filed")).status).toBe(200);
  expect((await record(id, requirement, "queried", { question: "Which site?" })).status).toBe(200);
  const asked = await look(id);
  expect(named(asked.requirements, requirement)).toMatchObject({ status: "queried", question: "Which site?", reference: "queried/1", date: today });
  const [yesterday, before] = [addDays(today, -1), addDays(today, -30)];
  expect((await record(id, requirement, "granted", { date: before, validFrom: before, validUntil: yesterday, limit: { value: "24", unit: "tube" } })).status).toBe(200);
  expect(named((await look(id)).requirements, requirement)).toMatchObject({ status: "granted", expired: true, validUntil: yesterday, validFrom: before, limit: { value: "24", unit: "tube" } });
  expect((await record(id, requirement, "granted", { reference: "new/2", validUntil: addDays(today, 40) })).status).toBe(200);
  const renewed = named((await look(id)).requirements, requirement);
  expect(renewed).toMatchObject({ status: "granted", reference: "new/2", earlier: [{ reference: "granted/1", validUntil: yesterday }] });
  expect(renewed).not.toHaveProperty("expired");
  const { body } = await call("GET /api/v1/requests/{id}/events", `/api/v1/requests/${id}/events`, { key: await keyOf(requester) });
  const grants = body.items.filter(({ type }: { type: string }) => type === "requirement.granted");
  expect(grants.at(-1).data.replaces).toBe(grants.at(-2).seq);
});

test("what ends soon is told once, by whichever process comes first", async () => {
  const { id, requirement } = await withOneDue();
  await record(id, requirement, "granted", { validUntil: addDays(today, 40) });
  const told = async () => (await call("GET /api/v1/requests/{id}/events", `/api/v1/requests/${id}/events`, { key: await keyOf(requester) })).body.items.filter(({ type, data }: { type: string; data: { requirement?: string } }) => type === "requirement.expiring" && data.requirement === requirement).map(({ data }: { data: { days: number } }) => data.days);
  const on = (days: number) => () => new Date(`${addDays(today, days)}T04:00:00Z`);
  await Promise.all([warnOfExpiry(on(0)), warnOfExpiry(on(0))]);
  expect(await told()).toEqual([60]);
  await warnOfExpiry(on(9));
  expect(await told()).toEqual([60]);
  await Promise.all([warnOfExpiry(on(10)), warnOfExpiry(on(10))]);
  await warnOfExpiry(on(33));
  expect(await told()).toEqual([60, 30, 7]);
  await warnOfExpiry(on(34));
  expect([await told(), await warnOfExpiry(on(34))]).toEqual([[60, 30, 7], 0]);
});

test("what the permit rests on and has expired since is its requester's move in lists too, until it is granted anew", async () => {
  const rows = await world.owner<{ id: string; email: string; requirement: string }[]>`
    select r.request_id as id, p.email, q.requirement_id as requirement from requests r join requirements q using (request_id) join people p on p.id = r.requester
     where r.status = 'permitted' and q.due = 'before-permit' and q.status = 'granted' order by 1, 3`;
  const isTheirs = async ({ id, email }: { id: string; email: string }) => (await yoursAmong((await personActor(email)) ?? expect.fail("nobody"), [id])).has(id);
  const calm = await firstOf(rows, async (row) => !(await isTheirs(row)));
  const [yesterday, before] = [addDays(today, -1), addDays(today, -30)];
  const answer = async (more: Readonly<Record<string, unknown>>) => (await give(calm.id, await keyOf(calm.email), { type: "recordRequirement", requirement: calm.requirement, outcome: "granted", reference: "R/9", date: before, ...more })).status;
  expect([await answer({ validUntil: yesterday }), await isTheirs(calm)]).toEqual([200, true]);
  expect([await answer({ date: today, validUntil: addDays(today, 90) }), await isTheirs(calm)]).toEqual([200, false]);
});

async function firstOf<T>(all: readonly T[], is: (one: T) => Promise<boolean>): Promise<T> {
  for (const one of all) if (await is(one)) return one;
  throw new Error("there is none");
}
